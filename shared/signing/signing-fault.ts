/** Why nothing can be signed with a key file or a token, or a document not be signed; words are in `shared/text`. */
export const signingFaultKinds = [
  "no-means",
  "not-a-key-file",
  "wrong-secret",
  "no-key",
  "key-not-known",
  "certificate-not-current",
  "no-token-library",
  "no-module",
  "module-failed",
  "no-token",
  "token-locked",
  "token-failed",
  "stamp-failed",
  "not-signable",
  "not-archival",
  "object-missing",
  "no-certificate",
  "busy",
  "seal-not-png",
  "seal-too-heavy",
  "seal-size",
  "seal-ground",
  "seal-not-red",
  "seal-lost",
] as const;

export type SigningFaultKind = (typeof signingFaultKinds)[number];
