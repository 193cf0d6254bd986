import { createHash, X509Certificate } from "node:crypto";
import { Check } from "typebox/value";
import type { Item } from "#shared/archive/item.ts";
import { type RenditionReport, renditionReportSchema } from "#shared/archive/rendition-report.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { withFile } from "#electron/pipeline/rendition/byte-source.ts";
import { lookOver } from "#electron/pipeline/rendition/gate.ts";
import type { OtherCheckers } from "#electron/pipeline/rendition/other-checkers.ts";
import { readSkeleton } from "#electron/pipeline/rendition/read-skeleton.ts";
import { writeReport } from "#electron/pipeline/rendition/report.ts";
import { factsOf } from "./certificate-facts.ts";
import { SigningFault } from "./signing-fault.ts";
import { signPdf, type Signing } from "./sign-pdf.ts";
import { verifyPdf } from "./verify-pdf.ts";

/** The fields of an item that a signature writes. */
type Signed = Pick<
  Item,
  "renditionDigest" | "renditionSize" | "reportDigest" | "receiptDigest" | "receiptAt" | "signature"
>;

/**
 * Signs an item's rendition into an object of its own; the one before stays as it is. It counts only once it was looked
 * over as a PDF/A and its signature was verified; else no record names it. Throws a `SigningFault`.
 */
export async function signItem(
  objects: ObjectStore,
  checkers: OtherCheckers,
  item: Item,
  signing: Signing & { by: string },
): Promise<Signed> {
  const digest = item.renditionDigest;
  if (!isDigest(digest) || (await objects.size(digest)) === undefined)
    throw new SigningFault("object-missing");
  const tail = await objects.opened(digest, (path) => withFile(path, (source) => signPdf(source, signing)));
  const stored = await objects.put(followed(objects, digest, tail));
  const report = await look(objects, checkers, item, stored.digest, signing.at);
  const { digest: reportDigest } = await objects.put(Buffer.from(JSON.stringify(report)));
  const facts = factsOf(new X509Certificate(signing.means.certificate));
  return {
    renditionDigest: stored.digest,
    renditionSize: stored.size,
    reportDigest,
    // The province has the one before, if any.
    ...{ receiptDigest: "", receiptAt: "" },
    signature: {
      digest: stored.digest,
      ...{ of: digest, ofSize: item.renditionSize, ofReport: item.reportDigest },
      level: signing.stamp ? "b-t" : "b-b",
      at: new Date(signing.at).toISOString(),
      by: signing.by,
      ...{ name: facts.name, issuer: facts.issuer, serial: facts.serial.slice(0, 64) },
    },
  };
}

/** The bytes of an object, which must be those of its digest, and what follows them. */
async function* followed(objects: ObjectStore, digest: Digest, tail: Buffer): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const chunk of objects.read(digest) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("hex") !== digest) throw new SigningFault("object-missing", "its bytes have changed");
  yield tail;
}

async function look(
  objects: ObjectStore,
  checkers: OtherCheckers,
  item: Item,
  digest: Digest,
  at: number,
): Promise<RenditionReport> {
  const [[own, findings], others] = await objects.opened(digest, (path) =>
    Promise.all([
      withFile(path, (source) => {
        const skeleton = readSkeleton(source);
        return Promise.all([lookOver(source, skeleton), verifyPdf(source, [], at, skeleton)]);
      }),
      checkers(path),
    ]),
  );
  const kind = item.renditionKind === "image-only" ? "image-only" : "two-layer";
  const report = writeReport(digest, kind, own, others);
  const before = await readReport(objects, item.reportDigest);
  const worse = report.others.find(
    ({ checker, outcome }) =>
      outcome === "failed" && before?.others.find((one) => one.checker === checker)?.outcome !== "failed",
  );
  const failed = report.checks.find(({ passed }) => !passed)?.check ?? worse?.checker;
  if (failed !== undefined) throw new SigningFault("not-archival", failed);
  if (findings.length !== 1 || findings[0]?.state !== "valid")
    throw new SigningFault("not-signable", "not valid");
  return report;
}

async function readReport(objects: ObjectStore, digest: string): Promise<RenditionReport | undefined> {
  if (!isDigest(digest)) return undefined;
  try {
    const report: unknown = JSON.parse((await objects.bytes(digest)).toString("utf8"));
    return Check(renditionReportSchema, report) ? report : undefined;
  } catch {
    return undefined;
  }
}
