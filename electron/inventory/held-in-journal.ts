import type { ArchiveFile } from "#shared/archive/file.ts";
import { fold } from "#shared/base/fold.ts";
import type { Held } from "#shared/inventory/known-files.ts";
import type { Line } from "#shared/inventory/line.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { standingRecords } from "./standing-records.ts";

/** What the journal already lists in a fonds, for an import of the given lines. Withdrawn records do not count. */
export async function heldInJournal(
  journal: Journal,
  fondsId: string,
  lines: readonly Line[],
  said: Held["said"],
): Promise<Held> {
  const stands = (file: ArchiveFile) => file.fondsId === fondsId && file.withdrawn === "";
  const asked = lines.some((line) => line.layout === "item-inventory" && line.file && line.file.code === "");
  const byNotation = asked ? await indexNotations(journal, fondsId) : new Map<string, string | null>();
  return {
    said,
    file(id) {
      const file = journal.read("files", id);
      return file && stands(file) ? file : undefined;
    },
    fileWithCode: (code) => journal.filesWithCode(code).find(stands),
    fileWithNotation(notation) {
      const id = byNotation.get(fold(notation));
      return id === undefined || id === null ? undefined : { id };
    },
    items: (fileId) => journal.children("items", fileId).filter((item) => item.withdrawn === ""),
  };
}

/** Files of a fonds by notation, null where several have the same. */
async function indexNotations(journal: Journal, fondsId: string): Promise<Map<string, string | null>> {
  const index = new Map<string, string | null>();
  const ids = new Map<string, string>();
  for await (const file of standingRecords(journal, "files")) {
    if (file.fondsId === fondsId && file.notation !== "") ids.set(file.id, fold(file.notation));
  }
  for (const [id, notation] of ids) index.set(notation, index.has(notation) ? null : id);
  return index;
}
