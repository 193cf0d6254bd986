import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { Check } from "typebox/value";
import { covers } from "#shared/archive/unit.ts";
import type { Digest } from "#shared/base/digest.ts";
import { checkpointSchema } from "#shared/replication/messages.ts";
import type { Receipt } from "#shared/replication/wire.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";

/** Which objects came to this hub from where, and which records name them. */
export type ReceivedObjects = {
  /** Notes that an object is in this hub's store; the first receipt for a scope stands. */
  receive(
    from: { deviceId: string; scope: string },
    object: { digest: Digest; size: number; mediaType: string },
    at: string,
  ): void;
  /** The receipt of an object that came from within a scope. */
  receipt(digest: Digest, scope: string): Receipt | undefined;
  /** Items whose objects include this one, as the journal's records say. */
  itemsNaming(digest: Digest): string[];
  /** The media type of an object that records name, all of them within the scope; else nothing. */
  mediaTypeFor(digest: Digest, scope: string): string | undefined;
  /** The objects that came from within a scope. */
  digestsOf(scope: string): string[];
};

const slice = 500;

export function openReceivedObjects(database: Sqlite, journal: Journal): ReceivedObjects {
  const insert = database.prepare(
    `INSERT INTO receipts (digest, scope, device_id, size, media_type, received_at)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const find = database.prepare("SELECT scope, size, received_at FROM receipts WHERE digest = ?");
  const all = database.prepare("SELECT DISTINCT digest, scope FROM receipts");
  const name = database.prepare("INSERT OR IGNORE INTO named (digest, collection, id) VALUES (?, ?, ?)");
  const findNamed = database.prepare("SELECT collection, id FROM named WHERE digest = ?");
  const fact = database.prepare("SELECT value FROM facts WHERE name = ?");
  const setFact = database.prepare("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)");

  const follow = (collection: "pages" | "items") => {
    for (;;) {
      const row = fact.get(`named:${collection}`);
      const known: unknown = row ? JSON.parse(textIn(row, "value")) : null;
      const from = Check(checkpointSchema, known) ? known : null;
      const { documents, checkpoint } = journal.pull(collection, from, slice);
      if (documents.length === 0) return;
      inTransaction(database, () => {
        for (const record of documents) {
          const digests =
            "renditionDigest" in record
              ? [record.renditionDigest]
              : [record.masterDigest, record.wordsDigest];
          for (const digest of digests) if (digest !== "") name.run(digest, collection, record.id);
        }
        setFact.run(`named:${collection}`, JSON.stringify(checkpoint));
      });
    }
  };
  /** The records that name an object now, each with its item and under which type. */
  const namings = (digest: Digest) => {
    follow("pages");
    follow("items");
    return findNamed.all(digest).flatMap((row) => {
      const id = textIn(row, "id");
      if (row["collection"] === "items") {
        const item = journal.read("items", id);
        if (item?.renditionDigest !== digest || item.withdrawn !== "") return [];
        return [{ itemId: id, scope: item.scope, mediaType: "application/pdf" }];
      }
      const page = journal.read("pages", id);
      if (!page || page.withdrawn !== "") return [];
      const { itemId, scope } = page;
      if (page.masterDigest === digest) return [{ itemId, scope, mediaType: page.mediaType }];
      return page.wordsDigest === digest ? [{ itemId, scope, mediaType: "application/json" }] : [];
    });
  };
  return {
    receive: ({ deviceId, scope }, { digest, size, mediaType }, at) =>
      void insert.run(digest, scope, deviceId, size, mediaType, at),
    receipt(digest, scope) {
      const row = find.all(digest).find((one) => covers(scope, textIn(one, "scope")));
      return row && { digest, size: numberIn(row, "size"), receivedAt: textIn(row, "received_at") };
    },
    itemsNaming: (digest) => [...new Set(namings(digest).map(({ itemId }) => itemId))],
    mediaTypeFor(digest, scope) {
      const all = namings(digest);
      // Nobody reaches another unit's bytes by writing their digest into a record of its own.
      return all.every((one) => covers(scope, one.scope)) ? all[0]?.mediaType : undefined;
    },
    digestsOf: (scope) =>
      all.all().flatMap((row) => (covers(scope, textIn(row, "scope")) ? [textIn(row, "digest")] : [])),
  };
}
