/**
 * Why a sealed file does not open: it is none; it is sealed for others (or the passphrase is another); its bytes were
 * altered; it ends too early.
 */
export type EnvelopeFaultKind = "not-an-envelope" | "not-for-us" | "damaged" | "cut-short";

export class EnvelopeFault extends Error {
  readonly kind: EnvelopeFaultKind;

  constructor(kind: EnvelopeFaultKind, detail: string) {
    super(detail);
    this.name = "EnvelopeFault";
    this.kind = kind;
  }
}
