import type { Item } from "#shared/archive/item.ts";
import { editRecord, type Stamp } from "#shared/archive/record.ts";
import { foldLabel, termId } from "#shared/archive/term-id.ts";
import type { Term } from "#shared/archive/term.ts";
import { undoneReason } from "#shared/archive/undone.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { knownIssuers } from "#shared/inventory/known-issuers.ts";
import {
  type IsKnownTerm,
  knownLabels,
  namedLists,
  namesOf,
  namesToPropose,
  proposedTerm,
} from "#shared/inventory/name-terms.ts";
import type { KnownTerm } from "#shared/rules/pack.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { standingRecords } from "./standing-records.ts";

/** What a desk knows names by: the units, and the words that the province hands out. */
export type NameSources = { units: readonly Unit[]; terms: () => readonly KnownTerm[] };

/** Which names of a unit's records need not be proposed, as the desk's lists are now. */
export async function knownTermsOf(
  scope: string,
  journal: Journal,
  { units, terms }: NameSources,
): Promise<IsKnownTerm> {
  const held: Term[] = [];
  for await (const term of standingRecords(journal, "terms")) held.push(term);
  const sources = { held, known: terms() };
  const official = knownIssuers(units, scope);
  const known = new Map(namedLists.map((list) => [list, knownLabels(list, scope, sources, official)]));
  return (list, label) => known.get(list)?.has(foldLabel(label)) === true;
}

/** A term that is made (`before` null), or that an undo had withdrawn and counts again. */
export type Proposal = { term: Term; before: { withdrawn: string } | null };

/** Proposes each issuer and signer that items bring and no list has; what was proposed once is not again. */
export function proposeTerms(journal: Journal, isKnown: IsKnownTerm, stamp: Stamp) {
  const proposed = new Set<string>();
  return (items: readonly Item[]): Proposal[] => {
    const names = items.flatMap((item) => namesOf(item, item.scope));
    return [...namesToPropose(names, isKnown)].flatMap(([id, name]): Proposal[] => {
      if (proposed.has(id)) return [];
      proposed.add(id);
      const held = journal.read("terms", id);
      if (!held) return [{ term: proposedTerm(id, name, stamp), before: null }];
      if (held.withdrawn !== undoneReason) return [];
      return [
        {
          term: editRecord<Term>(held, { withdrawn: "" }, stamp),
          before: { withdrawn: held.withdrawn },
        },
      ];
    });
  };
}

/** Of some terms, those that standing items still name. */
export async function termsInUse(journal: Journal, ids: ReadonlySet<string>): Promise<Set<string>> {
  const used = new Set<string>();
  for await (const item of standingRecords(journal, "items")) {
    for (const { list, label, scope } of namesOf(item, item.scope)) {
      const id = termId(scope, list, label);
      if (ids.has(id)) used.add(id);
    }
  }
  return used;
}
