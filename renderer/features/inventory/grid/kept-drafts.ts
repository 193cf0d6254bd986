import type { Cells, Parent } from "./row-kind.ts";

/** A row that is no record yet; `awaiting` names a field whose beginning was given, to be typed on. */
export type DraftRow = { id: string; parent: Parent; awaiting?: string };

/** What was typed and is in no record: rows not yet complete, and cells whose text is not read. */
export type Unsaved = { drafts: DraftRow[]; typed: [string, Cells][] };

const nothing: Unsaved = { drafts: [], typed: [] };

/** Keeps what is unsaved of one list in the browser's own store, so that closing the app loses none of it. */
export type UnsavedKeeper = { read: () => Unsaved; keep: (unsaved: Unsaved) => void };

export function keepUnsaved(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
  key: string,
): UnsavedKeeper {
  return {
    read() {
      try {
        const read: unknown = JSON.parse(storage.getItem(key) ?? "null");
        return isUnsaved(read) ? read : nothing;
      } catch {
        return nothing;
      }
    },
    keep(unsaved) {
      try {
        if (unsaved.drafts.length === 0 && unsaved.typed.length === 0) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify(unsaved));
      } catch {
        // A full store keeps what it had: the rows stay in the grid.
      }
    },
  };
}

function isUnsaved(value: unknown): value is Unsaved {
  return (
    typeof value === "object" &&
    value !== null &&
    "drafts" in value &&
    Array.isArray(value.drafts) &&
    "typed" in value &&
    Array.isArray(value.typed)
  );
}
