import { expect, onTestFinished, test } from "vitest";
import type { Database } from "#province/store/database.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { openPostgres } from "#province/store/open-postgres.ts";
import { killDesk } from "#tests/helpers/kill-desk.ts";
import { openLoopbackProvince } from "#tests/helpers/loopback-province.ts";
import { findPostgres, startPostgres } from "#tests/helpers/postgres.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const programs = await findPostgres();
const kills = Number(process.env["MUCLUC_KILLS"] ?? 5);
const seed = Number(process.env["MUCLUC_SEED"] ?? 1);
const minute = 60_000;

async function killWithProvince(database: Database, name: string, key = ""): Promise<void> {
  const province = await openLoopbackProvince(database);
  const killed = await killDesk({
    ...{ folder: temporaryFolder(), key },
    credentials: await province.enrol("52.550"),
    provinceObjects: province.objectsFolder,
    kills,
    chance: seeded(seed),
  });
  expect(killed.wrong, `seed ${seed}`).toEqual([]);
  expect(killed.records).toBeGreaterThanOrEqual(kills);
  expect(killed.objects).toBeGreaterThan(0);
  expect(province.faults).toEqual([]);
  const { records, objects } = killed;
  console.log(`${kills} kills of a desk with ${name}: ${records} states, ${objects} objects said, none lost`);
}

test(
  `a desk killed ${kills} times while it writes and sends has all it answered for, and so has the province (PGlite)`,
  async () => killWithProvince(await openPglite(), "PGlite"),
  kills * minute,
);

test(
  `a desk with encrypted databases killed ${kills} times has all it answered for, and so has the province`,
  async () => killWithProvince(await openPglite(), "PGlite, encrypted", "ab".repeat(32)),
  kills * minute,
);

test.skipIf(programs === undefined)(
  `a desk killed ${kills} times while it writes and sends has all it answered for, and so has the province (PostgreSQL)`,
  async () => {
    const server = await startPostgres(programs ?? "");
    onTestFinished(() => server.stop());
    await killWithProvince(
      openPostgres(server.address, () => undefined),
      "PostgreSQL",
    );
  },
  kills * minute,
);

if (programs === undefined)
  console.warn("SKIPPED: a desk killed beside PostgreSQL: no initdb and pg_ctl were found on this machine");
