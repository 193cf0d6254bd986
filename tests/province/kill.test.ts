import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { verifyAudit } from "#province/store/audit.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { openPostgres } from "#province/store/open-postgres.ts";
import { type KilledProvince, killProvince } from "#tests/helpers/kill-province.ts";
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

function sayAcknowledged({ acknowledged, objects }: KilledProvince): string {
  return `${acknowledged} records and ${objects} objects acknowledged, none lost`;
}

test.skipIf(programs === undefined)(
  `a province on PostgreSQL killed ${kills} times under load has every record and object it acknowledged`,
  async () => {
    const server = await startPostgres(programs ?? "");
    onTestFinished(() => server.stop());
    const folder = await folderOfTest();
    const database = openPostgres(server.address, () => undefined);
    onTestFinished(() => database.close());
    const others = "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()";
    let cuts = 0;
    const killed = await killProvince({
      ...{ folder, databaseUrl: server.address, kills, chance: seeded(seed) },
      async cutDatabase() {
        await database.query(`${others} and backend_type = 'client backend'`);
        cuts += 1;
      },
    });
    expect(killed.lost, `seed ${seed}`).toEqual([]);
    expect(killed.acknowledged).toBeGreaterThan(kills * 10);
    expect(killed.objects).toBeGreaterThan(0);
    expect(await verifyAudit(database, "52.550")).toMatchObject({ brokenAt: undefined });
    console.log(
      `${kills} kills on PostgreSQL, and its connections ended ${cuts} times: ${sayAcknowledged(killed)}`,
    );
  },
  kills * minutes,
);

// A start of PGlite takes seconds; a long run was asked for.
const killsOfPglite = kills > 16 ? kills : 4;

test(
  `a province on PGlite killed ${killsOfPglite} times under load has every record and object it acknowledged`,
  async () => {
    const folder = await folderOfTest();
    const options = { folder, databaseUrl: "", kills: killsOfPglite, chance: seeded(seed) };
    const killed = await killProvince(options);
    expect(killed.lost, `seed ${seed}`).toEqual([]);
    const database = await openPglite(join(folder, "database"));
    onTestFinished(() => database.close());
    expect(await verifyAudit(database, "52.550")).toMatchObject({ brokenAt: undefined });
    console.log(`${killsOfPglite} kills on PGlite: ${sayAcknowledged(killed)}`);
  },
  kills * minutes,
);
