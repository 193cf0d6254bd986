import { rankOf, type AccessLevel } from "#shared/archive/access-level.ts";
import type { Database } from "#province/store/database.ts";
import { type FondsEntry, type FondsReader, readFondsEntries } from "#province/store/fonds-contents.ts";
import { readFondsGroups } from "#province/store/same-fonds.ts";

/** A fonds as its reader has it: the entry that it is listed under, those that are the same, and those that are parts of it. */
export type FoundFonds = { head: FondsEntry; same: FondsEntry[]; parts: FondsEntry[] };

/**
 * The fonds of which this is an entry, as far as the reader finds anything of it: all entries that were decided to be
 * one. Nothing where they find nothing. Where nothing is theirs of the one that they are listed under, the first of the
 * others stands for it.
 */
export async function readFonds(
  database: Database,
  asked: FondsReader,
  id: string,
): Promise<FoundFonds | undefined> {
  const groups = await readFondsGroups(database);
  const entries = await readFondsEntries(database, asked, groups.membersOf(id));
  const isPart = ({ fonds }: FondsEntry) => groups.isPart(fonds.id);
  const listed = groups.headOf(id);
  const head =
    entries.find(({ fonds }) => fonds.id === listed) ?? entries.find((entry) => !isPart(entry)) ?? entries[0];
  if (!head) return undefined;
  const others = entries.filter((entry) => entry !== head);
  return { head, same: others.filter((entry) => !isPart(entry)), parts: others.filter(isPart) };
}

/** As who a finding aid is made: of accepted batches alone, whoever asks, and at most up to the level that is wanted. */
export function aidReader(asked: FondsReader, wanted?: AccessLevel): FondsReader {
  const { reader } = asked;
  const upTo = wanted !== undefined && rankOf(wanted) < rankOf(reader.upTo) ? wanted : reader.upTo;
  return { ...asked, reader: { ...reader, upTo, onlyAccepted: true } };
}
