import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import { refuseSigning, type Unsignable } from "#shared/archive/signature.ts";
import { isDigest } from "#shared/base/digest.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Journal } from "#electron/journal/journal.ts";

export type SignableParts = {
  journal: Journal;
  objects: Pick<ObjectStore, "has">;
  /** Whether an item's rendition is still to be made of what its records say now. */
  isBeingMade: (itemId: string) => boolean;
};

/** An item of a file or batch, how a person finds it, and why it may not be signed, where it may not. */
export type Candidate = { itemId: string; label: string; refused: Unsignable | undefined };

/** The items that stand in a file or batch, in the order of their files' codes, and what they are called together. */
export function candidatesOf(
  parts: SignableParts,
  of: "file" | "batch",
  id: string,
): { label: string; candidates: Candidate[] } {
  const { files, label } = chosen(parts.journal, of, id);
  const candidates = files.flatMap((file) =>
    parts.journal
      .children("items", file.id)
      .filter(({ withdrawn }) => withdrawn === "")
      .sort((one, other) => one.ordinal - other.ordinal)
      .map((item) => ({
        itemId: item.id,
        label: `${file.code}.${item.ordinal}`,
        refused: refusedOf(parts, item, file),
      })),
  );
  return { label, candidates };
}

/** Why an item may not be signed, by its records as they are now. */
export function refusedOf(parts: SignableParts, item: Item, file: ArchiveFile): Unsignable | undefined {
  const batch = file.batchId === "" ? undefined : parts.journal.read("batches", file.batchId);
  return refuseSigning(item, {
    batch: batch?.state ?? "",
    held: isHeld(item) || isHeld(file) || (batch !== undefined && isHeld(batch)),
    beingMade: parts.isBeingMade(item.id),
    here: isDigest(item.renditionDigest) && parts.objects.has(item.renditionDigest),
  });
}

function chosen(journal: Journal, of: "file" | "batch", id: string): { files: ArchiveFile[]; label: string } {
  const file = of === "file" ? journal.read("files", id) : undefined;
  if (file) return { files: [file], label: file.code };
  const batch = of === "batch" ? journal.read("batches", id) : undefined;
  if (!batch) throw new DeskFault("not-found", { detail: `${of} ${id}` });
  const files = journal.filesOfBatch(id).filter(({ withdrawn }) => withdrawn === "");
  return {
    files: files.sort((one, other) => (one.code < other.code ? -1 : 1)),
    label: batch.number || batch.name,
  };
}
