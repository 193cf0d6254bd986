import { DeskFault } from "#shared/contract/fault.ts";
import type { SealedObjectFault } from "#shared/node/sealed-object.ts";

/** What a sealed object that gives no bytes is called on the screen. */
export function sealedFault(error: SealedObjectFault): DeskFault {
  if (error.kind === "locked") return new DeskFault("objects-locked", { lasting: false, cause: error });
  const code = error.kind === "wrong-key" ? "object-other-key" : "object-damaged";
  return new DeskFault(code, { detail: error.message, cause: error });
}
