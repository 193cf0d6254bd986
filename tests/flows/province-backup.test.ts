import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { openProvinceKeys, publicKeysOf } from "#province/access/keys.ts";
import { backupCommand, restoreCommand } from "#province/backup/backup-command.ts";
import { readBackups } from "#province/backup/note-backup.ts";
import type { BucketPlace } from "#province/objects/bucket-place.ts";
import { openDatabase, serveProvince } from "#province/serve.ts";
import { readSettings, type Settings } from "#province/settings.ts";
import { startBucket } from "#tests/helpers/bucket-server.ts";
import { findPostgres, startPostgres } from "#tests/helpers/postgres.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
} from "#tests/helpers/sample-records.ts";
import { openSyncDesk, type SyncDesk } from "#tests/helpers/sync-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const run = promisify(execFile);
const scope = "52.550";
const token = "token-of-desk-1-0123456789";
/** What fails when a server is taken away under a province is looked at by nobody here. */
const fault = () => undefined;
const programs = await findPostgres();
const hasPrograms = await run("pg_dump", ["--version"]).then(
  () => true,
  () => false,
);

type Place = { settings: Settings; stop: () => Promise<void>; desk: SyncDesk };

function settingsFor(databaseUrl: string, port: number, bucket?: BucketPlace): Settings {
  const folder = join(temporaryFolder(), "data");
  const enrolments = [{ token, scope, role: "district-checker" as const, deviceId: "desk-1", name: "Máy 1" }];
  return { ...readSettings({}), databaseUrl, folder, port, enrolments, bucket };
}

/** A province with records, objects and an audit, and the desk that they came from. */
async function fill(databaseUrl: string, bucket?: BucketPlace): Promise<Place> {
  const settings = settingsFor(databaseUrl, 0, bucket);
  const running = await serveProvince(settings, fault);
  const pin = publicKeysOf(await openProvinceKeys(settings.folder));
  const desk = await openSyncDesk({ address: running.address, token, pin });
  desk.work(scope);
  desk.journal.write("fonds", [sampleFonds("fonds-1", { scope })], "screen");
  desk.journal.write("batches", [sampleBatch("batch-1", { scope })], "screen");
  desk.journal.write("files", [sampleFile("file-1", { scope })], "screen");
  desk.journal.write("items", [sampleItem("item-1", { scope })], "screen");
  await addPage(desk, 1);
  await desk.until(({ equal, sentObjects }) => equal && sentObjects === 2);
  return {
    settings: { ...settings, port: Number(new URL(running.address).port) },
    stop: () => running.stop(),
    desk,
  };
}

async function addPage(desk: SyncDesk, ordinal: number): Promise<string> {
  const masterDigest = await desk.store(30_000 + ordinal);
  const wordsDigest = await desk.store(300 + ordinal);
  const objects = { masterDigest, masterSize: 30_000 + ordinal, wordsDigest };
  const page = samplePage(`page-${ordinal}`, { scope, ordinal, ...objects });
  desk.journal.write("pages", [page], "screen");
  return masterDigest;
}

async function backUp(settings: Settings, ...places: string[]) {
  const database = await openDatabase(settings, fault);
  try {
    const words = places.flatMap((place) => ["--to", place]);
    return (await backupCommand(database, words, settings, Date.now))["backups"] as Record<string, unknown>[];
  } finally {
    await database.close();
  }
}

async function onDatabase(settings: Settings, sql: string): Promise<object[]> {
  const database = await openDatabase(settings, fault);
  try {
    return await database.query(sql);
  } finally {
    await database.close();
  }
}

const restore = (place: string, settings: Settings, ...more: string[]) =>
  restoreCommand(["--from", place, ...more], settings, Date.now);

function flip(path: string): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

const latest = (place: string) =>
  join(
    place,
    "runs",
    readdirSync(join(place, "runs"))
      .filter((name) => name.endsWith("Z"))
      .sort()
      .at(-1) ?? "",
  );

