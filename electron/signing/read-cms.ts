import { constants, createHash, verify, X509Certificate } from "node:crypto";
import { ObjectIdentifier, OctetString, Sequence } from "asn1js";
import {
  type Attribute,
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
  TSTInfo,
} from "pkijs";
import { oids } from "./oids.ts";

/** A signature taken apart; `digestName` is the hash by which it covers its content. */
export type ReadCms = {
  certificate: X509Certificate;
  others: X509Certificate[];
  digestName: string;
  signature: Buffer;
  /** Content that it carries itself, as a time stamp does. */
  content: Buffer | undefined;
  /** The token of a time stamp over it (DER). */
  stamp: Buffer | undefined;
  /** Whether it is over content of this digest, by its certificate's key. */
  covers(digest: Buffer): boolean;
};

const digests: Record<string, string> = {
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};
const pss = "1.2.840.113549.1.1.10";

/** Reads a detached or a carrying signature of one signer; nothing where it is none, or made in an unknown way. */
export function readCms(der: Buffer): ReadCms | undefined {
  try {
    return read(der);
  } catch {
    return undefined;
  }
}

function read(der: Buffer): ReadCms | undefined {
  const outer = ContentInfo.fromBER(new Uint8Array(der));
  if (outer.contentType !== oids.signedData) return undefined;
  const data = new SignedData({ schema: outer.content });
  const [info, ...more] = data.signerInfos;
  if (!info || more.length > 0 || !info.signedAttrs) return undefined;
  const digestName = digests[info.digestAlgorithm.algorithmId];
  const known = (data.certificates ?? []).filter((one) => one instanceof Certificate);
  const certificates = known.map((one) => new X509Certificate(Buffer.from(one.toSchema(false).toBER())));
  const certificate = certificates[placeOfSigner(info, known)];
  if (digestName === undefined || !certificate) return undefined;
  const attributes = info.signedAttrs.attributes;
  const carried = data.encapContentInfo.eContent;
  const signature = Buffer.from(info.signature.valueBlock.valueHexView);
  return {
    certificate,
    others: certificates.filter((one) => one !== certificate),
    digestName,
    signature,
    content: carried && Buffer.from(carried.getValue()),
    stamp: stampOf(info),
    covers(digest) {
      const said = valueOf(attributes, oids.messageDigest);
      const type = valueOf(attributes, oids.contentType);
      if (!(said instanceof OctetString) || !(type instanceof ObjectIdentifier)) return false;
      if (!Buffer.from(said.valueBlock.valueHexView).equals(digest)) return false;
      if (type.getValue() !== data.encapContentInfo.eContentType) return false;
      return isBound(attributes, certificate) && isSignedBy(info, certificate, digestName, signature);
    },
  };
}

/** A time stamp: when it was given, by whose certificate, and for which question. */
type ReadStamp = { at: Date; by: X509Certificate; others: X509Certificate[]; nonce: Buffer | undefined };

/** When a time stamp was given and over what; nothing where it is not over these bytes, or its own signature fails. */
export function readStamp(token: Buffer, bytes: Buffer): ReadStamp | undefined {
  const cms = readCms(token);
  if (!cms?.content) return undefined;
  try {
    const info = TSTInfo.fromBER(new Uint8Array(cms.content));
    const name = digests[info.messageImprint.hashAlgorithm.algorithmId];
    if (name === undefined) return undefined;
    const imprint = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView);
    if (!imprint.equals(createHash(name).update(bytes).digest())) return undefined;
    const own = createHash(cms.digestName).update(cms.content).digest();
    if (!cms.covers(own)) return undefined;
    const nonce = info.nonce && Buffer.from(info.nonce.valueBlock.valueHexView);
    return { at: info.genTime, by: cms.certificate, others: cms.others, nonce };
  } catch {
    return undefined;
  }
}

/** Where among these the certificate is that the signature names; -1 where it is none of them. */
function placeOfSigner({ sid }: SignerInfo, certificates: readonly Certificate[]): number {
  if (!(sid instanceof IssuerAndSerialNumber)) return -1;
  const serial = Buffer.from(sid.serialNumber.valueBlock.valueHexView);
  const issuer = Buffer.from(sid.issuer.toSchema().toBER());
  return certificates.findIndex(
    (known) =>
      Buffer.from(known.serialNumber.valueBlock.valueHexView).equals(serial) &&
      Buffer.from(known.issuer.toSchema().toBER()).equals(issuer),
  );
}

function isSignedBy(info: SignerInfo, certificate: X509Certificate, digest: string, signature: Buffer) {
  const covered = info.signedAttrs && Buffer.from(info.signedAttrs.encodedValue);
  if (!covered) return false;
  const { publicKey } = certificate;
  const isPss = info.signatureAlgorithm.algorithmId === pss;
  const padding = isPss ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const isRsa = publicKey.asymmetricKeyType?.startsWith("rsa") === true;
  return verify(digest, covered, isRsa ? { key: publicKey, padding } : { key: publicKey }, signature);
}

/** Whether the signature names this very certificate, where it names one by its hash. */
function isBound(attributes: readonly Attribute[], certificate: X509Certificate): boolean {
  const binding = valueOf(attributes, oids.signingCertificateV2);
  if (binding === undefined) return true;
  const id = first(first(binding));
  const parts = id instanceof Sequence ? id.valueBlock.value : [];
  const at = parts.findIndex((part) => part instanceof OctetString);
  const hash = parts[at];
  const named = first(parts[at - 1]);
  const name = named instanceof ObjectIdentifier ? digests[named.getValue()] : "sha256";
  if (!(hash instanceof OctetString) || name === undefined) return false;
  return createHash(name).update(certificate.raw).digest().equals(Buffer.from(hash.valueBlock.valueHexView));
}

function first(value: unknown): unknown {
  return value instanceof Sequence ? value.valueBlock.value[0] : undefined;
}

function valueOf(attributes: readonly Attribute[], type: string): unknown {
  const values: unknown[] = attributes.find((one) => one.type === type)?.values ?? [];
  return values[0];
}

function stampOf(info: SignerInfo): Buffer | undefined {
  const value = valueOf(info.unsignedAttrs?.attributes ?? [], oids.timeStampToken);
  return value instanceof Sequence ? Buffer.from(value.toBER()) : undefined;
}
