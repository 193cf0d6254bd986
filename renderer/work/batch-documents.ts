import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Work } from "#renderer/db/work.ts";

/** An item with the file it lies in. */
export type Document = { file: ArchiveFile; item: Item };

const atOnce = 20;

/** The files of a batch that count, in the order of their codes. */
export async function readBatchFiles(work: Work, batchId: string): Promise<ArchiveFile[]> {
  const found = await work.db.files
    .find({ selector: { batchId }, sort: [{ batchId: "asc" }, { code: "asc" }], index: ["batchId", "code"] })
    .exec();
  return found.map((file) => file.toJSON() as ArchiveFile).filter((file) => file.withdrawn === "");
}

/** Every item of a batch that counts, file by file in the order of the inventory. */
export async function readBatchDocuments(work: Work, batchId: string): Promise<Document[]> {
  const files = await readBatchFiles(work, batchId);
  const documents: Document[] = [];
  for (let at = 0; at < files.length; at += atOnce) {
    const slice = await Promise.all(
      files.slice(at, at + atOnce).map(async (file) => {
        const items = await readFileItems(work, file.id);
        return items.map((item) => ({ file, item }));
      }),
    );
    documents.push(...slice.flat());
  }
  return documents;
}

export async function readFileItems(work: Work, fileId: string): Promise<Item[]> {
  const found = await work.db.items
    .find({
      selector: { fileId },
      sort: [{ fileId: "asc" }, { ordinal: "asc" }],
      index: ["fileId", "ordinal"],
    })
    .exec();
  return found.map((item) => item.toJSON() as Item).filter((item) => item.withdrawn === "");
}
