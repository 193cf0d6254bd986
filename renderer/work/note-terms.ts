import type { Item } from "#shared/archive/item.ts";
import { makeRecord } from "#shared/archive/record.ts";
import type { Term } from "#shared/archive/term.ts";
import { termId } from "#shared/archive/term-id.ts";
import { undoneReason } from "#shared/archive/undone.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Edit } from "#renderer/work/history.ts";

/** Whether a label is of the lists already: the province's, or an official name. */
export type IsKnownTerm = (list: NamedList, label: string, scope: string) => boolean;

const namedLists = ["issuer", "signer"] as const;

type NamedList = (typeof namedLists)[number];

type Named = { list: NamedList; label: string; scope: string };

/**
 * A local term for each issuer and signer that edits of items bring into a unit and that no list has yet; to be written
 * with the edits as one step, so that it is undone with them. A term that an undo had withdrawn counts again.
 */
export async function termsBeside(work: Work, edits: readonly Edit[], isKnown: IsKnownTerm): Promise<Edit[]> {
  const named = new Map<string, Named>();
  for (const name of await namesIn(work, edits)) {
    if (!isKnown(name.list, name.label, name.scope)) {
      const id = termId(name.scope, name.list, name.label);
      if (!named.has(id)) named.set(id, name);
    }
  }
  if (named.size === 0) return [];
  const held = await work.db.terms.findByIds([...named.keys()]).exec();
  return [...named].flatMap(([id, name]): Edit[] => {
    const term = held.get(id);
    if (!term) return [{ collection: "terms", record: makeTerm(work, id, name) }];
    return term.withdrawn === undoneReason ? [{ collection: "terms", id, fields: { withdrawn: "" } }] : [];
  });
}

function makeTerm(work: Work, id: string, name: Named): Term {
  const undecided = { note: "", standing: "local", mergedInto: "", decidedAt: "", decidedBy: "" } as const;
  return makeRecord<Term>({ ...undecided, ...name, id }, work.stamp());
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

function namesOf(fields: Partial<Pick<Item, NamedList>>, scope: string): Named[] {
  return namedLists.flatMap((list) => {
    const label = fields[list] ?? "";
    return label === "" ? [] : [{ list, label, scope }];
  });
}
