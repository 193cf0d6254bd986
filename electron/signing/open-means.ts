import { X509Certificate } from "node:crypto";
import { isCurrent } from "./certificate-facts.ts";
import { openPkcs11 } from "./pkcs11-means.ts";
import { openPkcs12 } from "./pkcs12-means.ts";
import { SigningFault } from "./signing-fault.ts";
import type { SigningMeans } from "./signing-means.ts";
import type { SigningStore } from "./signing-store.ts";

/**
 * Opens what this machine signs with, by the passphrase or PIN. The seam for a signing service of the State: it is one
 * kind more here. Throws a `SigningFault`.
 */
export async function openMeans(store: SigningStore, secret: string): Promise<SigningMeans> {
  const { means } = await store.read();
  if (!means) throw new SigningFault("no-means");
  switch (means.kind) {
    case "file": {
      const bytes = await store.keyFile();
      if (!bytes) throw new SigningFault("no-means", "the key file is gone");
      return openPkcs12(bytes, secret);
    }
    case "token":
      return openPkcs11({ module: means.name, serial: means.certificate.serial }, secret);
  }
}

/** Lets nothing be signed with a certificate that does not hold at the moment (ms); the means are closed then. */
export async function refuseLapsed(means: SigningMeans, now: number): Promise<void> {
  if (isCurrent(new X509Certificate(means.certificate), now)) return;
  await means.close();
  throw new SigningFault("certificate-not-current");
}
