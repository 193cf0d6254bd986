import type { SigningFaultKind } from "#shared/signing/signing-fault.ts";

/** Why the means of signing cannot be opened, or a document not be signed. */
export class SigningFault extends Error {
  readonly kind: SigningFaultKind;

  constructor(kind: SigningFaultKind, detail = "", cause?: unknown) {
    super(detail === "" ? kind : `${kind}: ${detail}`, { cause });
    this.name = "SigningFault";
    this.kind = kind;
  }
}
