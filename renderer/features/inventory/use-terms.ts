import { useCallback, useEffect, useMemo } from "react";
import { foldLabel } from "#shared/archive/term-id.ts";
import type { Term } from "#shared/archive/term.ts";
import { knownIssuers } from "#shared/inventory/known-issuers.ts";
import { offeredTerms, type TermSources } from "#shared/inventory/offered-terms.ts";
import { useDesk, useUnits, useWork } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { GridOption } from "#renderer/ui/grid/grid-types.ts";
import type { IsKnownTerm } from "#renderer/work/note-terms.ts";

const events = ["session.changed"] as const;
const nothing: TermSources = { held: [], known: [] };

/** The names offered in a unit, and which names need not be proposed to the province. */
export type UnitTerms = {
  issuers: readonly GridOption[];
  signers: readonly GridOption[];
  isKnown: IsKnownTerm;
};

/**
 * The controlled lists as a unit sees them: official bodies, the province's words, and its own that wait, marked so.
 * Kept up to date while records and the province's lists change.
 */
export function useTerms(scope: string): UnitTerms {
  const { db } = useWork();
  const desk = useDesk();
  const units = useUnits();
  const { waits } = useWords().terms;
  const asked = useAskedAgain(
    "terms",
    async () => {
      const held = await db.terms.find().exec();
      // The lists are a help to who types: where the province's are not to be had, the desk's own are still offered.
      const known = await desk.call("terms.known", {}).catch(() => []);
      return { held: held.map((term) => term.toJSON() as Term), known };
    },
    events,
  );
  const { ask } = asked;
  useEffect(() => {
    const following = db.terms.$.subscribe(() => ask());
    return () => following.unsubscribe();
  }, [db, ask]);
  const sources = asked.value ?? nothing;
  const official = useMemo(() => knownIssuers(units, scope), [units, scope]);
  const lists = useMemo(() => {
    const options = (list: "issuer" | "signer", names: readonly string[]) => {
      const terms = offeredTerms(list, scope, sources);
      const own = new Set(terms.map(({ label }) => foldLabel(label)));
      const decided = terms.flatMap(({ label, waits: isLocal, also }) => (isLocal ? [] : [label, ...also]));
      return {
        known: new Set([...names, ...decided].map(foldLabel)),
        options: [
          ...terms.map(({ label, also, waits: isLocal }): GridOption => ({
            value: label,
            label,
            also,
            ...(isLocal ? { note: waits } : {}),
          })),
          ...names
            .filter((name) => !own.has(foldLabel(name)))
            .map((name): GridOption => ({ value: name, label: name })),
        ],
      };
    };
    return { issuer: options("issuer", official), signer: options("signer", []) };
  }, [official, scope, sources, waits]);
  const isKnown = useCallback<IsKnownTerm>((list, label) => lists[list].known.has(foldLabel(label)), [lists]);
  return { issuers: lists.issuer.options, signers: lists.signer.options, isKnown };
}
