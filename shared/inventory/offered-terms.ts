import type { Term } from "#shared/archive/term.ts";
import { foldLabel } from "#shared/archive/term-id.ts";
import { covers } from "#shared/archive/unit.ts";
import type { KnownTerm } from "#shared/rules/pack.ts";

/** A label to offer; `waits` while the province has not decided on it, `also` are labels that it stands for. */
export type OfferedTerm = { label: string; waits: boolean; also: string[] };

/** What a desk knows of the lists: its own records, and the words that the province hands out. */
export type TermSources = { held: readonly Term[]; known: readonly KnownTerm[] };

/**
 * The labels of one list to offer in a unit: the province's, each once and with those merged into it, then those of
 * the unit itself (or of one above it) that still wait. What another unit added is not offered before it is accepted.
 */
export function offeredTerms(list: Term["list"], scope: string, sources: TermSources): OfferedTerm[] {
  const decided = decisionsOn(list, sources);
  const offered = new Map<string, OfferedTerm>();
  const offer = (label: string, waits: boolean) => {
    const key = foldLabel(label);
    const entry = offered.get(key) ?? { label, waits, also: [] };
    offered.set(key, entry);
    return entry;
  };
  for (const { label } of decided.values()) {
    const stands = standsFor(label, decided);
    const entry = offer(stands, false);
    if (foldLabel(stands) !== foldLabel(label)) entry.also.push(label);
  }
  for (const term of sources.held) {
    const counts = term.list === list && term.standing === "local" && term.withdrawn === "";
    if (counts && covers(term.scope, scope) && !decided.has(foldLabel(term.label))) offer(term.label, true);
  }
  return [...offered.values()];
}

type Decision = { label: string; into: string };

function decisionsOn(list: Term["list"], { held, known }: TermSources): Map<string, Decision> {
  const decided = new Map<string, Decision>();
  for (const term of held) {
    if (term.list !== list || term.standing === "local" || term.withdrawn !== "") continue;
    const into = term.standing === "merged" ? term.mergedInto : "";
    decided.set(foldLabel(term.label), { label: term.label, into });
  }
  // What the province hands out is of all its units, and of the later of two decisions.
  for (const { list: its, label, into } of known)
    if (its === list) decided.set(foldLabel(label), { label, into });
  return decided;
}

/** The label that one stands for in the end; of labels merged in a circle, the one where the circle closes. */
function standsFor(label: string, decided: ReadonlyMap<string, Decision>): string {
  const met = new Set<string>();
  let at = label;
  for (let into = label; into !== ""; into = decided.get(foldLabel(at))?.into ?? "") {
    if (met.has(foldLabel(into))) return at;
    met.add(foldLabel(into));
    at = into;
  }
  return at;
}
