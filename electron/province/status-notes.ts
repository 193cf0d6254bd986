import { faultCodes } from "#shared/contract/fault.ts";
import type { Credentials } from "./province-wire.ts";

/** The difference of clocks that a round has noted. */
export function clockAhead(noted: string): { clockAheadMs?: number } {
  return /^-?\d+$/.test(noted) ? { clockAheadMs: Number(noted) } : {};
}

/** The fault code in the reason of a held object. */
export function codeOfHold(reason: string): string {
  return faultCodes.find((code) => code === reason) ?? "";
}

/** Whether two credentials speak to the same province as the same device. */
export function isSame(one: Credentials, other: Credentials | undefined): boolean {
  return (
    one.address === other?.address &&
    one.token === other.token &&
    one.pin?.signing === other.pin?.signing &&
    one.hub?.id === other.hub?.id
  );
}
