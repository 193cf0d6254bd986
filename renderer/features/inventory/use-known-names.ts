import { useMemo } from "react";
import type { GridOption } from "#renderer/ui/grid/grid-types.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { type UnitTerms, useTerms } from "#renderer/app/use-terms.ts";

/** Bodies and signers to suggest for an item: those of the file's other items first, then those of its fonds and unit. */
export function useKnownNames(file: { id: string; scope: string; fondsId: string }): UnitTerms {
  const { db } = useWork();
  const terms = useTerms(file.scope, file.fondsId);
  const used = useAsked(`names ${file.id}`, async () => {
    const items = await db.items.find({ selector: { fileId: file.id }, index: ["fileId", "ordinal"] }).exec();
    const namesOf = (field: "issuer" | "signer") => [
      ...new Set(items.map((item) => item[field]).filter((name) => name !== "")),
    ];
    return { issuers: namesOf("issuer"), signers: namesOf("signer") };
  }).value;
  return useMemo(
    () => ({
      issuers: usedFirst(used?.issuers ?? [], terms.issuers),
      signers: usedFirst(used?.signers ?? [], terms.signers),
      isKnown: terms.isKnown,
    }),
    [used, terms.issuers, terms.signers, terms.isKnown],
  );
}

function usedFirst(used: readonly string[], others: readonly GridOption[]): GridOption[] {
  const known = new Map(others.map((option) => [option.value, option]));
  const own = new Set(used);
  return [
    ...used.map((name) => known.get(name) ?? { value: name, label: name }),
    ...others.filter(({ value }) => !own.has(value)),
  ];
}
