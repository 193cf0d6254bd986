import { randomBytes } from "node:crypto";
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import { covers } from "#shared/archive/unit.ts";
import { recordShapes } from "#shared/archive/shapes.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { SetDigest } from "#shared/replication/digest.ts";
import type { SyncStore } from "#shared/replication/sync-store.ts";
import { openAt } from "#electron/journal/databases-open.ts";
import { type DeskJournal, openJournal } from "#electron/journal/open-journal.ts";
import { openFacts } from "#electron/province/facts.ts";
import { openJournalStore } from "#electron/province/journal-store.ts";
import { openSyncDatabase } from "#electron/province/sync-database.ts";
import { DiskFull, quickHash, type WorldStore } from "#tests/helpers/memory-store.ts";
import type { Chance } from "#tests/helpers/seeded.ts";

type Parts = {
  name: string;
  chance: Chance;
  now: () => number;
  full: () => boolean;
  knows: (record: object) => boolean;
};

type Opened = { journal: DeskJournal; store: SyncStore; sync: ReturnType<typeof openSyncDatabase> };

type Row = { record: Records[CollectionName]; hash: string; seq: number };

/** A machine's store as it is in the product, on a disk that is fast because it is memory. */
export type JournalMachine = WorldStore & { close(): void };

const files = ["journal.sqlite", "journal.sqlite-wal", "sync.sqlite", "sync.sqlite-wal"];
const fastDisk = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
/** As many pages as a database may ever have. */
const allPages = 4_294_967_294;
const noRoom = "no room";

/**
 * A desk's journal with what it knows of the province, in a folder of its own. A restart is a clean one, or a crash:
 * then the disk is as it stood at that moment, with the torn end of a write that never was done, and now and then
 * without what is not the journal. A full disk is the database's own: it gets no more pages.
 */
export function openJournalMachine({ name, chance, now, full, knows }: Parts): JournalMachine {
  let folder = mkdtempSync(join(fastDisk, "mucluc-world-"));
  /** What was read of the journal since it was last written to. */
  const read = new Map<CollectionName, Row[]>();
  const digests = new Map<string, SetDigest>();
  const open = (): Opened => {
    const journal = openJournal(folder, { deviceId: name, now });
    const forget = () => [read, digests].forEach((known) => known.clear());
    journal.onWrite(forget);
    forget();
    const sync = openSyncDatabase(folder);
    const isRecord = (collection: CollectionName, value: unknown): value is Records[CollectionName] =>
      recordShapes[collection].Check(value) && knows(value as object);
    return { journal, sync, store: openJournalStore(sync, openFacts(sync), journal, now, isRecord) };
  };
  let opened = open();
  let limited = false;
  const close = () => {
    opened.sync.close();
    opened.journal.close();
  };
  const crash = (lossy: boolean) => {
    const next = mkdtempSync(join(fastDisk, "mucluc-world-"));
    for (const file of files)
      if (existsSync(join(folder, file))) cpSync(join(folder, file), join(next, file));
    close();
    rmSync(folder, { recursive: true });
    folder = next;
    for (const file of files) {
      const path = join(folder, file);
      if (file.endsWith("-wal") && existsSync(path)) appendFileSync(path, randomBytes(chance(6000)));
    }
    // It can be found again from the journal and the province.
    if (lossy) for (const file of files.slice(2)) rmSync(join(folder, file), { force: true });
  };
  /**
   * Lets the databases grow no more, or grow again. SQLite takes a whole transaction back where a page is lacking; where
   * the system has no room it may leave that to us, so some writes are also cut off between their entry and its head.
   */
  const limit = () => {
    if (full() === limited) return;
    limited = full();
    for (const file of ["journal.sqlite", "sync.sqlite"]) {
      openAt(join(folder, file))?.exec(`PRAGMA max_page_count = ${limited ? 1 : allPages}`);
    }
    const cut = `BEFORE INSERT ON main.heads WHEN NEW.seq % 2 = ${chance(2)}`;
    openAt(join(folder, "journal.sqlite"))?.exec(
      limited
        ? `CREATE TEMP TRIGGER cut_off ${cut} BEGIN SELECT RAISE(ABORT, '${noRoom}'); END`
        : "DROP TRIGGER cut_off",
    );
  };
  const writing = <Value>(work: () => Value): Value => {
    limit();
    try {
      return work();
    } catch (error) {
      const isFull = error instanceof DeskFault && error.code === "disk-full";
      if (isFull || (error instanceof Error && error.message === noRoom))
        throw new DiskFull("disk full", { cause: error });
      throw error;
    }
  };
  const rows = (collection: CollectionName) => {
    const known = read.get(collection) ?? readRows(collection);
    read.set(collection, known);
    return known;
  };
  const readRows = (collection: CollectionName) => {
    const found: Row[] = [];
    for (let checkpoint = null; ;) {
      const page: ReturnType<DeskJournal["pull"]> = opened.journal.pull(collection, checkpoint, 1);
      const [record] = page.documents;
      if (!record) return found;
      if (page.checkpoint.seq <= (found.at(-1)?.seq ?? 0))
        throw new Error(`the journal of ${name} does not go on`);
      found.push({ record, hash: quickHash(record), seq: page.checkpoint.seq });
      checkpoint = page.checkpoint as never;
    }
  };
  return {
    write(collection, record, base) {
      const bases = base ? new Map([[record.id, base]]) : undefined;
      writing(() => opened.journal.write(collection, [record], "screen", bases ? { bases } : {}));
    },
    ids: (collection) => rows(collection).map(({ record }) => record.id),
    records: (collection) => rows(collection).map(({ record }) => record),
    rows,
    lastOf: (collection) => rows(collection).at(-1)?.seq ?? 0,
    digestWithin(collection, scope) {
      const known = digests.get(`${collection} ${scope}`);
      if (known) return known;
      const digest = new SetDigest();
      for (const { record, hash } of rows(collection)) {
        if (scope === "" || covers(scope, record.scope)) digest.add(record.id, hash);
      }
      digests.set(`${collection} ${scope}`, digest);
      return digest;
    },
    chainHolds: async () => (await opened.journal.verify()).brokenAt === undefined,
    restarted(lossy = false) {
      if (chance(3) === 0) close();
      else crash(lossy);
      opened = open();
      limited = false;
    },
    close() {
      close();
      rmSync(folder, { recursive: true });
    },
    unsent: (...given) => opened.store.unsent(...given),
    read: (...given) => opened.store.read(...given),
    acknowledge: (...given) => writing(() => opened.store.acknowledge(...given)),
    merge: (...given) => writing(() => opened.store.merge(...given)),
    putAside: (...given) => opened.store.putAside(...given),
    base: (...given) => opened.store.base(...given),
    markUnsent: (...given) => writing(() => opened.store.markUnsent(...given)),
    digest: (...given) => opened.store.digest(...given),
    buckets: (...given) => opened.store.buckets(...given),
    hashes: (...given) => opened.store.hashes(...given),
    pulled: (...given) => opened.store.pulled(...given),
    setPulled: (...given) => writing(() => opened.store.setPulled(...given)),
    refused: (...given) => opened.store.refused(...given),
    refuse: (...given) => writing(() => opened.store.refuse(...given)),
  };
}
