import { useMemo } from "react";
import { useWork } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useTerms } from "#renderer/app/use-terms.ts";
import type { GridColumn } from "#renderer/ui/grid/grid-types.ts";

/** The columns with the names of the fonds' unit offered in those of issuers and signers; and which names are known. */
export function useSuggesting(columns: readonly GridColumn[], fondsId: string) {
  const { db } = useWork();
  const scope = useAsked(
    `scope ${fondsId}`,
    async () => (await db.fonds.findOne(fondsId).exec())?.scope,
  ).value;
  const { issuers, signers, isKnown } = useTerms(scope ?? "", fondsId);
  const suggesting = useMemo(
    () =>
      columns.map((column): GridColumn => {
        if (column.key === "issuer") return { ...column, suggestions: issuers };
        return column.key === "signer" ? { ...column, suggestions: signers } : column;
      }),
    [columns, issuers, signers],
  );
  return { columns: suggesting, isKnown };
}
