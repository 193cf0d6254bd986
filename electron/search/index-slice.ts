import type { DatabaseSync } from "node:sqlite";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import type { PageWords } from "#shared/archive/page.ts";
import { sha256 } from "#electron/journal/chain.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";
import { emptyIndex } from "./index-database.ts";
import { indexedWords, textOfRecord } from "./indexed-text.ts";

/** Answers the words object of a page, or nothing where the desk does not hold it. */
export type ReadWords = (digest: string) => Promise<PageWords | undefined>;

type Entry = { id: string; item: string; digest: string; text: string; stands: boolean };

/**
 * The next slice of one collection, from the journal into the index, with the cursor in one transaction: true where
 * there was something. An index of another life of the journal is emptied first.
 */
export function openSlices(database: DatabaseSync, journal: Journal, readWords: ReadWords) {
  const put = preparePut(database);

  return async function indexSlice(collection: CollectionName, size: number): Promise<boolean> {
    const cursor = put.cursorOf(collection);
    const { documents, checkpoint } = journal.pull(collection, cursor ?? null, size);
    if (cursor && (cursor.epoch !== checkpoint.epoch || cursor.seq > journal.last().seq)) {
      emptyIndex(database);
      return true;
    }
    if (documents.length === 0) return false;
    const entries: Entry[] = [];
    for (const record of documents) entries.push(await entryOf(collection, record));
    inTransaction(database, () => {
      for (const entry of entries) put.entry(collection, entry);
      put.cursor(collection, checkpoint);
    });
    return true;
  };

  async function entryOf(collection: CollectionName, record: Records[CollectionName]): Promise<Entry> {
    const stands = record.withdrawn === "";
    if (!("wordsDigest" in record)) {
      const text = stands ? textOfRecord(collection, record) : "";
      return { id: record.id, item: "", digest: sha256(text).slice(0, 16), text, stands };
    }
    const entry = { id: record.id, item: record.itemId, digest: record.wordsDigest, text: "", stands };
    if (!stands || entry.digest === "") return { ...entry, stands: false };
    if (put.digestOf(collection, record.id) === entry.digest) return entry;
    return { ...entry, text: (await wordsOrNothing(entry.digest))?.text ?? "" };
  }

  /** One words object that cannot be read must not stop the others. */
  async function wordsOrNothing(digest: string): Promise<PageWords | undefined> {
    try {
      return await readWords(digest);
    } catch {
      return undefined;
    }
  }
}

function preparePut(database: DatabaseSync) {
  const find = database.prepare("SELECT key, item, digest FROM docs WHERE collection = ? AND id = ?");
  const insert = database.prepare("INSERT INTO docs (collection, id, item, digest) VALUES (?,?,?,?)");
  const update = database.prepare("UPDATE docs SET item = ?, digest = ? WHERE key = ?");
  const remove = database.prepare("DELETE FROM docs WHERE key = ?");
  const cursorOf = database.prepare("SELECT epoch, seq FROM cursors WHERE collection = ?");
  const setCursor = database.prepare(
    "INSERT OR REPLACE INTO cursors (collection, epoch, seq) VALUES (?,?,?)",
  );
  const wordsIn = (table: string) => ({
    insert: database.prepare(`INSERT INTO ${table} (rowid, words) VALUES (?,?)`),
    remove: database.prepare(`DELETE FROM ${table} WHERE rowid = ?`),
  });
  const ofRecords = wordsIn("record_words");
  const ofPages = wordsIn("page_words");
  return {
    entry(collection: CollectionName, { id, item, digest, text, stands }: Entry) {
      const words = collection === "pages" ? ofPages : ofRecords;
      const found = find.get(collection, id);
      if (!found) {
        if (!stands) return;
        const key = insert.run(collection, id, item, digest).lastInsertRowid;
        words.insert.run(key, indexedWords(text));
        return;
      }
      const key = numberIn(found, "key");
      if (!stands) {
        words.remove.run(key);
        remove.run(key);
        return;
      }
      if (textIn(found, "digest") !== digest) {
        words.remove.run(key);
        words.insert.run(key, indexedWords(text));
      } else if (textIn(found, "item") === item) return;
      update.run(item, digest, key);
    },
    digestOf(collection: CollectionName, id: string) {
      const row = find.get(collection, id);
      return row && textIn(row, "digest");
    },
    cursorOf(collection: CollectionName) {
      const row = cursorOf.get(collection);
      return row && { epoch: textIn(row, "epoch"), seq: numberIn(row, "seq") };
    },
    cursor(collection: CollectionName, { epoch, seq }: { epoch: string; seq: number }) {
      setCursor.run(collection, epoch, seq);
    },
  };
}
