import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Group } from "#shared/archive/group.ts";
import type { Item } from "#shared/archive/item.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { Term } from "#shared/archive/term.ts";
import { recordShapes } from "#shared/archive/shapes.ts";

/** The state of a record as the store gave it back; only what `readRecord` passed was ever written there. */
export function recordIn(state: unknown): ArchiveRecord {
  if (!isState(state)) throw new Error("no record in the row");
  return state;
}

/** True for a record of the collection `fonds`. */
export function isFonds(record: unknown): record is Fonds {
  return recordShapes.fonds.Check(record);
}

/** True for a record of the collection `files`. */
export function isFile(record: unknown): record is ArchiveFile {
  return recordShapes.files.Check(record);
}

/** True for a record of the collection `items`. */
export function isItem(record: unknown): record is Item {
  return recordShapes.items.Check(record);
}

/** True for a record of the collection `groups`. */
export function isGroup(record: unknown): record is Group {
  return recordShapes.groups.Check(record);
}

/** True for a record of the collection `terms`. */
export function isTerm(record: unknown): record is Term {
  return recordShapes.terms.Check(record);
}

function isState(state: unknown): state is ArchiveRecord {
  return (
    typeof state === "object" && state !== null && "id" in state && "scope" in state && "clocks" in state
  );
}
