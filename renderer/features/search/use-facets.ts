import { map } from "rxjs";
import type { ListingFacets } from "#shared/contract/listing.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { type Facet, labelOf, type Names, readFacets, type SearchFilter } from "./facets.ts";

/** What is like what of the found, in words; nothing before it was counted. Counted after the hits are asked for. */
export function useFacets(words: string, filter: SearchFilter): Facet[] {
  const texts = useWords();
  const desk = useDesk();
  const { value } = useAskedAgain<ListingFacets>(
    `${JSON.stringify(filter)}/${words}`,
    () => desk.call("search.facets", { words, filter }),
    ["records.changed"],
  );
  const names = useNames();
  return value && value.total > 0 ? readFacets(value, filter, texts, names) : [];
}

/** What a search is narrowed by, in words. */
export function useChosen(filter: SearchFilter) {
  const words = useWords();
  const names = useNames();
  return (Object.keys(filter) as (keyof SearchFilter)[]).map((by) => {
    const value = String(filter[by] ?? "");
    return { by, value, title: words.search.facets[by], label: labelOf(by, value, words, names) };
  });
}

function useNames(): Names {
  const { db } = useWork();
  const { search } = useWords();
  const unit = useUnitNames();
  const fonds = useLive("fonds names", () =>
    db.fonds
      .find()
      .$.pipe(map((found) => new Map(found.map(({ id, code, name }) => [id, name === "" ? code : name])))),
  );
  return { unit, fonds: (id) => fonds?.get(id) ?? search.facetUnknown.fondsId };
}
