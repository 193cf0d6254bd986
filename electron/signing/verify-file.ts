import type { X509Certificate } from "node:crypto";
import { setImmediate as pause } from "node:timers/promises";
import { isSigned } from "#shared/archive/signature.ts";
import { isDigest } from "#shared/base/digest.ts";
import type { DocumentSignatures } from "#shared/contract/signing.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { withFile } from "#electron/pipeline/rendition/byte-source.ts";
import { verifyPdf } from "./verify-pdf.ts";

/** Verifies the signatures in the renditions of a file's items, or of one, by their bytes on this machine. */
export async function verifyFile(
  { journal, objects }: { journal: Journal; objects: ObjectStore },
  trusted: readonly X509Certificate[],
  now: number,
  { fileId, itemId }: { fileId: string; itemId?: string | undefined },
): Promise<DocumentSignatures[]> {
  const items = journal
    .children("items", fileId)
    .filter(({ withdrawn, id }) => withdrawn === "" && (itemId === undefined || id === itemId))
    .sort((one, other) => one.ordinal - other.ordinal);
  const documents: DocumentSignatures[] = [];
  for (const item of items) {
    const digest = item.renditionDigest;
    if (digest === "") continue;
    const here = isDigest(digest) && (await objects.size(digest)) !== undefined;
    const signatures =
      here && isDigest(digest)
        ? await objects.opened(digest, (path) => withFile(path, (source) => verifyPdf(source, trusted, now)))
        : [];
    const { id, ordinal, subject } = item;
    documents.push({ itemId: id, ordinal, subject, recorded: isSigned(item), here, signatures });
    await pause();
  }
  return documents;
}
