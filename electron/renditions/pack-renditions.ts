import type { Readable } from "node:stream";
import { setImmediate as pause } from "node:timers/promises";
import { ZipFile } from "yazl";
import { nameDocument, type NamedDocument, uniqueNames } from "#shared/archive/document-name.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import type { CallInput, DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Packed } from "#shared/contract/renditions.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Journal } from "#electron/journal/journal.ts";

export type RenditionParts = {
  journal: Journal;
  objects: ObjectStore;
  now: () => number;
  emit: Emit;
  /** The centre's own template of names; empty where there is none. */
  template: () => string;
};

type Ready = NamedDocument & { digest: Digest; size: number };

/** Packages of finished documents under their archive names, each with the very bytes that are stored. */
export function renditionHandlers(parts: RenditionParts): Pick<DeskHandlers, "renditions.pack"> {
  const { journal, objects, now, emit } = parts;

  const gather = async (files: readonly ArchiveFile[]) => {
    const ready: Ready[] = [];
    let lacking = 0;
    for (const file of files) {
      const fonds = journal.read("fonds", file.fondsId);
      const items = journal.children("items", file.id).filter(({ withdrawn }) => withdrawn === "");
      for (const item of items.sort((one, other) => one.ordinal - other.ordinal)) {
        const digest = item.renditionDigest;
        const size = isDigest(digest) ? await objects.size(digest) : undefined;
        if (isDigest(digest) && size !== undefined) ready.push({ item, file, fonds, digest, size });
        else lacking += 1;
      }
      await pause();
    }
    return { ready, lacking };
  };

  return {
    async "renditions.pack"({ of, id, practice }): Promise<Packed> {
      const { files, name } = chosen(journal, of, id);
      const { ready, lacking } = await gather(files);
      const answer = { documents: ready.length, lacking, name: `${name}.zip` };
      if (ready.length === 0) return { ...answer, digest: "", size: 0 };
      const zip = new ZipFile();
      const output = zip.outputStream as unknown as Readable;
      output.on("error", () => undefined);
      const mtime = new Date(now());
      let done = 0;
      const names = uniqueNames(ready.map((document) => nameDocument(practice, document, parts.template())));
      for (const [at, { digest, size }] of ready.entries()) {
        // PDFs do not shrink: they go in as they are, opened one after the other.
        zip.addReadStreamLazy(names[at] ?? digest, { mtime, compress: false, size }, (give) => {
          emit("renditions.progress", { done: (done += 1), total: ready.length });
          const bytes = objects.read(digest);
          // What cannot be read ends the package, and whoever stores it hears of it.
          bytes.on("error", (error) => output.destroy(error));
          give(null, bytes);
        });
      }
      zip.end();
      const stored = await objects.put(output);
      return { ...answer, ...stored };
    },
  };
}

/** The files that are packed, and what the package is called. */
function chosen(journal: Journal, of: CallInput<"renditions.pack">["of"], id: string) {
  if (of === "file") {
    const file = journal.read("files", id);
    if (!file) throw new DeskFault("not-found", { detail: `file ${id}` });
    return { files: [file], name: plain(file.code) };
  }
  const batch = journal.read("batches", id);
  if (!batch) throw new DeskFault("not-found", { detail: `batch ${id}` });
  const files = journal.filesOfBatch(id).filter(({ withdrawn }) => withdrawn === "");
  return { files, name: plain(batch.number || batch.name) };
}

function plain(text: string): string {
  return text.normalize("NFC").replace(/[<>:"/\\|?*\p{Cc}]+/gu, "-") || "PDFA";
}
