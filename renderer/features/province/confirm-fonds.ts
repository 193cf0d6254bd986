import type { ProvinceFonds } from "#shared/contract/province.ts";
import type { Desk } from "#renderer/desk.ts";

/**
 * Confirms the codes of fonds as they are shown, one after the other; answers how many are confirmed, and which are
 * not because their codes changed meanwhile. Rejects at the first that fails; those before it stay confirmed.
 */
export async function confirmFonds(
  desk: Desk,
  shown: readonly ProvinceFonds[],
): Promise<{ confirmed: number; changed: ProvinceFonds[] }> {
  const changed: ProvinceFonds[] = [];
  for (const fonds of shown) {
    const { id, code, archiveCode } = fonds;
    const { codesConfirmedAt } = await desk.call("province.confirmFonds", { id, code, archiveCode });
    if (codesConfirmedAt === "") changed.push(fonds);
  }
  return { confirmed: shown.length - changed.length, changed };
}
