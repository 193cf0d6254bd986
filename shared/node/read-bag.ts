import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { bagitText, type BagInfo, bagPurposes, readBagInfo, receiversOf } from "#shared/parcel/bag-info.ts";
import { asBagFault, BagFault } from "#shared/node/bag-fault.ts";
import { unseal } from "#shared/node/envelope.ts";
import { type KeyPair, verifyText } from "#shared/node/keys.ts";
import { patiently } from "#shared/node/patiently.ts";
import { sweepOpened } from "#shared/node/sweep-opened.ts";

/** An opened bag: every byte of it was found to be what its signer listed. */
export type Bag = {
  info: BagInfo;
  has(path: string): boolean;
  read(path: string): Promise<Readable>;
  /** The values of a list, a JSON text a line. */
  lines(path: string): AsyncIterable<unknown>;
};

const mostTagBytes = 256 * 1024 * 1024;

/**
 * Opens a sealed bag, checks it to its last byte before anything of it is used, and lets `work` have it. The opened
 * bytes lie in `folder` for as long as that takes. Rejects with a `BagFault` on anything that is not wholly as the
 * signer made it; `isSigner` says whose signatures count, and may read a part of the bag for that which proves itself.
 */
export async function withBag<Value>(
  options: {
    path: string;
    folder: string;
    sealing: KeyPair;
    kinds: readonly BagInfo["kind"][];
    isSigner: (
      info: BagInfo,
      part: (path: string) => Promise<string | undefined>,
    ) => Promise<boolean> | boolean;
  },
  work: (bag: Bag) => Promise<Value>,
): Promise<Value> {
  const { folder, sealing } = options;
  await mkdir(folder, { recursive: true });
  await sweepOpened(folder, Date.now());
  const opened = join(folder, `${randomBytes(8).toString("hex")}.zip`);
  try {
    const sealed = createReadStream(options.path) as AsyncIterable<Buffer>;
    await pipeline(
      unseal(sealed, { kind: "key", keys: sealing }),
      createWriteStream(opened, { mode: 0o600 }),
    ).catch((error: unknown) => {
      throw asBagFault(error);
    });
    const zip = await openPromise(opened, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
      throw new BagFault("not-a-bag", "no ZIP", error);
    });
    try {
      return await work(await check(zip, options));
    } finally {
      zip.close();
    }
  } finally {
    await patiently(() => rm(opened, { force: true }));
  }
}

async function check(zip: ZipFile, options: Parameters<typeof withBag>[0]): Promise<Bag> {
  const { kinds, sealing, isSigner } = options;
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) throw new BagFault("not-a-bag", `${entry.fileName} twice`);
    entries.set(entry.fileName, entry);
  }
  const read = async (path: string) => {
    const entry = entries.get(path);
    if (!entry) throw new BagFault("not-a-bag", `${path} is missing`);
    return zip.openReadStreamPromise(entry);
  };
  const text = async (path: string) => {
    if ((entries.get(path)?.uncompressedSize ?? 0) > mostTagBytes) throw new BagFault("not-a-bag", path);
    const parts: Buffer[] = [];
    for await (const part of (await read(path)) as AsyncIterable<Buffer>) parts.push(part);
    return Buffer.concat(parts).toString("utf8");
  };
  const tags = await text("tagmanifest-sha256.txt");
  const info = readBagInfo(await text("bag-info.txt"));
  if (!info || !kinds.includes(info.kind) || (await text("bagit.txt")) !== bagitText)
    throw new BagFault("not-a-bag", `no ${kinds.join(" or ")}`);
  if (!receiversOf(info).includes(sealing.publicKey))
    throw new BagFault("not-for-us", "sealed anew for another");
  const part = async (path: string) => (entries.has(path) ? text(path) : undefined);
  if (!(await isSigner(info, part))) throw new BagFault("stranger", `signer ${info.signer}`);
  if (!verifyText(bagPurposes[info.kind], tags, await text("signature.txt"), info.signer))
    throw new BagFault("not-signed", "the signature does not hold");
  const digestOf = async (path: string) => {
    const hash = createHash("sha256");
    for await (const chunk of (await read(path)) as AsyncIterable<Buffer>) hash.update(chunk);
    return hash.digest("hex");
  };
  const listed = [...linesOf(tags), ...linesOf(await text("manifest-sha256.txt"))];
  for (const [digest, path] of listed) {
    if ((await digestOf(path)) !== digest) throw new BagFault("damaged", path);
  }
  const known = new Set(listed.map(([, path]) => path));
  for (const path of entries.keys()) {
    if (path.startsWith("data/") && !known.has(path))
      throw new BagFault("not-a-bag", `${path} is not listed`);
  }
  for (const tag of ["bagit.txt", "bag-info.txt", "manifest-sha256.txt"]) {
    if (!known.has(tag)) throw new BagFault("not-a-bag", `${tag} is not listed`);
  }
  return {
    info,
    has: (path) => entries.has(path),
    read,
    async *lines(path) {
      if (!entries.has(path)) return;
      for await (const line of createInterface({ input: await read(path), crlfDelay: Infinity })) {
        if (line !== "") yield JSON.parse(line) as unknown;
      }
    },
  };
}

function linesOf(manifest: string): [digest: string, path: string][] {
  return manifest.split("\n").flatMap((line): [string, string][] => {
    const [, digest, path] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? [];
    return digest !== undefined && path !== undefined ? [[digest, path]] : [];
  });
}
