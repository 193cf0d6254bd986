import { auditTime, concat, defer, from, map, merge, type Observable, of, switchMap } from "rxjs";
import type { Batch, BatchState } from "#shared/archive/batch.ts";
import type { Page } from "#shared/archive/page.ts";
import type { Work } from "#renderer/db/work.ts";
import { type Document, readBatchDocuments } from "./batch-documents.ts";

/** How long changes are gathered before a list is read again, in milliseconds. */
const calm = 400;

/** The documents of a batch, read again after files or items changed. */
export function watchBatchDocuments(work: Work, batchId: string): Observable<Document[]> {
  const changes = merge(work.db.files.$, work.db.items.$).pipe(auditTime(calm));
  return merge(of(undefined), changes).pipe(switchMap(() => from(readBatchDocuments(work, batchId))));
}

/** The pages of an item that count, in their order. */
export function watchItemPages(work: Work, itemId: string): Observable<Page[]> {
  const query = work.db.pages.find({
    selector: { itemId },
    sort: [{ itemId: "asc" }, { ordinal: "asc" }],
    index: ["itemId", "ordinal"],
  });
  const read = defer(() => query.exec());
  return concat(read, query.$.pipe(auditTime(calm))).pipe(
    map((found) => found.map((page) => page.toJSON() as Page).filter((page) => page.withdrawn === "")),
  );
}

/** Batches in any of these states that count, by number, the latest first. */
export function watchBatches(work: Work, states: readonly BatchState[]): Observable<Batch[]> {
  return work.db.batches.find({ selector: { state: { $in: [...states] } } }).$.pipe(
    map((found) =>
      found
        .map((batch) => batch.toJSON() as Batch)
        .filter((batch) => batch.withdrawn === "")
        .sort((one, other) => (one.number < other.number ? 1 : -1)),
    ),
  );
}

/** A batch as it stands; `null` where there is none of this id. */
export function watchBatch(work: Work, batchId: string): Observable<Batch | null> {
  return work.db.batches.findOne(batchId).$.pipe(map((batch) => (batch ? (batch.toJSON() as Batch) : null)));
}
