import { DeskFault } from "#shared/contract/fault.ts";
import type { Origin } from "#electron/journal/journal.ts";
import type { DeskJournal } from "#electron/journal/open-journal.ts";

/** What the province holds as well, whatever becomes of this journal. */
const heldElsewhere: readonly Origin[] = ["province", "hub"];

/**
 * The journal, which takes no new work while its chain is known to be broken (`standing`): a backup that is put in its
 * place would take that work with it. It is read and sent on, and what the province answers is taken. Throws
 * `DeskFault("journal-closed")`.
 */
export function closedWhenBroken(journal: DeskJournal): {
  journal: DeskJournal;
  standing: (isBroken: boolean) => void;
} {
  let closed = false;
  return {
    journal: {
      ...journal,
      write(collection, records, origin, known) {
        if (closed && !heldElsewhere.includes(origin))
          throw new DeskFault("journal-closed", { lasting: false });
        return journal.write(collection, records, origin, known);
      },
    },
    standing: (isBroken) => void (closed = isBroken),
  };
}
