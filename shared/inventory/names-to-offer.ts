import { foldLabel } from "#shared/archive/term-id.ts";
import type { NamedList } from "./name-terms.ts";
import { type OfferedTerm, offeredTerms, type TermSources } from "./offered-terms.ts";

/**
 * All names to offer in a unit, each once: those that earlier records have, as often as they do, then the terms of the
 * list, then official names. An earlier name that the province merged into another is offered as that other one.
 */
export function namesToOffer(
  list: NamedList,
  scope: string,
  sources: TermSources,
  { used, official }: { used: readonly string[]; official: readonly string[] },
): OfferedTerm[] {
  const terms = offeredTerms(list, scope, sources);
  const byLabel = new Map(
    terms.flatMap((term) => [term.label, ...term.also].map((label) => [foldLabel(label), term])),
  );
  const offered = new Map<string, OfferedTerm>();
  const offer = (label: string) => {
    const term = byLabel.get(foldLabel(label)) ?? { label, waits: false, also: [] };
    const key = foldLabel(term.label);
    if (!offered.has(key)) offered.set(key, term);
  };
  for (const label of used) offer(label);
  for (const { label } of terms) offer(label);
  for (const label of official) offer(label);
  return [...offered.values()];
}
