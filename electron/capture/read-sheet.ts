import type { ArchiveFile } from "#shared/archive/file.ts";
import { covers } from "#shared/archive/unit.ts";
import { nowhere, type Sheet, type SheetRefusal } from "#shared/capture/part-stack.ts";
import { readSeparatorMark } from "#shared/capture/separator-mark.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** Where a separator may lead: what the person at work may touch, and the batch that is scanned, if one is. */
export type SheetBounds = { scope: string; batchId: string | undefined };

/**
 * Understands the codes of a page as a separator; nothing where none of them is one. What a separator says is asked
 * of the inventory as it is now: nothing else on the sheet counts.
 */
export function readSheet(
  journal: Pick<Journal, "read" | "children">,
  texts: readonly string[],
  bounds: SheetBounds,
): Sheet | undefined {
  const marks = texts.map(readSeparatorMark).filter((mark) => mark !== "none");
  const [mark, ...others] = marks;
  if (mark === undefined) return undefined;
  if (others.length > 0) return refused("two-codes");
  if (mark === "damaged") return refused("damaged");
  const item = mark.of === "item" ? journal.read("items", mark.id) : undefined;
  if (mark.of === "item" && !item) return refused("unknown");
  const file = journal.read("files", item?.fileId ?? mark.id);
  if (!file) return refused("unknown");
  if (!covers(bounds.scope, (item ?? file).scope)) return refused("other-unit");
  if (file.withdrawn !== "" || (item && item.withdrawn !== "")) return refused("withdrawn");
  if (bounds.batchId !== undefined && file.batchId !== bounds.batchId) return refused("other-batch");
  if (item) return { to: { kind: "item", id: item.id }, refusal: "" };
  return { to: onlyItem(journal, file) ?? { kind: "file", id: file.id }, refusal: "" };
}

/** The pages behind a file's separator are of its item where it has one alone. */
function onlyItem(journal: Pick<Journal, "children">, file: ArchiveFile) {
  const own = journal.children("items", file.id).filter(({ withdrawn }) => withdrawn === "");
  const [item] = own;
  return item && own.length === 1 ? ({ kind: "item", id: item.id } as const) : undefined;
}

function refused(refusal: SheetRefusal): Sheet {
  return { to: nowhere, refusal };
}
