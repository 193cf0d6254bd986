import type { ArchiveRecord } from "#shared/archive/record.ts";
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
 * Makes withdrawn records count again, and with each the records it stands in, for an item of a withdrawn file would
 * still not count. One step that can be undone; answers how many records it restored.
 */
export async function restoreRecords(
  work: Work,
  history: History,
  label: string,
  chosen: readonly Restorable[],
): Promise<number> {
  const edits = new Map<string, Edit>();
  let level: readonly Restorable[] = chosen;
  while (level.length > 0) {
    const next: Restorable[] = [];
    for (const collection of ["items", "files", "fonds"] as const) {
      const ids = level.filter((one) => one.collection === collection).map(({ id }) => id);
      if (ids.length === 0) continue;
      for (const record of (await readRecords(work, collection, ids)).values()) {
        if (record.withdrawn !== "") {
          edits.set(`${collection} ${record.id}`, standingAgain({ collection, id: record.id }));
        }
        const parent = above[collection];
        if (parent) next.push({ collection: parent.collection, id: textOf(record, parent.field) });
      }
    }
    level = next.filter(({ collection, id }) => !edits.has(`${collection} ${id}`));
  }
  // Those above first: nobody ever sees an item that counts in a file that does not.
  const step = await recordChanges(work, history, label, [...edits.values()].reverse());
  return step.changes.length;
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
