import type { X509Certificate } from "node:crypto";
import { isCurrent } from "./certificate-facts.ts";

const longest = 8;

/** Whether a certificate leads, by others that are at hand, to one that is trusted; each held at the moment (ms). */
export function leadsTo(
  trusted: readonly X509Certificate[],
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  at: number,
): boolean {
  let current = certificate;
  for (let step = 0; step < longest; step += 1) {
    if (trusted.some((root) => root.fingerprint256 === current.fingerprint256)) return true;
    const issued = (issuer: X509Certificate) =>
      issuer.ca && isCurrent(issuer, at) && current.checkIssued(issuer) && current.verify(issuer.publicKey);
    const next = trusted.find(issued) ?? others.find(issued);
    if (!next || next.fingerprint256 === current.fingerprint256) return false;
    current = next;
  }
  return false;
}
