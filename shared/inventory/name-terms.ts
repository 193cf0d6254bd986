import type { Item } from "#shared/archive/item.ts";
import { makeRecord, type Stamp } from "#shared/archive/record.ts";
import { foldLabel, termId } from "#shared/archive/term-id.ts";
import type { Term } from "#shared/archive/term.ts";
import { offeredTerms, type TermSources } from "./offered-terms.ts";

/** The controlled lists that the fields of an item add to. */
export const namedLists = ["issuer", "signer"] as const;

export type NamedList = (typeof namedLists)[number];

export type Named = { list: NamedList; label: string; scope: string };

/** Whether a label is of the lists already: the province's, or an official name. */
export type IsKnownTerm = (list: NamedList, label: string, scope: string) => boolean;

/** The names that fields of an item in a unit give. */
export function namesOf(fields: Partial<Pick<Item, NamedList>>, scope: string): Named[] {
  return namedLists.flatMap((list) => {
    const label = fields[list] ?? "";
    return label === "" ? [] : [{ list, label, scope }];
  });
}

/** The names that no list has yet, each once, by the id of the term that proposes it. */
export function namesToPropose(names: readonly Named[], isKnown: IsKnownTerm): Map<string, Named> {
  const found = new Map<string, Named>();
  for (const name of names) {
    if (isKnown(name.list, name.label, name.scope)) continue;
    const id = termId(name.scope, name.list, name.label);
    if (!found.has(id)) found.set(id, name);
  }
  return found;
}

/** The term by which a unit proposes a name to the province. */
export function proposedTerm(id: string, name: Named, stamp: Stamp): Term {
  const undecided = { note: "", standing: "local", mergedInto: "", decidedAt: "", decidedBy: "" } as const;
  return makeRecord<Term>({ ...undecided, ...name, id }, stamp);
}

/** Labels of a list, folded, that a unit need not propose: official names, and all that the province decided on. */
export function knownLabels(
  list: NamedList,
  scope: string,
  sources: TermSources,
  official: readonly string[],
): Set<string> {
  const decided = offeredTerms(list, scope, sources).flatMap(({ label, waits, also }) =>
    waits ? [] : [label, ...also],
  );
  return new Set([...(list === "issuer" ? official : []), ...decided].map(foldLabel));
}
