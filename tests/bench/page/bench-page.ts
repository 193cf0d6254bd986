import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { compareCollection } from "#renderer/db/compare.ts";
import { openDatabase } from "#renderer/db/database.ts";
import { replicate } from "#renderer/db/replicate.ts";
import { trackSaving } from "#renderer/db/saving.ts";
import { beginWork } from "#renderer/db/work.ts";
import { keepHistory, recordChanges, undoStep } from "#renderer/work/history.ts";
import { addItems } from "#renderer/work/add-items.ts";
import { makeDesk } from "#renderer/desk.ts";
import { connectWire } from "#renderer/wire.ts";
import { draftOfItem } from "#shared/inventory/item-draft.ts";
import { makeRecords } from "#tests/bench/make-records.ts";

const slice = 500;
const storage = () => getRxStorageDexie({ chromeTransactionDurability: "strict" } as never);

/** What the bench asks of the page; each answers milliseconds. */
const benchPage = {
  /** Bare RxDB on Dexie: bulkInsert alone. */
  async bare(count: number, seed: number): Promise<number> {
    const { items } = makeRecords(count, 100, seed);
    const db = await openDatabase(storage(), `bare-${seed}`);
    const start = performance.now();
    for (let at = 0; at < count; at += slice) await db.items.bulkInsert(items.slice(at, at + slice));
    const took = performance.now() - start;
    await db.remove();
    return took;
  },
  /** An empty database filled from the desk's journal, until all are in it; that they are equal is seen after. */
  async rebuild(count: number): Promise<number> {
    const desk = makeDesk(await connectWire());
    await desk.call("session.read", {});
    const db = await openDatabase(storage(), "rebuild");
    const start = performance.now();
    const replication = replicate(db, desk, trackSaving(Date.now));
    await replication.items.awaitInitialReplication();
    const took = performance.now() - start;
    const held = await db.items.count().exec();
    if (held !== count) throw new Error(`${held} of ${count} items were read back`);
    const comparison = compareCollection(db.items as never, "items", desk, trackSaving(Date.now));
    const compared = await comparison.compare();
    comparison.stop();
    if (!compared.equal || compared.sent + compared.fetched > 0)
      throw new Error("what was read back differs");
    await replication.stop();
    await db.remove();
    return took;
  },
  /** The product's way: rules, RxDB, replication to the desk, journal; until every record is safe there. */
  async useCase(count: number, seed: number): Promise<number> {
    const made = makeRecords(count, count / slice, seed);
    const drafts = new Map(
      made.files.map((file) => [
        file.id,
        made.items.filter((item) => item.fileId === file.id).map(draftOfItem),
      ]),
    );
    const desk = makeDesk(await connectWire());
    const session = await desk.call("session.read", {});
    if (!session.profile) throw new Error("the bench's desk is not set up");
    const saving = trackSaving(() => Date.now());
    const db = await openDatabase(storage(), `use-case-${seed}`);
    const replication = replicate(db, desk, saving);
    await replication.items.awaitInitialReplication();
    const work = beginWork(db, session.profile, saving, {
      deviceId: session.deviceId,
      clock: session.clock,
      now: () => Date.now(),
      chance: (below) => Math.floor(Math.random() * below),
    });
    const start = performance.now();
    for (const file of made.files) {
      const readings = await addItems(work, file, drafts.get(file.id) ?? []);
      if (!readings.every(({ ok }) => ok)) throw new Error("the bench's items are refused");
    }
    while (saving.state().pending > 0) await new Promise((resume) => setTimeout(resume, 5));
    const took = performance.now() - start;
    await replication.stop();
    await db.remove();
    return took;
  },
  /** Fills a database and searches it as RxDB can, by a regular expression over every record; no query twice. */
  async regex(count: number, queries: readonly string[]): Promise<number[]> {
    const { items } = makeRecords(count, 1000, 7);
    const db = await openDatabase(storage(), "regex");
    for (let at = 0; at < count; at += slice) await db.items.bulkInsert(items.slice(at, at + slice));
    const times: number[] = [];
    for (const words of queries) {
      const start = performance.now();
      await db.items.find({ selector: { subject: { $regex: words, $options: "i" } } }).exec();
      times.push(performance.now() - start);
    }
    return times;
  },
  /** An edit of many records and its undo, several times: the times of each, until RxDB has them. */
  async undo(count: number, rounds: number): Promise<{ edits: number[]; undos: number[] }> {
    const { items } = makeRecords(count, 100, 11);
    const db = await openDatabase(storage(), "undo");
    for (let at = 0; at < count; at += slice) await db.items.bulkInsert(items.slice(at, at + slice));
    const profile = { name: "Bench", role: "district-checker", scope: "52.550" } as const;
    const work = beginWork(db, profile, trackSaving(Date.now), {
      deviceId: "bench",
      clock: "",
      now: () => Date.now(),
      chance: (below) => Math.floor(Math.random() * below),
    });
    const history = keepHistory();
    const edits: number[] = [];
    const undos: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const changes = items.map(
        ({ id }) => ({ collection: "items", id, fields: { signer: `Người ký ${round}` } }) as const,
      );
      let start = performance.now();
      const step = await recordChanges(work, history, "edit", changes);
      edits.push(performance.now() - start);
      start = performance.now();
      const undone = await undoStep(work, history);
      undos.push(performance.now() - start);
      if (step.changes.length !== count || undone?.changed !== count)
        throw new Error("the edit was not whole");
    }
    await db.remove();
    return { edits, undos };
  },
};

export type BenchPage = typeof benchPage;

declare global {
  interface Window {
    benchPage: BenchPage;
  }
}

window.benchPage = benchPage;
