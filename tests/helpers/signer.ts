import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

/** The same with a key on the curve P-256, by OpenSSL, which writes into the folder. */
export function makeCurveSigner(authority: Authority, folder: string): TestSigner {
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync("openssl", args, { stdio: "pipe" });
  writeFileSync(at("ca.pem"), pki.certificateToPem(authority.certificate));
  writeFileSync(at("ca.key"), pki.privateKeyToPem(authority.key));
  writeFileSync(at("own"), "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n");
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-utf8"];
  openssl("req", "-new", ...kind, "-subj", "/CN=Ký đường cong", "-keyout", at("k.pem"), "-out", at("k.csr"));
  const issuer = ["-CA", at("ca.pem"), "-CAkey", at("ca.key"), "-set_serial", "0xC0FFEE", "-days", "300"];
  openssl("x509", "-req", "-in", at("k.csr"), ...issuer, "-extfile", at("own"), "-out", at("k.crt"));
  const chain = ["-inkey", at("k.pem"), "-in", at("k.crt"), "-certfile", at("ca.pem")];
  openssl("pkcs12", "-export", ...chain, "-out", at("k.p12"), "-passout", `pass:${passphrase}`);
  return {
    p12: readFileSync(at("k.p12")),
    certificate: new X509Certificate(readFileSync(at("k.crt"))).raw,
    key: readFileSync(at("k.pem"), "utf8"),
    serial: "C0FFEE",
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