function holdsBoth(title: string, empty: () => Promise<string>): void {
  describe(title, () => {
    test("is whole on two media, takes only what is new the second time, and comes back so that a desk goes on", async () => {
      const { settings, stop, desk } = await fill(await empty());
      const [one, two] = [temporaryFolder(), temporaryFolder()];
      await stop();
      await onDatabase(settings, "insert into meaning_marks values ('52.550', 'bge-m3', 1024, 0)");
      const first = await backUp(settings, one, two);
      expect(first).toMatchObject([
        { to: one, objects: 2, copied: 2, missing: 0, damaged: 0 },
        { to: two, objects: 2, copied: 2 },
      ]);
      const again = await serveProvince(settings, fault);
      await addPage(desk, 2);
      await desk.until(
        ({ equal, sentObjects, sentRecords }) => equal && sentObjects === 4 && sentRecords === 6,
      );
      await again.stop();
      expect(await backUp(settings, one)).toMatchObject([{ objects: 4, copied: 2 }]);

      // Everything is lost: the database, the folder, and what was written after the backup.
      rmSync(settings.folder, { recursive: true });
      const fresh = { ...settings, databaseUrl: await empty() };
      // The second medium is a backup older: the desk brings the rest.
      expect(await restore(two, fresh)).toMatchObject({ objects: 2, records: 5 });
      // What can be made anew is in no dump of a server: it would only go back into one with pgvector.
      const marks = await onDatabase(fresh, "select district from meaning_marks");
      expect(marks).toHaveLength(fresh.databaseUrl === "" ? 1 : 0);
      const back = await serveProvince({ ...fresh, enrolments: [] }, fault);
      onTestFinished(() => back.stop());
      desk.journal.write("files", [sampleFile("file-2", { scope })], "screen");
      await desk.until(
        ({ equal, sentObjects, sentRecords }) => equal && sentObjects === 4 && sentRecords === 7,
      );
      expect((await desk.status()).problem).toBeFalsy();
    });

    test("is refused into what is not empty, and named where a part is damaged: nothing of it stays", async () => {
      const { settings, stop } = await fill(await empty());
      await stop();
      const place = temporaryFolder();
      await backUp(settings, place);
      await expect(restore(place, settings)).rejects.toThrow("not empty");
      const fresh = settingsFor(await empty(), 0);
      const [start = ""] = readdirSync(join(place, "objects")).filter((name) => name.length === 2);
      const [rest = ""] = readdirSync(join(place, "objects", start));
      const parts = [
        join(latest(place), "database.dump"),
        join(latest(place), "province-keys.json"),
        join(latest(place), "objects.txt"),
        join(latest(place), "manifest.json"),
        join(place, "objects", start, rest),
      ];
      for (const part of parts) {
        flip(part);
        await expect(restore(place, fresh), part).rejects.toThrow(part);
        flip(part);
        expect(readdirSync(fresh.folder), part).toEqual(["lock.sqlite"]);
      }
      // A damaged object of the place is written anew by the next backup, not taken for whole.
      flip(join(place, "objects", start, rest));
      expect(await backUp(settings, place)).toMatchObject([{ objects: 2, copied: 1 }]);
      expect(await restore(place, fresh)).toMatchObject({ records: 5 });
      expect(existsSync(join(fresh.folder, "restoring"))).toBe(false);
    });
  });
}

describe("the backup of a province whose objects are in a bucket", () => {
  test("takes those that the database answers for, goes on where it broke off, and comes back into another bucket", async () => {
    const [bucket, other] = [await startBucket(), await startBucket()];
    onTestFinished(() => bucket.stop());
    onTestFinished(() => other.stop());
    const { settings, stop, desk } = await fill("", bucket.place);
    await stop();
    bucket.objects.set("zz/of-another-program", { bytes: Buffer.from("x"), checksum: undefined });
    const place = temporaryFolder();

    // The bucket refuses after the first object: no backup, which is noted, and what came is kept for the next.
    let given = 0;
    bucket.instead((request, response) => {
      if (request.method !== "GET" || (given += 1) === 1) return false;
      response.writeHead(403).end("<Error><Code>AccessDenied</Code></Error>");
      return true;
    });
    await expect(backUp(settings, place)).rejects.toThrow("the store of objects refuses");
    bucket.instead(undefined);
    expect(await readBackups(settings.folder)).toMatchObject({
      made: [],
      failed: [{ to: place, why: expect.stringContaining("refuses") as string }],
    });
    expect(await backUp(settings, place)).toMatchObject([{ objects: 2, copied: 1, missing: 0, damaged: 0 }]);
    expect(await readBackups(settings.folder)).toMatchObject({ made: [{ to: place }], failed: [] });

    const fresh = { ...settingsFor("", settings.port, other.place), enrolments: [] };
    expect(await restore(place, fresh)).toMatchObject({ objects: 2, records: 5 });
    const kept = [...other.objects.keys()].sort();
    expect(kept).toEqual([...bucket.objects.keys()].filter((name) => !name.startsWith("zz/")).sort());
    const back = await serveProvince(fresh, fault);
    onTestFinished(() => back.stop());
    desk.journal.write("files", [sampleFile("file-2", { scope })], "screen");
    await desk.until(({ equal, sentRecords }) => equal && sentRecords === 6);
    expect((await desk.status()).problem).toBeFalsy();
  });

  test("carries on nothing that is damaged there, and counts what is not there", async () => {
    const bucket = await startBucket();
    onTestFinished(() => bucket.stop());
    const { settings, stop } = await fill("", bucket.place);
    await stop();
    const [name = "", kept] = [...bucket.objects][0] ?? [];
    if (!kept) throw new Error("nothing is in the bucket");
    bucket.objects.set(name, { ...kept, bytes: Buffer.alloc(kept.bytes.length, 7) });
    expect(await backUp(settings, temporaryFolder())).toMatchObject([{ objects: 1, copied: 1, damaged: 1 }]);
    bucket.objects.delete(name);
    const place = temporaryFolder();
    expect(await backUp(settings, place)).toMatchObject([{ objects: 1, missing: 1, damaged: 0 }]);
  });
});

holdsBoth("the backup of a province on PGlite", () => Promise.resolve(""));

if (programs === undefined || !hasPrograms) {
  console.warn(
    "SKIPPED: the backup of a province on PostgreSQL: no initdb, pg_ctl and pg_dump on this machine",
  );
  describe.skip("the backup of a province on PostgreSQL: NOT RUN, no server or pg_dump on this machine", () => {
    test("is whole", () => undefined);
  });
} else {
  holdsBoth("the backup of a province on PostgreSQL", async () => {
    const server = await startPostgres(programs);
    onTestFinished(() => server.stop());
    return server.address;
  });
}
