import { createHash } from "node:crypto";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
  type PDFObject,
} from "@cantoo/pdf-lib";
import { momentTextInVietnam } from "#shared/base/vietnam-time.ts";
import { signatureLook } from "#shared/signing/signature-look.ts";
import type { ByteSource } from "#electron/pipeline/rendition/byte-source.ts";
import { readSkeleton } from "#electron/pipeline/rendition/read-skeleton.ts";
import { appendObjects, type Appended } from "./append-objects.ts";
import { buildCms, type Stamp } from "./build-cms.ts";
import type { SignatureFace } from "./signature-face.ts";
import { SigningFault } from "./signing-fault.ts";
import type { SigningMeans } from "./signing-means.ts";

export type Signing = {
  means: SigningMeans;
  face: SignatureFace;
  /** Whose signature it is, as the document says it. */
  agency: string;
  /** The time of signing, milliseconds since 1970. */
  at: number;
  stamp?: Stamp | undefined;
};

/** Bytes kept for the signature itself beside its certificates, and for a time stamp with its own. */
const room = { signature: 4096, stamp: 20_000 } as const;
const piece = 1024 * 1024;

/**
 * Signs a finished PDF/A: answers the bytes that follow those that stand, which stay as they are to the last one. The
 * signature covers all of it but itself. Throws a `SigningFault`.
 */
export async function signPdf(source: ByteSource, signing: Signing): Promise<Buffer> {
  const reserved = reservedFor(signing);
  const { bytes, gap } = await appendSignature(source, signing, reserved);
  const hash = createHash("sha256");
  for (let at = 0; at < source.size; at += piece) hash.update(await source.at(at, piece));
  hash.update(bytes.subarray(0, gap.start)).update(bytes.subarray(gap.end));
  const cms = await buildCms(hash.digest(), signing.means, signing.stamp);
  if (cms.length > reserved) throw new SigningFault("not-signable", `${cms.length} bytes of signature`);
  bytes.write(cms.toString("hex").toUpperCase(), gap.start + 1, "latin1");
  return bytes;
}

function reservedFor({ means, stamp }: Signing): number {
  const certificates = [means.certificate, ...means.chain].reduce((sum, { length }) => sum + length, 0);
  return certificates + room.signature + (stamp ? room.stamp : 0);
}

async function appendSignature(source: ByteSource, signing: Signing, reserved: number): Promise<Appended> {
  const document = await PDFDocument.load(await readSkeleton(source), { updateMetadata: false }).catch(
    (error: unknown) => {
      throw new SigningFault("not-signable", error instanceof Error ? error.message : "", error);
    },
  );
  const { context, catalog } = document;
  const first = document.getPages()[0];
  if (!first || catalog.has(PDFName.of("AcroForm"))) {
    throw new SigningFault("not-signable", first ? "a form is in it" : "no page");
  }
  const before = context.largestObjectNumber;
  const time = momentTextInVietnam(signing.at).replace(/\.\d+/, "");
  const signature = context.nextRef();
  const { width, height } = first.getSize();
  const face = signing.face(context, time, {
    width: width - 2 * signatureLook.right,
    height: height - 2 * signatureLook.top,
  });
  const right = width - signatureLook.right;
  const top = height - signatureLook.top;
  const widget = context.register(
    context.obj({
      Type: "Annot",
      Subtype: "Widget",
      FT: "Sig",
      T: PDFString.of("Signature1"),
      // Print, and locked where it is.
      F: 4 + 128,
      P: first.ref,
      Rect: [right - face.width, top - face.height, right, top],
      AP: { N: face.form },
      V: signature,
    }),
  );
  const notes = first.node.lookup(PDFName.of("Annots"));
  const others = notes instanceof PDFArray ? notes.asArray() : [];
  first.node.set(PDFName.of("Annots"), context.obj([...others, widget]));
  catalog.set(PDFName.of("AcroForm"), context.obj({ Fields: [widget], SigFlags: 3 }));

  const changed: [PDFRef, PDFObject][] = [
    [first.ref, first.node],
    [rootOf(document), catalog],
  ];
  const added = context.enumerateIndirectObjects().filter(([ref]) => ref.objectNumber > before);
  return appendObjects(source, {
    objects: [...changed, ...added],
    signature: { ref: signature, before: dictionaryOf(signing.agency, time), reserved },
    trailer: context.trailerInfo,
    size: context.largestObjectNumber + 1,
  });
}

/** The dictionary of a signature up to what depends on where it stands. */
function dictionaryOf(agency: string, time: string): string {
  const name = String(PDFHexString.fromText(agency.normalize("NFC")));
  const moment = `D:${time.slice(0, 19).replace(/[-T:]/g, "")}+07'00'`;
  return `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name ${name} /M (${moment})`;
}

function rootOf({ context }: PDFDocument): PDFRef {
  const root = context.trailerInfo.Root;
  if (!(root instanceof PDFRef) || !(context.lookup(root) instanceof PDFDict)) {
    throw new SigningFault("not-signable", "no root");
  }
  return root;
}
