import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { numberIn, type Row, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";

/** An object that was sent. `confirmed`: the province's signature of its receipt was checked and is kept. */
export type SentObject = { digest: Digest; size: number; confirmed: boolean; freed: boolean };

/** What is known of objects at the province by its signed word, beside the queue of those to send. */
export type ConfirmedObjects = {
  find(digest: string): SentObject | undefined;
  /** Sent objects whose receipts carry no checked signature yet. */
  unsigned(limit: number): SentObject[];
  confirm(digest: Digest, receivedAt: string, signature: string): void;
  /** The province no longer says that it holds the object: it is to be sent again. */
  lost(digest: Digest): void;
  freed(): SentObject[];
  free(digest: Digest, at: string): void;
  fetched(digest: Digest): void;
};

export function openConfirmedObjects(database: Sqlite): ConfirmedObjects {
  const columns = "digest, size, signature, freed_at FROM uploads";
  const find = database.prepare(`SELECT ${columns} WHERE digest = ? AND state = 'sent'`);
  const unsigned = database.prepare(
    `SELECT ${columns} WHERE state = 'sent' AND signature = '' ORDER BY received_at LIMIT ?`,
  );
  const confirm = database.prepare(
    "UPDATE uploads SET received_at = ?, signature = ? WHERE digest = ? AND state = 'sent'",
  );
  const lost = database.prepare(
    "UPDATE uploads SET state = 'waiting', tries = 0, url = '', received_at = '', signature = '' WHERE digest = ?",
  );
  const freed = database.prepare(`SELECT ${columns} WHERE freed_at <> ''`);
  const setFreed = database.prepare("UPDATE uploads SET freed_at = ? WHERE digest = ?");
  const write = (work: () => unknown) => void inTransaction(database, work);
  const read = (row: Row): SentObject => {
    const digest = textIn(row, "digest");
    if (!isDigest(digest)) throw new Error("no digest in the queue");
    return {
      digest,
      size: numberIn(row, "size"),
      confirmed: textIn(row, "signature") !== "",
      freed: textIn(row, "freed_at") !== "",
    };
  };
  return {
    find(digest) {
      const row = find.get(digest);
      return row && read(row);
    },
    unsigned: (limit) => unsigned.all(limit).map(read),
    confirm: (digest, receivedAt, signature) => write(() => confirm.run(receivedAt, signature, digest)),
    lost: (digest) => write(() => lost.run(digest)),
    freed: () => freed.all().map(read),
    free: (digest, at) => write(() => setFreed.run(at, digest)),
    fetched: (digest) => write(() => setFreed.run("", digest)),
  };
}
