import type { X509Certificate } from "node:crypto";
import type { CertificateFacts } from "#shared/signing/certificate-facts.ts";

/** What a certificate says of its holder and of itself. */
export function factsOf(certificate: X509Certificate): CertificateFacts {
  const subject = partsOf(certificate.subject);
  const issuer = partsOf(certificate.issuer);
  return {
    name: subject.get("CN") ?? subject.get("O") ?? certificate.subject.slice(0, 200),
    organization: subject.get("O") ?? "",
    issuer: issuer.get("CN") ?? issuer.get("O") ?? certificate.issuer.slice(0, 200),
    serial: certificate.serialNumber.toUpperCase(),
    from: certificate.validFromDate.toISOString(),
    to: certificate.validToDate.toISOString(),
  };
}

/** Keys whose signatures are made and verified here. */
export function isSigningKey({ publicKey }: X509Certificate): boolean {
  return publicKey.asymmetricKeyType === "rsa" || publicKey.asymmetricKeyType === "ec";
}

/** Whether a certificate holds at a moment in milliseconds since 1970. */
export function isCurrent(certificate: X509Certificate, at: number): boolean {
  return certificate.validFromDate.getTime() <= at && at <= certificate.validToDate.getTime();
}

/** Reads names as Node writes them, a part a line; the first of a kind stands. */
function partsOf(name: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const line of name.split("\n")) {
    const at = line.indexOf("=");
    const key = line.slice(0, at);
    if (at > 0 && !parts.has(key))
      parts.set(
        key,
        line
          .slice(at + 1)
          .normalize("NFC")
          .slice(0, 200),
      );
  }
  return parts;
}
