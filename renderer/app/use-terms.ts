import { useCallback, useEffect, useMemo } from "react";
import { foldLabel } from "#shared/archive/term-id.ts";
import type { Term } from "#shared/archive/term.ts";
import type { ListedNames } from "#shared/contract/listing.ts";
import { knownIssuers } from "#shared/inventory/known-issuers.ts";
import { type IsKnownTerm, knownLabels } from "#shared/inventory/name-terms.ts";
import { namesToOffer } from "#shared/inventory/names-to-offer.ts";
import type { TermSources } from "#shared/inventory/offered-terms.ts";
import type { GridOption } from "#renderer/ui/grid/grid-types.ts";
import { useDesk, useUnits, useWork } from "./session.tsx";
import { useAsked } from "./use-asked.ts";
import { useAskedAgain } from "./use-asked-again.ts";
import { useWords } from "./words.tsx";

const events = ["session.changed"] as const;
const nothing: TermSources = { held: [], known: [] };
const unused: ListedNames = { issuers: [], signers: [] };

/** The names offered in a unit, and which names need not be proposed to the province. */
export type UnitTerms = {
  issuers: readonly GridOption[];
  signers: readonly GridOption[];
  isKnown: IsKnownTerm;
};

/**
 * The controlled lists as a unit sees them: names that items of the fonds have already, the province's words, the
 * unit's own that wait, marked so, and official bodies. Kept up to date while terms and the province's lists change.
 */
export function useTerms(scope: string, fondsId: string): UnitTerms {
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
  // Asked once: a name that is new while the screen is open becomes a term, and is offered as one.
  const listed = useAsked(`listed names ${fondsId}`, () =>
    fondsId === "" ? Promise.resolve(unused) : desk.call("listing.names", { fondsId }).catch(() => unused),
  ).value;
  const sources = asked.value ?? nothing;
  const official = useMemo(() => knownIssuers(units, scope), [units, scope]);
  const { issuers, signers } = useMemo(() => {
    const options = (list: "issuer" | "signer", used: readonly string[], names: readonly string[]) =>
      namesToOffer(list, scope, sources, { used, official: names }).map(
        ({ label, also, waits: isLocal }) => ({
          value: label,
          label,
          also,
          ...(isLocal ? { note: waits } : {}),
        }),
      );
    const used = listed ?? unused;
    return {
      issuers: options("issuer", used.issuers, official),
      signers: options("signer", used.signers, []),
    };
  }, [official, scope, sources, waits, listed]);
  const known = useMemo(
    () => ({
      issuer: knownLabels("issuer", scope, sources, official),
      signer: knownLabels("signer", scope, sources, official),
    }),
    [scope, sources, official],
  );
  const isKnown = useCallback<IsKnownTerm>((list, label) => known[list].has(foldLabel(label)), [known]);
  return { issuers, signers, isKnown };
}
