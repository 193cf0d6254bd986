import { setImmediate as pause } from "node:timers/promises";
import type { WrongObject } from "#shared/contract/keeping.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { Fixity } from "./fixity.ts";

const slice = 500;

/** Says of each wrong object which record names it, so that a person knows what to scan again. */
export async function nameWrong(
  journal: Pick<Journal, "pull" | "read">,
  wrong: ReturnType<Fixity["wrong"]>,
): Promise<WrongObject[]> {
  const named = new Map<string, WrongObject>(
    wrong.map((one) => [
      one.digest,
      { ...one, field: "", collection: "", id: "", itemId: "", fileId: "", label: "" },
    ]),
  );
  if (named.size === 0) return [];
  for (const collection of ["pages", "items"] as const) {
    let checkpoint: Parameters<Journal["pull"]>[1] = null;
    for (;;) {
      const answer: ReturnType<typeof journal.pull<typeof collection>> = journal.pull(
        collection,
        checkpoint,
        slice,
      );
      if (answer.documents.length === 0) break;
      checkpoint = answer.checkpoint;
      for (const record of answer.documents) {
        for (const [field, value] of Object.entries(record)) {
          const found = typeof value === "string" && field.endsWith("Digest") ? named.get(value) : undefined;
          if (!found || found.field === "masterDigest") continue;
          const itemId = "itemId" in record ? record.itemId : record.id;
          const item = journal.read("items", itemId);
          const label = labelOf(item, "itemId" in record ? record : undefined);
          Object.assign(found, {
            field,
            collection,
            id: record.id,
            itemId,
            fileId: item?.fileId ?? "",
            label,
          });
        }
      }
      await pause();
    }
  }
  return [...named.values()];
}

function labelOf(item: Item | undefined, page: Page | undefined): string {
  const notation = [item?.number, item?.symbol].filter(Boolean).join("/");
  return [notation, item?.subject.slice(0, 80), page ? `${page.sourceName} · ${page.ordinal}` : ""]
    .filter(Boolean)
    .join(" – ");
}
