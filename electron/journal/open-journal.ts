import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import { clockZero, seeClock, tickClock, writeClock } from "#shared/base/clock.ts";
import type { Overview } from "#shared/contract/records.ts";
import { openAtProvince } from "./at-province.ts";
import { chainStart } from "./chain.ts";
import { openDatabase } from "./database.ts";
import { greatestClock, latestSane } from "./greatest-clock.ts";
import type { Change, Journal, WriteListener } from "./journal.ts";
import { emptyLedger, type Ledger, overviewOf, post, readLedger, writeLedger } from "./ledger.ts";
import { openQuarantine, type Quarantine } from "./quarantine.ts";
import { openReads } from "./reads.ts";
import { numberIn, textIn } from "./row.ts";
import { openTrail } from "./trail.ts";
import { inTransaction } from "./transaction.ts";
import { verifyChain } from "./verify.ts";
import { openWithin } from "./within.ts";
import { type ChainEnd, openWrites } from "./writes.ts";

/** The journal as it is on disk: with counts of what stands, and a place for rows that were not taken. */
export type DeskJournal = Journal & Quarantine & { overview(): Overview };

type JournalOptions = { deviceId: string; now: () => number };

/**
 * Opens the journal in a folder, made where missing. `deviceId` names this device in the chain and, followed by
 * `.d`, the desk in its stamps; `now` is the wall clock in milliseconds. One process at a time: throws where
 * another has it open.
 */
export function openJournal(folder: string, options: JournalOptions): DeskJournal {
  const database = openDatabase(folder);
  try {
    return openJournalOn(database, options);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The journal on a database that `openDatabase` opened; closing the one closes the other. */
export function openJournalOn(database: Sqlite, { deviceId, now }: JournalOptions): DeskJournal {
  const fact = database.prepare("SELECT value FROM facts WHERE name = ?");
  const factNamed = (name: string) => {
    const row = fact.get(name);
    return row && textIn(row, "value");
  };
  const epoch = factNamed("epoch") ?? "";
  const lastEntry = database.prepare("SELECT seq, hash, at FROM entries ORDER BY seq DESC LIMIT 1").get();
  let end: ChainEnd = {
    seq: lastEntry ? numberIn(lastEntry, "seq") : 0,
    hash: lastEntry ? textIn(lastEntry, "hash") : chainStart,
    at: lastEntry ? textIn(lastEntry, "at") : "",
    clock: greatestClock([factNamed("clock") ?? ""], "", latestSane(now())),
  };
  let clock = seeClock(clockZero, end.clock);
  const reads = openReads(database, epoch, () => end.seq);
  const writeAll = openWrites(database, deviceId);
  const listeners = new Set<WriteListener>();

  const postingsOf = database.prepare("SELECT id, hash, facet FROM heads WHERE collection = ?");
  const ledgers = new Map<CollectionName, Ledger>();
  const ledgerOf = (collection: CollectionName) => {
    const known = ledgers.get(collection);
    if (known) return known;
    const ledger = readLedger(factNamed(`ledger of ${collection}`), end.seq) ?? countLedger(collection);
    ledgers.set(collection, ledger);
    return ledger;
  };
  const countLedger = (collection: CollectionName) => {
    const ledger = emptyLedger();
    for (const row of postingsOf.iterate(collection)) {
      post(ledger, textIn(row, "id"), undefined, { hash: textIn(row, "hash"), facet: textIn(row, "facet") });
    }
    return ledger;
  };
  /** Counting 100,000 records again at each start would hold everything else up; after a power cut it is done. */
  const keepLedgers = () => {
    const keep = database.prepare("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)");
    inTransaction(database, () => {
      for (const [collection, ledger] of ledgers) {
        keep.run(`ledger of ${collection}`, writeLedger(ledger, end.seq));
      }
    });
  };

  return {
    ...reads,
    ...openAtProvince(database),
    ...openQuarantine(database, now),
    ...openTrail(database),
    within: openWithin(database, epoch, () => end.seq),
    write(collection, records, origin, known) {
      const at = new Date(now()).toISOString();
      const { outcome, noticed } = inTransaction(database, () => {
        const first = writeAll(collection, records, origin, at, end, known);
        // One that is here already may have been settled since.
        const fresh = first.conflicts.filter(({ id }) => !reads.read("conflicts", id));
        return { outcome: first, noticed: writeAll("conflicts", fresh, "desk", at, first.end) };
      });
      const posted = [
        { name: collection, postings: outcome.postings },
        { name: "conflicts" as const, postings: noticed.postings },
      ].filter(({ postings }) => postings.length > 0);
      end = noticed.end;
      clock = seeClock(clock, end.clock);
      for (const { name, postings } of posted) {
        const ledger = ledgers.get(name);
        if (ledger) for (const { id, before, after } of postings) post(ledger, id, before, after);
      }
      for (const { name, postings } of posted)
        for (const listener of listeners) tell(listener, name, postings);
      return outcome.written;
    },
    count: (collection) => ledgerOf(collection).digest.count,
    last: () => ({ seq: end.seq, at: end.at }),
    digest(collection) {
      const { digest } = ledgerOf(collection);
      return { count: digest.count, digest: digest.digest() };
    },
    buckets: (collection) => ledgerOf(collection).digest.buckets(),
    stamp(by) {
      clock = tickClock(clock, now());
      return { clock: writeClock(clock, `${deviceId}.d`), by, deviceId };
    },
    onWrite(listener) {
      // Each call is its own subscription, also of one function given twice.
      const own: WriteListener = (collection, changes) => listener(collection, changes);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    verify: () => verifyChain(database),
    overview: () => overviewOf(ledgerOf),
    close() {
      try {
        keepLedgers();
      } catch {
        // A full disk: they are counted again.
      }
      database.close();
    },
  };
}

/** A listener that fails must not make a write that is safe look failed. */
function tell(listener: WriteListener, collection: CollectionName, changes: readonly Change[]): void {
  try {
    listener(collection, changes);
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}
