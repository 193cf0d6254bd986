import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { type CollectionName, collectionNames, type Records } from "#shared/archive/collections.ts";
import type { PageWords } from "#shared/archive/page.ts";
import { openNextSlice } from "#electron/index/next-slice.ts";
import { type KeyOf, openKeys } from "#electron/index/record-keys.ts";
import { sha256 } from "#electron/journal/chain.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";
import { blockWord } from "./key-block.ts";
import { indexedWords, textOfRecord } from "./indexed-text.ts";

/** Answers the words object of a page, or nothing where the desk does not hold it. */
export type ReadWords = (digest: string) => Promise<PageWords | undefined>;

/** Whether the words object of a page is not here yet. */
type Entry = { id: string; item: string; digest: string; text: string; stands: boolean; awaited: boolean };

/** What can be searched, in the order in which the index takes it in. */
export const searchedCollections = collectionNames;

/** Records (or pages) at one go: a few dozen milliseconds. */
const sliceSize = (collection: CollectionName) => (collection === "pages" ? 25 : 100);

/**
 * `take` brings the next slice of a collection from the journal into the full-text tables: true where there was
 * something. `arrived` says that an object came: true where pages wait for it, which `take` of the pages then reads.
 */
export function openWordSlices(database: Sqlite, journal: Journal, readWords: ReadWords) {
  const nextSlice = openNextSlice(database, journal, "words");
  const put = preparePut(database, openKeys(database));
  const here = new Set<string>();

  return {
    async take(collection: CollectionName): Promise<boolean> {
      const slice = nextSlice(collection, sliceSize(collection));
      if (!slice) return collection === "pages" && (await takeArrived());
      const entries: Entry[] = [];
      for (const record of slice.documents) entries.push(await entryOf(collection, record));
      inTransaction(database, () => {
        for (const entry of entries) put.entry(collection, entry);
        slice.taken();
      });
      return true;
    },
    arrived(digest: string): boolean {
      if (!put.isAwaited(digest)) return false;
      here.add(digest);
      return true;
    },
  };

  /** Reads the words of one object that came after its page; false where none did. */
  async function takeArrived(): Promise<boolean> {
    const [digest] = here;
    if (digest === undefined) return false;
    here.delete(digest);
    const words = await wordsOrNothing(digest);
    if (words) inTransaction(database, () => put.awaited(digest, words.text));
    return true;
  }

  async function entryOf(collection: CollectionName, record: Records[CollectionName]): Promise<Entry> {
    const stands = record.withdrawn === "";
    if (!("wordsDigest" in record)) {
      const text = stands ? textOfRecord(collection, record) : "";
      return { id: record.id, item: "", digest: sha256(text).slice(0, 16), text, stands, awaited: false };
    }
    const { id, itemId: item, wordsDigest: digest, hold } = record;
    // Nobody finds by its words a page that bears a mark of secrecy.
    if (!stands || digest === "" || hold === "secret")
      return { id, item, digest, text: "", stands: false, awaited: false };
    const held = put.heldOf(collection, id);
    if (held?.digest === digest && !held.awaited)
      return { id, item, digest, text: "", stands, awaited: false };
    const words = await wordsOrNothing(digest);
    return { id, item, digest, text: words?.text ?? "", stands, awaited: words === undefined };
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

function preparePut(database: Sqlite, keyOf: KeyOf) {
  const find = database.prepare("SELECT item, digest, awaited FROM docs WHERE key = ?");
  const insert = database.prepare("INSERT INTO docs (key, item, digest, awaited) VALUES (?,?,?,?)");
  const update = database.prepare("UPDATE docs SET item = ?, digest = ?, awaited = ? WHERE key = ?");
  const remove = database.prepare("DELETE FROM docs WHERE key = ?");
  const awaiting = database.prepare("SELECT key FROM docs WHERE awaited AND digest = ?");
  const arrive = database.prepare("UPDATE docs SET awaited = 0 WHERE key = ?");
  const wordsIn = (table: string) => ({
    insert: database.prepare(`INSERT INTO ${table} (rowid, words) VALUES (?,?)`),
    remove: database.prepare(`DELETE FROM ${table} WHERE rowid = ?`),
  });
  const ofRecords = wordsIn("record_words");
  const ofPages = wordsIn("page_words");
  return {
    entry(collection: CollectionName, { id, item, digest, text, stands, awaited }: Entry) {
      const words = collection === "pages" ? ofPages : ofRecords;
      const key = keyOf(collection, id);
      const itemKey = item === "" ? 0 : keyOf("items", item);
      const found = find.get(key);
      if (!found) {
        if (!stands) return;
        insert.run(key, itemKey, digest, Number(awaited));
        words.insert.run(key, `${indexedWords(text)} ${blockWord(key)}`);
        return;
      }
      if (!stands) {
        words.remove.run(key);
        remove.run(key);
        return;
      }
      const changed = textIn(found, "digest") !== digest || numberIn(found, "awaited") !== Number(awaited);
      if (changed) {
        words.remove.run(key);
        words.insert.run(key, `${indexedWords(text)} ${blockWord(key)}`);
      } else if (numberIn(found, "item") === itemKey) return;
      update.run(itemKey, digest, Number(awaited), key);
    },
    /** The words of an object, for the pages that waited for it. */
    awaited(digest: string, text: string) {
      for (const row of awaiting.all(digest)) {
        const key = numberIn(row, "key");
        ofPages.remove.run(key);
        ofPages.insert.run(key, indexedWords(text));
        arrive.run(key);
      }
    },
    isAwaited: (digest: string) => awaiting.get(digest) !== undefined,
    heldOf(collection: CollectionName, id: string) {
      const row = find.get(keyOf(collection, id));
      return row && { digest: textIn(row, "digest"), awaited: numberIn(row, "awaited") === 1 };
    },
  };
}
