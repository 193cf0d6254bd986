import { useMemo } from "react";
import { knownIssuers } from "#shared/inventory/known-issuers.ts";
import { useUnits, useWork } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";

/** Bodies and signers to suggest for an item: those of the file's other items first, then those of its unit. */
export function useKnownNames(file: { id: string; scope: string }): { issuers: string[]; signers: string[] } {
  const { db } = useWork();
  const units = useUnits();
  const used = useAsked(`names ${file.id}`, async () => {
    const items = await db.items.find({ selector: { fileId: file.id }, index: ["fileId", "ordinal"] }).exec();
    const namesOf = (field: "issuer" | "signer") => [
      ...new Set(items.map((item) => item[field]).filter((name) => name !== "")),
    ];
    return { issuers: namesOf("issuer"), signers: namesOf("signer") };
  }).value;
  return useMemo(
    () => ({
      issuers: [...(used?.issuers ?? []), ...knownIssuers(units, file.scope)],
      signers: used?.signers ?? [],
    }),
    [used, units, file.scope],
  );
}
