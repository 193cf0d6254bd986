import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { momentTextInVietnam } from "#shared/base/vietnam-time.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { ObjectStore, StoredBytes } from "#shared/node/object-store.ts";
import { verifyBag } from "#shared/node/packages/verify-bag.ts";
import { type BagFile, bagTexts } from "#shared/node/packages/write-bag-folder.ts";
import { writePackageBagInfo } from "#shared/package/bag-lists.ts";
import { isWarning } from "#shared/package/package-report.ts";
import { openStored } from "./packages-in.ts";
import { verifyTree } from "./verify-tree.ts";

/** A tree of folders as a bag in a stored ZIP, read again and verified; `package-unsound` where it is not whole. */
export async function zipTree(
  objects: ObjectStore,
  tree: { files: readonly BagFile[]; name: string; by: string; at: number; version: string },
): Promise<StoredBytes> {
  const { files, name, by, at, version } = tree;
  const info = writePackageBagInfo({
    ...{ organization: by, description: name, day: momentTextInVietnam(at).slice(0, 10) },
    ...{ software: `Mục Lục ${version}`, files: files.length },
    bytes: files.reduce((sum, { size }) => sum + size, 0),
  });
  const zip = new ZipFile();
  const output = zip.outputStream as unknown as Readable;
  const mtime = new Date(at);
  for (const [tag, text] of Object.entries(bagTexts(files, info).texts))
    zip.addBuffer(Buffer.from(text, "utf8"), `${name}/${tag}`, { mtime });
  for (const { name: file, size, bytes } of files) {
    // PDFs do not shrink; each is opened when its turn comes.
    zip.addReadStreamLazy(`${name}/data/${file}`, { mtime, compress: false, size }, (give) => {
      const read = Readable.from(bytes(), { objectMode: false });
      read.on("error", (error) => output.destroy(error));
      give(null, read);
    });
  }
  zip.end();
  const stored = await objects.put(output);
  const opened = await openStored(objects, stored);
  try {
    const faults = [...(await verifyBag(opened)), ...(await verifyTree(opened)).faults];
    const hard = faults.find((fault) => !isWarning(fault));
    if (!hard) return stored;
    await objects.destroy(stored.digest);
    throw new DeskFault("package-unsound", { detail: `${hard.code} ${hard.path}` });
  } finally {
    opened.close();
  }
}
