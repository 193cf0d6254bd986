import type { PDFDict } from "@cantoo/pdf-lib";
import { PDFDocument, PDFName, PDFNumber, PDFRawStream } from "@cantoo/pdf-lib";
import { TaskFailure } from "#electron/pipeline/worker/tasks.ts";
import { refuseBombs } from "./pdf-bombs.ts";

/** Opens a PDF's object tree; throws `media-encrypted`, `media-truncated`, `media-too-large` or `media-corrupt`. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const isShort = !Buffer.from(bytes.subarray(-4096)).includes("%%EOF");
  if (isShort) throw new TaskFailure("media-truncated", "no end mark");
  refuseBombs(bytes);
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      ignoreEncryption: true,
      throwOnInvalidObject: false,
    });
  } catch (error) {
    throw new TaskFailure("media-corrupt", error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
  if (document.isEncrypted) throw new TaskFailure("media-encrypted", "protected by a password");
  try {
    document.getPageCount();
  } catch (error) {
    throw new TaskFailure("media-corrupt", "no page tree", { cause: error });
  }
  return document;
}

/** A number of a dictionary, or the given one. */
export function numberIn(dictionary: PDFDict, name: string, otherwise: number): number {
  const value = dictionary.lookup(PDFName.of(name));
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}

/** A stream of a dictionary, if it is one. */
export function streamIn(dictionary: PDFDict, name: string): PDFRawStream | undefined {
  const value = dictionary.lookup(PDFName.of(name));
  return value instanceof PDFRawStream ? value : undefined;
}
