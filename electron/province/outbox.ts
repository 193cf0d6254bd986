import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { type CollectionName, collectionNames } from "#shared/archive/collections.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { faultCodes } from "#shared/contract/fault.ts";
import { objectKinds, type outboxCalls } from "#shared/contract/outbox.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { JournalStore } from "./journal-store.ts";
import { nameRecord } from "./name-record.ts";
import { uploadRanks, type UploadQueue } from "./upload-queue.ts";

type Parts = {
  journal: Journal;
  objects: Pick<ObjectStore, "put">;
  store: Pick<JournalStore, "refused">;
  queue: UploadQueue;
  now: () => number;
};

const slice = 500;
/** With this mark programs of the office read a table as UTF-8. */
const byteOrderMark = "\ufeff";

/** What is not sent yet: how much, what, since when and why, and a copy of it to take along. */
export function outboxHandlers(parts: Parts): Pick<DeskHandlers, keyof typeof outboxCalls> {
  const { journal, store, queue } = parts;
  return {
    "outbox.read": () => ({
      records: collectionNames.flatMap((collection) => {
        const count = journal.unsentCount(collection);
        return count === 0 ? [] : [{ collection, count, since: journal.unsentSince(collection) }];
      }),
      batches: journal.unsentByBatch().map(({ batchId, records }) => ({
        batchId,
        label: batchId === "" ? "" : nameRecord(journal, "batches", batchId),
        count: records,
      })),
      objects: queue.sums().map(({ rank, ...sum }) => ({ kind: kindOf(rank), ...sum })),
    }),
    "outbox.records"({ collection, after, limit }) {
      const { documents, seq } = journal.unsent(collection, after, limit);
      const refused = new Map(store.refused(collection).map((row) => [row.id, row]));
      const rows = documents.map((record) => {
        const row = refused.get(record.id);
        return {
          id: record.id,
          label: nameRecord(journal, collection, record.id),
          since: journal.sent(collection, record.id)?.at ?? "",
          code: row?.hash === hashOfRecord(record) ? row.code : "",
        };
      });
      return { rows, next: seq, more: documents.length === limit };
    },
    "outbox.objects"({ after, limit }) {
      const found = queue.unsent(after, limit);
      const rows = found.map(({ digest, rank, size, since, reason }) => ({
        digest,
        kind: kindOf(rank),
        bytes: size,
        since,
        label: labelOf(journal, queue.namings(digest)[0]),
        code: faultCodes.find((code) => code === reason) ?? "",
      }));
      return { rows, next: after + found.length, more: found.length === limit };
    },
    async "outbox.export"() {
      const name = `chua-gui-tinh-${new Date(parts.now()).toISOString().slice(0, 10)}.zip`;
      const counts = collectionNames.map((collection) => journal.unsentCount(collection));
      if (counts.every((count) => count === 0)) return { records: 0, digest: "", size: 0, name };
      const zip = new ZipFile();
      const output = zip.outputStream as unknown as Readable;
      output.on("error", () => undefined);
      const written = { records: 0 };
      const mtime = new Date(parts.now());
      for (const [at, collection] of collectionNames.entries()) {
        if (counts[at] === 0) continue;
        addLazily(zip, output, { name: `${collection}.jsonl`, mtime }, () =>
          linesOf(journal, collection, written),
        );
        addLazily(zip, output, { name: `${collection}.csv`, mtime }, () => tableOf(journal, collection));
      }
      zip.end();
      const stored = await parts.objects.put(output);
      return { records: written.records, ...stored, name };
    },
  };
}

/** Adds a text that is made only when its turn comes: no more than a slice of records is in memory. */
function addLazily(
  zip: ZipFile,
  output: Readable,
  { name, mtime }: { name: string; mtime: Date },
  texts: () => Iterable<string>,
): void {
  zip.addReadStreamLazy(name, { mtime }, (give) => {
    const bytes = Readable.from(texts());
    bytes.on("error", (error) => output.destroy(error));
    give(null, bytes);
  });
}

function* unsentOf<Name extends CollectionName>(journal: Journal, collection: Name) {
  for (let after = 0; ;) {
    const { documents, seq } = journal.unsent(collection, after, slice);
    if (documents.length === 0) return;
    yield documents;
    after = seq;
  }
}

function* linesOf(journal: Journal, collection: CollectionName, written: { records: number }) {
  for (const documents of unsentOf(journal, collection)) {
    written.records += documents.length;
    yield documents.map((record) => `${JSON.stringify(record)}\n`).join("");
  }
}

/** What a person reads of the records: when each was written, what it is known by, and its id. */
function* tableOf(journal: Journal, collection: CollectionName) {
  yield byteOrderMark;
  for (const documents of unsentOf(journal, collection)) {
    yield documents
      .map(({ id }) => [journal.sent(collection, id)?.at ?? "", nameRecord(journal, collection, id), id])
      .map((cells) => `${cells.map(asCell).join(",")}\r\n`)
      .join("");
  }
}

/** A cell of a table (RFC 4180); a text that a spreadsheet would calculate is kept a text. */
function asCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

function kindOf(rank: number): (typeof objectKinds)[number] {
  return objectKinds.find((kind) => uploadRanks[kind] === rank) ?? "master";
}

function labelOf(
  journal: Journal,
  naming: { collection: "items" | "pages"; id: string } | undefined,
): string {
  if (!naming) return "";
  const itemId = naming.collection === "items" ? naming.id : (journal.read("pages", naming.id)?.itemId ?? "");
  return itemId === "" ? "" : nameRecord(journal, "items", itemId);
}
