import type { ArchiveRecord } from "#shared/archive/record.ts";
import { withdrawnTogether } from "#shared/archive/withdrawn-together.ts";
import { readRecords } from "#renderer/db/change-records.ts";
import type { Work } from "#renderer/db/work.ts";
import { type Edit, type History, recordChanges } from "#renderer/work/history.ts";

export type Restorable = { collection: "fonds" | "files" | "items"; id: string };

/** The record above, where records of this kind stand in another. */
const above = {
  items: { collection: "files", field: "fileId" },
  files: { collection: "fonds", field: "fondsId" },
  fonds: undefined,
} as const;

/**
 * Makes withdrawn records count again: with each the records it stands in, for an item of a withdrawn file would still
 * not count, and all that was withdrawn below it in the same act. What was withdrawn below it on its own stays so. One
 * step that can be undone; answers how many records it restored.
 */
export async function restoreRecords(
  work: Work,
  history: History,
  label: string,
  chosen: readonly Restorable[],
): Promise<number> {
  const restored = { fonds: new Set<string>(), files: new Set<string>(), items: new Set<string>() };
  let level: readonly Restorable[] = chosen;
  let downward = true;
  while (level.length > 0) {
    const next: Restorable[] = [];
    for (const collection of ["items", "files", "fonds"] as const) {
      const ids = level.filter((one) => one.collection === collection).map(({ id }) => id);
      if (ids.length === 0) continue;
      for (const record of (await readRecords(work, collection, ids)).values()) {
        if (record.withdrawn !== "") restored[collection].add(record.id);
        // Only of what was chosen: the siblings of an item are not what its file is restored for.
        if (downward) {
          for (const one of await withdrawnBelow(work, collection, record))
            restored[one.collection].add(one.id);
        }
        const parent = above[collection];
        if (parent) next.push({ collection: parent.collection, id: textOf(record, parent.field) });
      }
    }
    downward = false;
    level = next.filter(({ collection, id }) => !restored[collection].has(id));
  }
  // Those above first: nobody ever sees an item that counts in a file that does not.
  const edits = (["fonds", "files", "items"] as const).flatMap((collection) =>
    [...restored[collection]].map((id): Edit => standingAgain({ collection, id })),
  );
  const step = await recordChanges(work, history, label, edits);
  return step.changes.length;
}

/** The records below a withdrawn one, down to the last, that were withdrawn with it. */
async function withdrawnBelow(
  work: Work,
  collection: Restorable["collection"],
  record: ArchiveRecord,
): Promise<Restorable[]> {
  if (record.withdrawn === "" || collection === "items") return [];
  const gone = { $ne: "" };
  const found =
    collection === "fonds"
      ? await work.db.files.find({ selector: { fondsId: record.id, withdrawn: gone } }).exec()
      : await work.db.items.find({ selector: { fileId: record.id, withdrawn: gone } }).exec();
  const kind = collection === "fonds" ? "files" : "items";
  const below: Restorable[] = [];
  for (const document of found) {
    const child = document.toJSON() as ArchiveRecord;
    if (!withdrawnTogether(record, child)) continue;
    below.push({ collection: kind, id: child.id }, ...(await withdrawnBelow(work, kind, child)));
  }
  return below;
}

function standingAgain({ collection, id }: Restorable): Edit {
  const fields = { withdrawn: "" };
  switch (collection) {
    case "items":
      return { collection, id, fields };
    case "files":
      return { collection, id, fields };
    case "fonds":
      return { collection, id, fields };
  }
}

function textOf(record: ArchiveRecord, field: string): string {
  const value = new Map<string, unknown>(Object.entries(record)).get(field);
  return typeof value === "string" ? value : "";
}
