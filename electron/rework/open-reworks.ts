import { isOpenRework, isRework } from "#shared/archive/rework.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** The reworks of a batch that stand against its acceptance, and those that were closed, by their ids. */
export function readReworks(
  journal: Pick<Journal, "children">,
  batchId: string,
): { open: string[]; closed: string[] } {
  const reworks = journal.children("notes", batchId).filter(isRework);
  const ids = (open: boolean) => reworks.filter((one) => isOpenRework(one) === open).map(({ id }) => id);
  return { open: ids(true), closed: ids(false) };
}

/** The reworks of a batch that are open, by their ids. */
export function openReworks(journal: Pick<Journal, "children">, batchId: string): string[] {
  return readReworks(journal, batchId).open;
}
