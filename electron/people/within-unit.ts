import type { ArchiveRecord } from "#shared/archive/record.ts";
import { covers } from "#shared/archive/unit.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { DeskJournal } from "#electron/journal/open-journal.ts";

/**
 * The journal as whoever is at work writes to it by calls: what is of another unit than theirs, or was, is refused whole
 * with `not-your-scope`. Where there is no scope yet, nothing is anybody's.
 */
export function withinUnit(journal: DeskJournal, scopeAtWork: () => string | undefined): DeskJournal {
  return {
    ...journal,
    write(collection, records, origin, known) {
      const scope = scopeAtWork();
      for (const record of records) {
        const states: (ArchiveRecord | undefined)[] = [record, journal.read(collection, record.id)];
        const outside = states.find((state) => state && scope !== undefined && !covers(scope, state.scope));
        if (outside)
          throw new DeskFault("not-your-scope", { detail: `${collection} ${record.id}: ${outside.scope}` });
      }
      return journal.write(collection, records, origin, known);
    },
  };
}
