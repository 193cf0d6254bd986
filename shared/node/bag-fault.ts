import { EnvelopeFault, type EnvelopeFaultKind } from "#shared/node/envelope-fault.ts";

/**
 * Why a parcel or receipt was not taken: its seal does not open (see `EnvelopeFault`); what is within is no bag of
 * ours or is not what its lists say; who signed it is not known, or did not; it is meant for someone else.
 */
export type BagFaultKind = EnvelopeFaultKind | "not-a-bag" | "not-signed" | "stranger";

export class BagFault extends Error {
  readonly kind: BagFaultKind;

  constructor(kind: BagFaultKind, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.name = "BagFault";
    this.kind = kind;
  }
}

/** The fault of a bag that an error means; other errors (a full disk) as they are. */
export function asBagFault(error: unknown): unknown {
  return error instanceof EnvelopeFault ? new BagFault(error.kind, error.message, error) : error;
}
