import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { bagitText, type BagInfo, bagPurposes, receiversOf, writeBagInfo } from "#shared/parcel/bag-info.ts";
import { seal, unseal } from "#shared/node/envelope.ts";
import { type KeyPair, signText } from "#shared/node/keys.ts";
import { patiently } from "#shared/node/patiently.ts";

/** A part of a bag; its bytes are asked for when its turn comes. */
export type BagPart = { path: string; compress: boolean; bytes: () => AsyncIterable<Uint8Array> };

/**
 * Writes a bag (BagIt 1.0 in a ZIP), signed by the sender and sealed for those it names and for the sender itself, as a
 * stream. The file is there under its name only once it was written, fsynced, read again from the disk and found to
 * be whole; nothing is left behind by a failure.
 */
export async function writeBag(options: {
  path: string;
  info: BagInfo;
  parts: readonly BagPart[];
  signing: KeyPair;
  sealing: KeyPair;
}): Promise<{ digest: string; size: number }> {
  const { path, info, sealing } = options;
  const locks = [...receiversOf(info), sealing.publicKey].map((publicKey) => ({
    kind: "key" as const,
    publicKey,
  }));
  const { kind, id, sequence, from, to, at } = info;
  const label = JSON.stringify({ kind, id, sequence, from, to, at });
  const partial = `${path}.partial`;
  try {
    const hash = createHash("sha256");
    let size = 0;
    const handle = await open(partial, "w", 0o600);
    try {
      for await (const chunk of seal(zipOf(options), locks, label)) {
        hash.update(chunk);
        size += chunk.length;
        await handle.writeFile(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    const digest = hash.digest("hex");
    await readAgain(partial, digest, sealing);
    await patiently(() => rename(partial, path));
    return { digest, size };
  } finally {
    await rm(partial, { force: true });
  }
}

/** Reads what was written from the disk and opens its seal: a stick that lies about what it holds is found out. */
async function readAgain(path: string, digest: string, keys: KeyPair): Promise<void> {
  const hash = createHash("sha256");
  async function* hashed() {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      yield chunk;
    }
  }
  let bytes = 0;
  for await (const chunk of unseal(hashed(), { kind: "key", keys })) bytes += chunk.length;
  if (hash.digest("hex") !== digest || bytes === 0)
    throw new Error("the disk gave back other bytes than were written");
}

function zipOf({ info, parts, signing }: Parameters<typeof writeBag>[0]): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as unknown as Readable;
  const fail = (error: Error) => void output.destroy(error);
  zip.on("error", fail);
  const mtime = new Date(info.at);
  const manifest: string[] = [];
  const add = (path: string, compress: boolean, bytes: () => AsyncIterable<Uint8Array>) =>
    zip.addReadStreamLazy(path, { mtime, compress }, (give) => {
      const stream = Readable.from(bytes());
      stream.on("error", fail);
      give(null, stream);
    });
  for (const { path, compress, bytes } of parts) {
    add(path, compress, async function* () {
      const hash = createHash("sha256");
      for await (const chunk of bytes()) {
        hash.update(chunk);
        yield chunk;
      }
      manifest.push(`${hash.digest("hex")}  ${path}\n`);
    });
  }
  const infoText = writeBagInfo(info);
  const tags = () =>
    [
      ["bagit.txt", bagitText],
      ["bag-info.txt", infoText],
      ["manifest-sha256.txt", manifest.join("")],
    ]
      .map(([name, text]) => `${sha256(text ?? "")}  ${name}\n`)
      .join("");
  const text = (path: string, say: () => string) =>
    add(path, true, async function* () {
      yield await Promise.resolve(Buffer.from(say()));
    });
  text("bagit.txt", () => bagitText);
  text("bag-info.txt", () => infoText);
  text("manifest-sha256.txt", () => manifest.join(""));
  text("tagmanifest-sha256.txt", tags);
  text("signature.txt", () => signText(bagPurposes[info.kind], tags(), signing));
  zip.end();
  return output;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
