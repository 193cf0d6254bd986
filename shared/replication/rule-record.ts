import type { Batch } from "#shared/archive/batch.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Note } from "#shared/archive/note.ts";
import type { ArchiveRecord, Stamp } from "#shared/archive/record.ts";
import type { Role } from "#shared/archive/role.ts";
import type { Term } from "#shared/archive/term.ts";
import { type KnownOfBatch, ruleBatch } from "#shared/replication/rule-batch.ts";
import { ruleClaim } from "#shared/replication/rule-claim.ts";
import { ruleFonds } from "#shared/replication/rule-fonds.ts";
import { ruleItem } from "#shared/replication/rule-item.ts";
import { ruleTerm } from "#shared/replication/rule-term.ts";
import { isWrittenOnce, ruleWrittenOnce } from "#shared/replication/rule-written-once.ts";

/** What an authority knows beside the record. */
export type Known = KnownOfBatch & {
  /** Of a note, those on the same record that came before. */
  notes?: readonly Note[] | undefined;
  /** Of an item that was passed, who captured the pages of it that are held. */
  capturers?: readonly string[] | undefined;
};

/**
 * What an authority holds after a device of this role brought a state: `merged` as it is where nobody rules, and what
 * the rules of its collection leave of it else. `stamp` is the authority's own, asked for only where it rules. Both
 * states were found to be records of the collection.
 */
export function ruleRecord(
  collection: CollectionName,
  stored: ArchiveRecord | undefined,
  merged: ArchiveRecord,
  role: Role,
  stamp: () => Stamp,
  { notes = [], capturers = [], ...known }: Known = {},
): ArchiveRecord {
  if (collection === "batches")
    return ruleBatch(stored as Batch | undefined, merged as Batch, role, stamp(), known);
  if (collection === "items") return ruleItem(stored as Item | undefined, merged as Item, capturers, stamp);
  if (collection === "fonds") return ruleFonds(stored as Fonds | undefined, merged as Fonds, stamp());
  if (collection === "terms") return ruleTerm(stored as Term | undefined, merged as Term, stamp());
  if (collection === "notes" && !stored) return ruleClaim(merged as Note, notes, stamp);
  if (isWrittenOnce(collection)) return ruleWrittenOnce(collection, stored, merged, stamp());
  return merged;
}
