import type { Pkcs11Library } from "./pkcs11-shape.ts";
import { SigningFault } from "./signing-fault.ts";

/** Its name is a value, so that neither the compiler nor the bundler looks for what may not be installed. */
const libraryName: string = "pkcs11js";

/** The program's way to tokens; it is compiled at install, and is not there on every machine. */
export async function loadPkcs11(): Promise<Pkcs11Library> {
  try {
    const { default: library } = (await import(/* @vite-ignore */ libraryName)) as { default: Pkcs11Library };
    return library;
  } catch (error) {
    throw new SigningFault("no-token-library", "", error);
  }
}

/** What a token's own fault means; `otherwise` for what is of no known kind. */
export function tokenFault(error: unknown, otherwise: "module-failed" | "token-failed"): SigningFault {
  if (error instanceof SigningFault) return error;
  const said = error instanceof Error ? error.message : String(error);
  const code = /CKR_\w+/.exec(said)?.[0] ?? "";
  switch (code) {
    case "CKR_PIN_INCORRECT":
    case "CKR_PIN_INVALID":
    case "CKR_PIN_LEN_RANGE":
      return new SigningFault("wrong-secret", code, error);
    case "CKR_PIN_LOCKED":
      return new SigningFault("token-locked", code, error);
    case "CKR_TOKEN_NOT_PRESENT":
    case "CKR_DEVICE_REMOVED":
    case "CKR_SLOT_ID_INVALID":
      return new SigningFault("no-token", code, error);
    default:
      return new SigningFault(otherwise, said.slice(0, 200), error);
  }
}
