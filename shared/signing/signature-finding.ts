import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { certificateFactsSchema } from "#shared/signing/certificate-facts.ts";

/**
 * How a signature stands. `altered`: it does not fit the bytes, or bytes follow that it does not cover. `expired`: it
 * fits, but the certificate did not hold when it was made, or no longer holds and no time stamp proves that it did.
 * `unreadable`: made in a way that is not known here.
 */
export const signatureStates = ["valid", "expired", "altered", "unreadable"] as const;

export const signatureFindingSchema = Type.Object({
  state: Choice(signatureStates),
  /** `unknown`: its issuers are none that this machine was told to trust; the signature may well be right. */
  trust: Choice(["trusted", "unknown"]),
  /** Of the certificate that signed; nothing where it cannot be read. */
  signer: Type.Union([certificateFactsSchema, Type.Null()]),
  /** When it was made, as the document itself says (ISO 8601); empty where it does not. */
  signedAt: Type.String(),
  /** When a time-stamping authority saw it, by its own signature (ISO 8601); empty without one. */
  stampedAt: Type.String(),
});

export type SignatureFinding = Static<typeof signatureFindingSchema>;
