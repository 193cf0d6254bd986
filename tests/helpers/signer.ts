import forge from "node-forge";

const { pki, pkcs12, asn1 } = forge;

export type Authority = { certificate: forge.pki.Certificate; key: forge.pki.rsa.PrivateKey; der: Buffer };

export type TestSigner = { p12: Buffer; certificate: Buffer; key: string; serial: string };

export const passphrase = "mat-khau-1";

const year = 365 * 86_400_000;
let serial = 4096;

/** A root that issues certificates in tests. */
export function makeAuthority(name = "Cơ quan chứng thực thử"): Authority {
  const { certificate, keys } = begin(name, "Cục thử nghiệm", [
    Date.now() - 5 * year,
    Date.now() + 10 * year,
  ]);
  certificate.setIssuer(certificate.subject.attributes);
  certificate.setExtensions([
    { name: "basicConstraints", cA: true, critical: true },
    { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    { name: "subjectKeyIdentifier" },
  ]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  return { certificate, key: keys.privateKey, der: derOf(certificate) };
}

/** A body's key file as an authority gives it out; `cipher` 3des is what many still write. */
export function makeSigner(
  authority: Authority,
  options: { name?: string; from?: number; to?: number; cipher?: "3des" | "aes256"; stamps?: boolean } = {},
): TestSigner {
  const from = options.from ?? Date.now() - year;
  const { certificate, keys } = begin(
    options.name ?? "Ủy ban nhân dân huyện Tuy Phước",
    "UBND huyện Tuy Phước",
    [from, options.to ?? from + 3 * year],
  );
  certificate.setIssuer(authority.certificate.subject.attributes);
  certificate.setExtensions([
    { name: "basicConstraints", cA: false },
    { name: "keyUsage", digitalSignature: true, nonRepudiation: true, critical: true },
    { name: "subjectKeyIdentifier" },
    {
      name: "authorityKeyIdentifier",
      keyIdentifier: authority.certificate.generateSubjectKeyIdentifier().getBytes(),
    },
    ...(options.stamps ? [{ name: "extKeyUsage", timeStamping: true, critical: true }] : []),
  ]);
  certificate.sign(authority.key, forge.md.sha256.create());
  const file = pkcs12.toPkcs12Asn1(
    keys.privateKey,
    [certificate, authority.certificate],
    passphrase,
    options.cipher === "3des" ? { algorithm: "3des" } : { algorithm: "aes256" },
  );
  return {
    p12: Buffer.from(asn1.toDer(file).getBytes(), "binary"),
    certificate: derOf(certificate),
    key: pki.privateKeyToPem(keys.privateKey),
    serial: certificate.serialNumber.toUpperCase(),
  };
}

function begin(name: string, organization: string, [from, to]: readonly [number, number]) {
  const keys = pki.rsa.generateKeyPair({ bits: 2048 });
  const certificate = pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = (serial += 1).toString(16);
  certificate.validity.notBefore = new Date(from);
  certificate.validity.notAfter = new Date(to);
  const utf8 = { valueTagClass: asn1.Type.UTF8 as unknown as forge.asn1.Class };
  certificate.setSubject([
    { shortName: "CN", value: name, ...utf8 },
    { shortName: "O", value: organization, ...utf8 },
    { shortName: "C", value: "VN" },
  ]);
  return { certificate, keys };
}

function derOf(certificate: forge.pki.Certificate): Buffer {
  return Buffer.from(asn1.toDer(pki.certificateToAsn1(certificate)).getBytes(), "binary");
}
