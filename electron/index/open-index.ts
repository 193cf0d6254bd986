import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { listedCollections, openRowSlices } from "#electron/listing/row-slices.ts";
import { openWordSlices, type ReadWords, searchedCollections } from "#electron/search/word-slices.ts";
import { followJournal } from "./follow-journal.ts";
import { released } from "#electron/sqlite/released.ts";
import { isUseless, openIndexDatabase, removeIndex } from "./index-database.ts";

/** What of the index a question needs to be up to date. */
export type IndexPart = "rows" | "words";

/** The desk's read models of the journal: rows for lists, words for searches, in one database. */
export type Index = {
  /**
   * Reads the index when the parts named have caught up with the journal; after `patience` as far as they got.
   * `read` is given the database and may be called again on a new one, where the old one turns out to be damaged.
   */
  ask<Value>(parts: readonly IndexPart[], read: (database: Sqlite) => Value): Promise<Value>;
  catchUp(): Promise<void>;
  /** Says that an object came: pages whose words it holds can be searched from now on. */
  objectArrived(digest: string): void;
  close(): Promise<void>;
};

/** Records taken in at one go: a few dozen milliseconds, so that the desk goes on answering. */
const rowsAtOnce = 250;

/**
 * Opens the index in its own file in `folder`: deleted, damaged or of another journal, it is built again. It follows
 * the journal by itself. `patience` (milliseconds) is how long a question waits for it; an index that is being built
 * anew from a large journal takes longer.
 */
export function openIndex(options: {
  folder: string;
  journal: Journal;
  readWords: ReadWords;
  patience?: number;
}): Index {
  const { folder, journal, readWords, patience = 5000 } = options;
  const open = () => {
    const database = openIndexDatabase(folder);
    return {
      database,
      takeRows: openRowSlices(database, journal),
      words: openWordSlices(database, journal, readWords),
    };
  };
  let opened = open();
  let closed = false;

  let renewing: Promise<void> | undefined;

  /** Does the work again on a new index where the old one turns out to be useless. */
  async function onIndex<Value>(work: (index: typeof opened) => Promise<Value> | Value): Promise<Value> {
    await renewing;
    const used = opened;
    try {
      return await work(used);
    } catch (error) {
      if (closed) throw error;
      if (used === opened && !renewing) {
        if (!isUseless(error)) throw error;
        renewing = renew().finally(() => (renewing = undefined));
      }
      await renewing;
      return work(opened);
    }
  }
  async function renew(): Promise<void> {
    opened.database.close();
    await released();
    if (closed) return;
    removeIndex(folder);
    opened = open();
    followers.rows.renew();
    followers.words.renew();
  }
  const follow = <Name extends CollectionName>(
    collections: readonly Name[],
    takeSlice: (index: typeof opened, collection: Name) => Promise<boolean> | boolean,
  ) =>
    followJournal<Name>({
      journal,
      collections,
      patience,
      takeSlice: (collection) => onIndex((index) => takeSlice(index, collection)),
    });
  const followers = {
    rows: follow(listedCollections, (index, collection) => index.takeRows(collection, rowsAtOnce)),
    words: follow(searchedCollections, (index, collection) => index.words.take(collection)),
  };

  return {
    async ask(parts, read) {
      return onIndex(async () => {
        await Promise.all(parts.map((part) => followers[part].catchUpPatiently()));
        if (closed) throw new Error("the index is closed");
        return read(opened.database);
      });
    },
    async catchUp() {
      await followers.rows.catchUp();
      await followers.words.catchUp();
    },
    objectArrived(digest) {
      // A new index hears of everything again.
      if (!closed && !renewing && opened.words.arrived(digest)) followers.words.renew();
    },
    async close() {
      closed = true;
      await followers.rows.close();
      await followers.words.close();
      await renewing;
      if (opened.database.isOpen) opened.database.close();
    },
  };
}
