import { undoneReason } from "#shared/archive/undone.ts";
import {
  type IsKnownTerm,
  type Named,
  namedLists,
  namesOf,
  namesToPropose,
  proposedTerm,
} from "#shared/inventory/name-terms.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Edit } from "#renderer/work/history.ts";

/**
 * A local term for each issuer and signer that edits of items bring into a unit and that no list has yet; to be written
 * with the edits as one step, so that it is undone with them. A term that an undo had withdrawn counts again.
 */
export async function termsBeside(work: Work, edits: readonly Edit[], isKnown: IsKnownTerm): Promise<Edit[]> {
  const named = namesToPropose(await namesIn(work, edits), isKnown);
  if (named.size === 0) return [];
  const held = await work.db.terms.findByIds([...named.keys()]).exec();
  return [...named].flatMap(([id, name]): Edit[] => {
    const term = held.get(id);
    if (!term) return [{ collection: "terms", record: proposedTerm(id, name, work.stamp()) }];
    return term.withdrawn === undoneReason ? [{ collection: "terms", id, fields: { withdrawn: "" } }] : [];
  });
}

/** The names that edits of items bring; one that an item has already is not brought. */
async function namesIn(work: Work, edits: readonly Edit[]): Promise<Named[]> {
  const changed = edits.flatMap((edit) =>
    edit.collection === "items" && "id" in edit && namedLists.some((list) => edit.fields[list]) ? [edit] : [],
  );
  const held =
    changed.length === 0 ? undefined : await work.db.items.findByIds(changed.map(({ id }) => id)).exec();
  const made = edits.flatMap((edit) =>
    edit.collection === "items" && "record" in edit ? namesOf(edit.record, edit.record.scope) : [],
  );
  const brought = changed.flatMap(({ id, fields }) => {
    const item = held?.get(id);
    if (!item) return [];
    return namesOf(fields, item.scope).filter(({ list, label }) => item[list] !== label);
  });
  return [...made, ...brought];
}
