import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { verifyAudit } from "#province/store/audit.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { openPostgres } from "#province/store/open-postgres.ts";
import { killProvince } from "#tests/helpers/kill-province.ts";
import { findPostgres, startPostgres } from "#tests/helpers/postgres.ts";
import { seeded } from "#tests/helpers/seeded.ts";

const programs = await findPostgres();
const kills = Number(process.env["MUCLUC_KILLS"] ?? 16);
const seed = Number(process.env["MUCLUC_SEED"] ?? 1);
const minutes = 60_000;

async function folderOfTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mucluc-killed-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

test.skipIf(programs === undefined)(
  `a province on PostgreSQL killed ${kills} times under load has every record it acknowledged`,
  async () => {
    const server = await startPostgres(programs ?? "");
    onTestFinished(() => server.stop());
    const folder = await folderOfTest();
    const killed = await killProvince({ folder, databaseUrl: server.address, kills, chance: seeded(seed) });
    expect(killed.lost, `seed ${seed}`).toEqual([]);
    expect(killed.acknowledged).toBeGreaterThan(kills * 10);
    const database = openPostgres(server.address, () => undefined);
    onTestFinished(() => database.close());
    expect(await verifyAudit(database, "52.550")).toMatchObject({ brokenAt: undefined });
    console.log(`${kills} kills on PostgreSQL: ${killed.acknowledged} records acknowledged, none lost`);
  },
  kills * minutes,
);

// A start of PGlite takes seconds; a long run was asked for.
const killsOfPglite = kills > 16 ? kills : 4;

test(
  `a province on PGlite killed ${killsOfPglite} times under load has every record it acknowledged`,
  async () => {
    const folder = await folderOfTest();
    const options = { folder, databaseUrl: "", kills: killsOfPglite, chance: seeded(seed) };
    const killed = await killProvince(options);
    expect(killed.lost, `seed ${seed}`).toEqual([]);
    const database = await openPglite(join(folder, "database"));
    onTestFinished(() => database.close());
    expect(await verifyAudit(database, "52.550")).toMatchObject({ brokenAt: undefined });
    console.log(`${killsOfPglite} kills on PGlite: ${killed.acknowledged} records acknowledged, none lost`);
  },
  kills * minutes,
);
