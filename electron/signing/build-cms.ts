import { createHash, X509Certificate } from "node:crypto";
import { Null, ObjectIdentifier, OctetString, Sequence, Set as DerSet } from "asn1js";
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs";
import { oids } from "./oids.ts";
import type { SigningMeans } from "./signing-means.ts";

/** Asks a time-stamping authority to put its time under some bytes; gives its token (DER). */
export type Stamp = (bytes: Buffer) => Promise<Buffer>;

/**
 * The signature over a document's SHA-256 as PAdES B-B wants it (EN 319 142-1: detached CMS, the signer's certificate
 * bound in, no time of its own), with a stamp over it B-T.
 */
export async function buildCms(digest: Buffer, means: SigningMeans, stamp?: Stamp): Promise<Buffer> {
  const certificate = Certificate.fromBER(new Uint8Array(means.certificate));
  const signed = inOrder([
    attribute(oids.contentType, new ObjectIdentifier({ value: oids.data })),
    attribute(oids.messageDigest, new OctetString({ valueHex: new Uint8Array(digest) })),
    attribute(oids.signingCertificateV2, bindingOf(means.certificate)),
  ]);
  const covered = new DerSet({ value: signed.map((one) => one.toSchema()) }).toBER();
  const signature = await means.sign(Buffer.from(covered));
  const info = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: sha256(),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: signed }),
    signatureAlgorithm: algorithmOf(means.certificate),
    signature: new OctetString({ valueHex: new Uint8Array(signature) }),
  });
  if (stamp) {
    const token = ContentInfo.fromBER(new Uint8Array(await stamp(signature)));
    const attributes = [new Attribute({ type: oids.timeStampToken, values: [token.toSchema()] })];
    info.unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes });
  }
  const data = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    certificates: [certificate, ...means.chain.map((one) => Certificate.fromBER(new Uint8Array(one)))],
    signerInfos: [info],
  });
  const content = new ContentInfo({ contentType: oids.signedData, content: data.toSchema(true) });
  return Buffer.from(content.toSchema().toBER());
}

function attribute(type: string, value: ObjectIdentifier | OctetString | Sequence): Attribute {
  return new Attribute({ type, values: [value] });
}

/** A set is written in the order of its encodings. */
function inOrder(attributes: readonly Attribute[]): Attribute[] {
  const bytesOf = (one: Attribute) => Buffer.from(one.toSchema().toBER());
  return [...attributes].sort((one, other) => Buffer.compare(bytesOf(one), bytesOf(other)));
}

/** ESSCertIDv2 with SHA-256, which is its default and therefore not written. */
function bindingOf(certificate: Buffer): Sequence {
  const hash = createHash("sha256").update(certificate).digest();
  const id = new Sequence({ value: [new OctetString({ valueHex: new Uint8Array(hash) })] });
  return new Sequence({ value: [new Sequence({ value: [id] })] });
}

function sha256(): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId: oids.sha256, algorithmParams: new Null() });
}

function algorithmOf(certificate: Buffer): AlgorithmIdentifier {
  const kind = new X509Certificate(certificate).publicKey.asymmetricKeyType;
  return kind === "ec"
    ? new AlgorithmIdentifier({ algorithmId: oids.ecdsaWithSha256 })
    : new AlgorithmIdentifier({ algorithmId: oids.rsaWithSha256, algorithmParams: new Null() });
}
