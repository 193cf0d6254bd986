import { type Static, Type } from "typebox";

/** Whose a certificate is, who issued it, its number (hexadecimal), and the moments from and to which it holds. */
export const certificateFactsSchema = Type.Object({
  name: Type.String(),
  organization: Type.String(),
  issuer: Type.String(),
  serial: Type.String(),
  from: Type.String(),
  to: Type.String(),
});

export type CertificateFacts = Static<typeof certificateFactsSchema>;
