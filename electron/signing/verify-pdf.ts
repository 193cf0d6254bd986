import { createHash, type X509Certificate } from "node:crypto";
import { PDFArray, type PDFDict, PDFDocument, PDFHexString } from "@cantoo/pdf-lib";
import type { SignatureFinding } from "#shared/signing/signature-finding.ts";
import type { ByteSource } from "#electron/pipeline/rendition/byte-source.ts";
import { readSkeleton } from "#electron/pipeline/rendition/read-skeleton.ts";
import { findDictionaries, name, numbersIn, textOf, wordIn } from "#electron/pipeline/rendition/walk.ts";
import { factsOf, isCurrent } from "./certificate-facts.ts";
import { readCms, readStamp, type ReadCms } from "./read-cms.ts";
import { leadsTo } from "./trust.ts";

const piece = 1024 * 1024;
const ways = ["ETSI.CAdES.detached", "adbe.pkcs7.detached"];
/** What a certificate must be for (id-kp-timeStamping). */
const timeStamping = "1.3.6.1.5.5.7.3.8";
const blank = { trust: "unknown", signer: null, signedAt: "", stampedAt: "" } as const;

/**
 * Looks at every signature of a PDF, in their order in it; none where it has none, or cannot be read at all. `now` is in
 * milliseconds since 1970. Whether a certificate was revoked is not asked. Who has read the file's skeleton already
 * gives it.
 */
export async function verifyPdf(
  source: ByteSource,
  trusted: readonly X509Certificate[],
  now: number,
  skeleton = readSkeleton(source),
): Promise<SignatureFinding[]> {
  const signatures = await findSignatures(skeleton);
  const last = signatures.at(-1);
  const findings: SignatureFinding[] = [];
  for (const signature of signatures) {
    // What a later signature covers may follow an earlier one; nothing may follow the last.
    const isWhole = signature !== last || endOf(signature) === source.size;
    const finding = await look(source, signature, trusted, now);
    findings.push(isWhole || finding.state === "unreadable" ? finding : { ...finding, state: "altered" });
  }
  return findings;
}

type Signature = { dictionary: PDFDict; ranges: number[] };

async function findSignatures(skeleton: Promise<Buffer>): Promise<Signature[]> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(await skeleton, {
      updateMetadata: false,
      ignoreEncryption: true,
    });
    document.getPageCount();
  } catch {
    return [];
  }
  return findDictionaries(document)
    .filter(({ dictionary }) => dictionary.lookup(name("ByteRange")) instanceof PDFArray)
    .map(({ dictionary }) => ({ dictionary, ranges: numbersIn(dictionary.lookup(name("ByteRange"))) }))
    .sort((one, other) => endOf(one) - endOf(other));
}

function endOf({ ranges: [, , start = 0, length = 0] }: Signature): number {
  return start + length;
}

async function look(
  source: ByteSource,
  { dictionary, ranges }: Signature,
  trusted: readonly X509Certificate[],
  now: number,
): Promise<SignatureFinding> {
  const signedAt = momentOf(textOf(dictionary.lookup(name("M"))) ?? "");
  if (!ways.includes(wordIn(dictionary, "SubFilter"))) return { ...blank, state: "unreadable", signedAt };
  const der = await signatureIn(source, dictionary, ranges);
  if (!der) return { ...blank, state: "altered", signedAt };
  const cms = readCms(der);
  if (!cms) return { ...blank, state: "unreadable", signedAt };
  const found = cms.stamp && readStamp(cms.stamp, cms.signature);
  // Anybody can make a stamp of any time: only one of an authority that is trusted proves anything.
  const uses: readonly string[] | undefined = found?.by.keyUsage;
  const proves =
    found &&
    uses?.includes(timeStamping) === true &&
    leadsTo(trusted, found.by, found.others, found.at.getTime());
  const stamp = proves ? found : undefined;
  const at = stamp ? stamp.at.getTime() : now;
  const stampedAt = stamp ? stamp.at.toISOString() : "";
  const about = {
    trust: leadsTo(trusted, cms.certificate, cms.others, at) ? "trusted" : "unknown",
    signer: factsOf(cms.certificate),
    signedAt,
    stampedAt,
  } as const;
  if (!(await isOver(source, ranges, cms)) || (cms.stamp && !found)) return { ...about, state: "altered" };
  const said = signedAt === "" ? at : Date.parse(signedAt);
  const held = isCurrent(cms.certificate, at) && isCurrent(cms.certificate, said);
  return { ...about, state: held ? "valid" : "expired" };
}

/** The signature in the gap between its ranges, which holds nothing else; nothing where they are not as they must be. */
async function signatureIn(source: ByteSource, dictionary: PDFDict, ranges: number[]) {
  const [begin = -1, first = -1, second = -1, rest = -1, ...more] = ranges;
  if (begin !== 0 || first < 1 || second <= first || rest < 0 || more.length > 0) return undefined;
  if (second + rest > source.size) return undefined;
  const contents = dictionary.lookup(name("Contents"));
  const gap = (await source.at(first, second - first)).toString("latin1");
  if (!(contents instanceof PDFHexString) || gap !== `<${contents.asString()}>`) return undefined;
  if (!/^<[\dA-Fa-f]*>$/.test(gap)) return undefined;
  const bytes = Buffer.from(gap.slice(1, -1), "hex");
  const length = lengthOf(bytes);
  if (length > bytes.length || bytes.subarray(length).some((byte) => byte !== 0)) return undefined;
  return bytes.subarray(0, length);
}

/** How long the DER value is that begins here. */
function lengthOf(bytes: Buffer): number {
  const short = bytes[1] ?? 0;
  if (short < 0x80) return 2 + short;
  const digits = short & 0x7f;
  if (digits === 0 || digits > 4 || bytes.length < 2 + digits) return Number.POSITIVE_INFINITY;
  return 2 + digits + bytes.readUIntBE(2, digits);
}

async function isOver(source: ByteSource, ranges: readonly number[], cms: ReadCms): Promise<boolean> {
  const hash = createHash(cms.digestName);
  for (const [start, length] of [ranges.slice(0, 2), ranges.slice(2, 4)]) {
    const end = (start ?? 0) + (length ?? 0);
    for (let at = start ?? 0; at < end; at += piece)
      hash.update(await source.at(at, Math.min(piece, end - at)));
  }
  return cms.covers(hash.digest());
}

/** A PDF's time in ISO 8601; empty where it is none. */
function momentOf(text: string): string {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text);
  if (!parts) return "";
  const [, year, month, day, hour, minute, second, sign = "+", aheadHour = "00", aheadMinute = "00"] = parts;
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${aheadHour}:${aheadMinute}`;
  const ms = Date.parse(time);
  return Number.isNaN(ms) ? "" : new Date(ms).toISOString();
}
