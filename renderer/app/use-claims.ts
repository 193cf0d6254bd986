import type { HeldClaim } from "#shared/contract/claims.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";

/** Who works on what of a batch, or (empty id) of all, kept up to date; nothing known before it was asked. */
export function useClaims(batchId = ""): readonly HeldClaim[] {
  const desk = useDesk();
  return (
    useAskedAgain(`claims ${batchId}`, () => desk.call("claims.list", { batchId }), ["records.changed"]).value
      ?.claims ?? []
  );
}
