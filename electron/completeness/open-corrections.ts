import { isAccepted, isPacked } from "#shared/archive/batch.ts";
import type { Note, Station } from "#shared/archive/note.ts";
import { holdCode } from "#shared/archive/paper-hold.ts";
import { isOpenRework, isRework } from "#shared/archive/rework.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { Outside } from "./matrix-sql.ts";

/** What was sent back and is not closed: its note, its batch, and where what it is pinned to lies now. */
export type OpenCorrection = {
  note: Note & { station: Station };
  batch: { id: string; number: string; scope: string };
  /** Empty where it is of the batch as a whole, or what it is pinned to is not here. */
  fileId: string;
  itemId: string;
};

/** Reads the batches, and of those in the work what was sent back of them; nothing stands against an accepted one. */
export function readOutside(journal: Journal): Outside & { corrections: OpenCorrection[] } {
  const packed: string[] = [];
  const held: string[] = [];
  const corrections: OpenCorrection[] = [];
  let page = journal.pull("batches", null, 500);
  while (page.documents.length > 0) {
    for (const batch of page.documents) {
      if (batch.withdrawn !== "") continue;
      const { id, number, scope, state } = batch;
      if (isPacked(state)) packed.push(id);
      if (holdCode(batch) !== "") held.push(id);
      if (isAccepted(state) || state === "draft") continue;
      for (const note of journal.children("notes", id))
        if (isRework(note) && isOpenRework(note))
          corrections.push({ note, batch: { id, number, scope }, ...placeOf(journal, note) });
    }
    page = journal.pull("batches", page.checkpoint, 500);
  }
  const corrected = corrections.map(({ fileId }) => fileId).filter((id) => id !== "");
  return { packed, held, corrected, corrections };
}

function placeOf(journal: Journal, { pin }: Note): Pick<OpenCorrection, "fileId" | "itemId"> {
  const page = pin?.on === "pages" ? journal.read("pages", pin.id) : undefined;
  const itemId = pin?.on === "items" ? pin.id : (page?.itemId ?? "");
  const fileId = pin?.on === "files" ? pin.id : (journal.read("items", itemId)?.fileId ?? "");
  return { fileId, itemId };
}
