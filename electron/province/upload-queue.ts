import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { numberIn, type Row, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";

/** What is sent first: a page's words make it findable, a rendition readable; masters are the bulk. */
export const uploadRanks = { words: 0, rendition: 1, master: 2 } as const;

/** An object that a record names and that is here. */
export type Wanted = {
  digest: Digest;
  rank: number;
  size: number;
  mediaType: string;
  naming: { collection: CollectionName; id: string };
};

/** An object on its way to the province. `url` is the path of the upload under way there; empty before. */
export type Upload = {
  digest: Digest;
  rank: number;
  size: number;
  mediaType: string;
  url: string;
  tries: number;
};

/** An object that the province is not known to hold, as it is told to it. */
export type WaitingObject = Pick<Upload, "digest" | "size" | "mediaType">;

type UploadCounts = {
  sentObjects: number;
  totalObjects: number;
  sentBytes: number;
  totalBytes: number;
  waiting: number;
  /** Why the first of the objects that wait for a person does; empty while none do. */
  held: string;
};

/**
 * The objects to send, kept in a table: `waiting` until the province's receipt names the same digest, then `sent`;
 * `held` where sending again is useless until a person asks for it.
 */
export type UploadQueue = {
  /** Adds objects; answers those of them that were sent already, with the time of their receipts. */
  add(wanted: readonly Wanted[], now: string): (Wanted & { receivedAt: string })[];
  /** The next object of at most this rank to send, but those under way. */
  next(underWay: ReadonlySet<string>, mostRank: number): Upload | undefined;
  /** All that wait, in the order of sending. */
  waiting(): WaitingObject[];
  namings(digest: Digest): { collection: "items" | "pages"; id: string }[];
  setUrl(digest: Digest, url: string): void;
  failed(digest: Digest, reason: string): void;
  hold(digest: Digest, reason: string): void;
  /** `receivedAt`: empty where the hub has it. `signature`: the province's, checked; empty where it gave none that could be. */
  sent(digest: Digest, receivedAt: string, signature?: string): void;
  /** Takes out an object that no record names any more. */
  drop(digest: Digest): void;
  /** Lets held objects be tried again. */
  release(): void;
  /** Takes receipts back, so that each is asked again: all where the province's store is another, or the unsigned ones. */
  forgetReceipts(which?: "all" | "unsigned"): void;
  /** Of these objects: how many the province has. */
  countAtProvince(digests: readonly string[]): number;
  counts(): UploadCounts;
  /** What is not sent, by rank. */
  sums(): { rank: number; count: number; bytes: number; since: string }[];
  /** What is not sent in the order in which it goes, from a place in it on. */
  unsent(from: number, limit: number): (Upload & { since: string; reason: string })[];
};

export function openUploadQueue(database: Sqlite): UploadQueue {
  const insert = database.prepare(
    `INSERT INTO uploads (digest, rank, size, media_type, url, state, tries, reason, received_at, since)
     VALUES (?, ?, ?, ?, '', 'waiting', 0, '', '', ?) ON CONFLICT (digest) DO NOTHING`,
  );
  const name = database.prepare("INSERT OR IGNORE INTO namings (digest, collection, id) VALUES (?, ?, ?)");
  const find = database.prepare("SELECT state, received_at FROM uploads WHERE digest = ?");
  const due = database.prepare(
    "SELECT * FROM uploads WHERE state = 'waiting' AND rank <= ? ORDER BY tries, rank, since LIMIT ?",
  );
  const namings = database.prepare("SELECT collection, id FROM namings WHERE digest = ?");
  const setUrl = database.prepare("UPDATE uploads SET url = ? WHERE digest = ?");
  const failed = database.prepare("UPDATE uploads SET tries = tries + 1, reason = ? WHERE digest = ?");
  const hold = database.prepare("UPDATE uploads SET state = 'held', url = '', reason = ? WHERE digest = ?");
  const sent = database.prepare(
    "UPDATE uploads SET state = 'sent', url = '', reason = '', received_at = ?, signature = ? WHERE digest = ?",
  );
  const drop = database.prepare("DELETE FROM uploads WHERE digest = ?");
  const dropNamings = database.prepare("DELETE FROM namings WHERE digest = ?");
  const counts = database.prepare(
    `SELECT count(*) AS total, coalesce(sum(size), 0) AS bytes, coalesce(sum(state = 'sent'), 0) AS sent,
       coalesce(sum(CASE state WHEN 'sent' THEN size ELSE 0 END), 0) AS sent_bytes,
       coalesce(sum(state = 'waiting'), 0) AS waiting,
       coalesce(min(CASE state WHEN 'held' THEN reason END), '') AS held FROM uploads`,
  );
  const sums = database.prepare(
    `SELECT rank, count(*) AS uploads, coalesce(sum(size), 0) AS bytes, min(since) AS since FROM uploads
     WHERE state <> 'sent' GROUP BY rank ORDER BY rank`,
  );
  const unsent = database.prepare(
    `SELECT * FROM uploads WHERE state <> 'sent' ORDER BY state DESC, tries, rank, since, digest LIMIT ? OFFSET ?`,
  );
  const write = (work: () => unknown) => void inTransaction(database, work);

  return {
    add: (wanted, now) =>
      inTransaction(database, () =>
        wanted.flatMap((one) => {
          insert.run(one.digest, one.rank, one.size, one.mediaType, now);
          name.run(one.digest, one.naming.collection, one.naming.id);
          const row = find.get(one.digest);
          // What only the hub has was given no receipt of the province.
          if (row?.["state"] !== "sent" || row["received_at"] === "") return [];
          return [{ ...one, receivedAt: textIn(row, "received_at") }];
        }),
      ),
    next: (underWay, mostRank) =>
      due
        .all(mostRank, underWay.size + 1)
        .map(readUpload)
        .find(({ digest }) => !underWay.has(digest)),
    waiting: () =>
      due
        .all(uploadRanks.master, -1)
        .map(readUpload)
        .map(({ digest, size, mediaType }) => ({ digest, size, mediaType })),
    namings: (digest) =>
      namings.all(digest).map((row) => ({
        collection: row["collection"] === "items" ? "items" : "pages",
        id: textIn(row, "id"),
      })),
    setUrl: (digest, url) => write(() => setUrl.run(url, digest)),
    failed: (digest, reason) => write(() => failed.run(reason, digest)),
    hold: (digest, reason) => write(() => hold.run(reason, digest)),
    sent: (digest, receivedAt, signature = "") => write(() => sent.run(receivedAt, signature, digest)),
    drop: (digest) =>
      write(() => {
        drop.run(digest);
        dropNamings.run(digest);
      }),
    release: () =>
      write(() => database.exec("UPDATE uploads SET state = 'waiting', tries = 0 WHERE state = 'held'")),
    forgetReceipts: (which = "all") =>
      write(() =>
        database.exec(
          `UPDATE uploads SET state = 'waiting', tries = 0, url = '', received_at = '', signature = ''
           ${which === "all" ? "" : "WHERE signature = ''"}`,
        ),
      ),
    countAtProvince: (digests) =>
      digests.filter((digest) => {
        const row = find.get(digest);
        return row?.["state"] === "sent" && row["received_at"] !== "";
      }).length,
    sums: () =>
      sums.all().map((row) => ({
        rank: numberIn(row, "rank"),
        count: numberIn(row, "uploads"),
        bytes: numberIn(row, "bytes"),
        since: textIn(row, "since"),
      })),
    unsent: (from, limit) =>
      unsent.all(limit, from).map((row) => ({
        ...readUpload(row),
        since: textIn(row, "since"),
        reason: textIn(row, "reason"),
      })),
    counts() {
      const row = counts.get() ?? {};
      return {
        sentObjects: numberIn(row, "sent"),
        totalObjects: numberIn(row, "total"),
        sentBytes: numberIn(row, "sent_bytes"),
        totalBytes: numberIn(row, "bytes"),
        waiting: numberIn(row, "waiting"),
        held: textIn(row, "held"),
      };
    },
  };
}

function readUpload(row: Row): Upload {
  const digest = textIn(row, "digest");
  if (!isDigest(digest)) throw new Error("no digest in the queue");
  return {
    digest,
    rank: numberIn(row, "rank"),
    size: numberIn(row, "size"),
    mediaType: textIn(row, "media_type"),
    url: textIn(row, "url"),
    tries: numberIn(row, "tries"),
  };
}
