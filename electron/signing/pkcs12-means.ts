import { createPrivateKey, sign, X509Certificate, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import forge from "node-forge";
import { isSigningKey } from "./certificate-facts.ts";
import { SigningFault } from "./signing-fault.ts";
import type { SigningMeans } from "./signing-means.ts";

const { asn1, pkcs12, pki } = forge;
const signAside = promisify<string, Buffer, KeyObject, Buffer>(sign);

/**
 * Opens a key file (PKCS#12: .p12, .pfx), with the old ciphers that authorities still write as with today's. Throws a
 * `SigningFault`; a wrong passphrase and a damaged file are told apart.
 */
export function openPkcs12(bytes: Buffer, passphrase: string): SigningMeans {
  const bags = readBags(bytes, passphrase);
  const keys = bags.keys.map(keyOf);
  const certificates = bags.certificates.map((der) => new X509Certificate(der));
  for (const key of keys) {
    const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
    if (!own) continue;
    if (!isSigningKey(own)) throw new SigningFault("key-not-known", key.asymmetricKeyType);
    let open = true;
    return {
      certificate: own.raw,
      chain: certificates.filter((one) => one !== own).map(({ raw }) => raw),
      sign: (data) =>
        open ? signAside("sha256", data, key) : Promise.reject(new SigningFault("no-key", "closed")),
      close() {
        open = false;
        return Promise.resolve();
      },
    };
  }
  throw new SigningFault("no-key");
}

type Bag = Partial<Pick<forge.pkcs12.Bag, "key" | "cert" | "asn1">> & { type: string };
type Bags = { keys: Buffer[]; certificates: Buffer[] };

function readBags(bytes: Buffer, passphrase: string): Bags {
  let container: forge.asn1.Asn1;
  try {
    container = asn1.fromDer(bytes.toString("binary"));
  } catch (error) {
    throw new SigningFault("not-a-key-file", "", error);
  }
  // What the reader does not know it hands on unread, whatever its types say.
  const all: Bag[] = unlock(container, passphrase).safeContents.flatMap(({ safeBags }) => safeBags);
  return {
    keys: all.flatMap((bag) => {
      if (bag.type === pki.oids["certBag"]) return [];
      if (bag.key) return [derOf(pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(bag.key)))];
      return bag.asn1 ? [derOf(bag.asn1)] : [];
    }),
    certificates: all.flatMap((bag) => {
      if (bag.type !== pki.oids["certBag"]) return [];
      if (bag.cert) return [asItCame(bag.cert)];
      return bag.asn1 ? [derOf(bag.asn1)] : [];
    }),
  };
}

function unlock(container: forge.asn1.Asn1, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  try {
    return pkcs12.pkcs12FromAsn1(container, true, passphrase);
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    if (/password|MAC/i.test(said)) throw new SigningFault("wrong-secret", said, error);
    // The passphrase held for the file's check, in UTF-16; newer ciphers take it in UTF-8.
    const isPlain = /^[ -~]*$/.test(passphrase);
    const again = isPlain ? undefined : unlockUnchecked(container, forge.util.encodeUtf8(passphrase));
    if (again) return again;
    throw new SigningFault("not-a-key-file", said, error);
  }
}

function unlockUnchecked(container: forge.asn1.Asn1, passphrase: string): forge.pkcs12.Pkcs12Pfx | undefined {
  const parts = container.value;
  if (!Array.isArray(parts)) return undefined;
  try {
    return pkcs12.pkcs12FromAsn1({ ...container, value: parts.slice(0, 2) }, true, passphrase);
  } catch {
    return undefined;
  }
}

/**
 * The very bytes of a certificate: the reader would write its algorithm anew, and not as every authority does. What
 * stands within the signed part is the same by RFC 5280.
 */
function asItCame(certificate: forge.pki.Certificate): Buffer {
  const { tbsCertificate, signature } = certificate as unknown as {
    tbsCertificate: forge.asn1.Asn1 & { value: forge.asn1.Asn1[] };
    signature: string;
  };
  const hasVersion = tbsCertificate.value[0]?.tagClass === asn1.Class.CONTEXT_SPECIFIC;
  const algorithm = tbsCertificate.value[hasVersion ? 2 : 1];
  if (!algorithm) throw new SigningFault("not-a-key-file", "a certificate without an algorithm");
  const { UNIVERSAL } = asn1.Class;
  const bits = asn1.create(UNIVERSAL, asn1.Type.BITSTRING, false, `\0${signature}`);
  return derOf(asn1.create(UNIVERSAL, asn1.Type.SEQUENCE, true, [tbsCertificate, algorithm, bits]));
}

function derOf(value: forge.asn1.Asn1): Buffer {
  return Buffer.from(asn1.toDer(value).getBytes(), "binary");
}

function keyOf(der: Buffer): KeyObject {
  try {
    return createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  } catch (error) {
    throw new SigningFault("key-not-known", "", error);
  }
}
