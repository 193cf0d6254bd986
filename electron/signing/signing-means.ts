/**
 * What signs: a key that stays where it is, and the certificate that says whose it is. A file with a passphrase and a
 * token with a PIN are two of these; a signing service of the State would be another.
 */
export type SigningMeans = {
  /** The signer's certificate, and others that lead from it to its issuers (DER). */
  certificate: Buffer;
  chain: readonly Buffer[];
  /** The signature over the SHA-256 of some bytes: RSA by PKCS#1 v1.5, or ECDSA in DER, as the certificate's key is. */
  sign(bytes: Buffer): Promise<Buffer>;
  /** Lets go of the key; nothing is signed after it. */
  close(): Promise<void>;
};
