import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { ObjectTooLarge, OtherObject, type StoredBytes } from "#shared/node/object-store.ts";
import { askBucket, type BucketAsk, type BucketPatience, usualPatience } from "./ask-bucket.ts";
import type { BucketPlace } from "./bucket-place.ts";
import { ObjectsFault, type ProvinceObjects } from "./province-objects.ts";

type Range = { start: number; end: number };
type Source = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Objects in a bucket, named by their SHA-256 as the folder names them (`ab/cdef…`). What is put is counted here
 * first, sent with its checksum, and asked for again before `put` answers; whole reads are counted too. `spool` is a
 * folder for bytes on their way, emptied by whoever `sweep`s.
 */
export async function openBucketObjects(
  place: BucketPlace,
  spool: string,
  options: { sweep?: boolean; patience?: BucketPatience; report?: (fault: unknown) => void } = {},
): Promise<ProvinceObjects> {
  const { patience = usualPatience, report = () => undefined } = options;
  await mkdir(spool, { recursive: true });
  if (options.sweep !== false)
    for (const name of await readdir(spool)) await rm(join(spool, name), { force: true });
  const ask = (what: BucketAsk) => askBucket(place, what, patience);
  await lookAt(place, ask).catch((fault: unknown) => {
    // A store that is away for now is asked again; one that refuses would refuse every upload.
    if (!(fault instanceof ObjectsFault) || fault.kind !== "away") throw fault;
    report(fault);
  });

  const head = async (digest: Digest) => {
    if (!isDigest(digest)) throw new Error("not a digest");
    const answer = await ask({ method: "HEAD", digest, headers: { "x-amz-checksum-mode": "ENABLED" } });
    answer.resume();
    if (answer.statusCode === 404) return undefined;
    if (answer.statusCode !== 200) throw refusal(answer, digest);
    const checksum = answer.headers["x-amz-checksum-sha256"];
    return {
      size: Number(answer.headers["content-length"]),
      checksum: typeof checksum === "string" && !checksum.includes("-") ? checksum : undefined,
    };
  };

  /** Whether the store has these very bytes, by the checksum it counted; where it counts none, by reading them back. */
  const holds = async ({ digest, size }: StoredBytes): Promise<boolean> => {
    const there = await head(digest);
    if (there?.size !== size) return false;
    if (there.checksum !== undefined) return there.checksum === base64Of(digest);
    const hash = createHash("sha256");
    for await (const chunk of bytesOf(ask, digest)) hash.update(chunk);
    return hash.digest("hex") === digest;
  };

  const send = async (stored: StoredBytes, body: () => Readable) => {
    if (await holds(stored)) return;
    const { digest, size } = stored;
    const headers = {
      "content-length": String(size),
      "content-type": "application/octet-stream",
      "x-amz-content-sha256": digest,
      "x-amz-checksum-sha256": base64Of(digest),
    };
    const answer = await ask({ method: "PUT", digest, headers, body });
    answer.resume();
    if (answer.statusCode !== 200) throw refusal(answer, digest);
    if (!(await holds(stored))) throw new ObjectsFault("changed", digest, "read back after it was put");
  };

  return {
    async put(source, { limit = Number.POSITIVE_INFINITY, expected } = {}) {
      const path = join(spool, randomBytes(12).toString("hex"));
      try {
        const stored = await count(source, limit, source instanceof Uint8Array ? undefined : path);
        if (expected !== undefined && expected !== stored.digest) throw new OtherObject(expected);
        await send(stored, () =>
          source instanceof Uint8Array ? Readable.from([Buffer.from(source)]) : createReadStream(path),
        );
        return stored;
      } finally {
        await rm(path, { force: true });
      }
    },
    size: async (digest) => (await head(digest))?.size,
    read: (digest, range) => Readable.from(checkedBytes(ask, digest, range), { objectMode: false }),
    async bytes(digest, range) {
      const chunks: Buffer[] = [];
      for await (const chunk of checkedBytes(ask, digest, range)) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}

type Ask = (what: BucketAsk) => Promise<IncomingMessage & { code: string }>;

async function lookAt({ bucket, region }: BucketPlace, ask: Ask): Promise<void> {
  const answer = await ask({ method: "HEAD" });
  answer.resume();
  const { statusCode: status, headers } = answer;
  if (status === 200) return;
  if (status === 404) throw new ObjectsFault("refused", undefined, `there is no bucket ${bucket}`);
  const other = headers["x-amz-bucket-region"];
  const where = typeof other === "string" && other !== region ? `; the bucket is in ${other}` : "";
  throw new ObjectsFault("refused", undefined, `HEAD of the bucket ${bucket}: ${status}${where}`);
}

/** Counts bytes; what cannot be asked for again is written to `path` on the way. */
async function count(source: Source, limit: number, path: string | undefined): Promise<StoredBytes> {
  const hash = createHash("sha256");
  let size = 0;
  const handle = path === undefined ? undefined : await open(path, "wx", 0o600);
  try {
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      size += chunk.length;
      if (size > limit) throw new ObjectTooLarge(limit);
      hash.update(chunk);
      await handle?.writeFile(chunk);
    }
  } finally {
    await handle?.close();
  }
  return { digest: hash.digest("hex") as Digest, size };
}

async function* checkedBytes(ask: Ask, digest: Digest, range?: Range): AsyncGenerator<Buffer> {
  if (range) {
    yield* bytesOf(ask, digest, range);
    return;
  }
  const hash = createHash("sha256");
  for await (const chunk of bytesOf(ask, digest)) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("hex") !== digest) throw new ObjectsFault("changed", digest, "read whole");
}

/** A line that breaks halfway is asked for the rest, as long as each asking brings something. */
async function* bytesOf(ask: Ask, digest: Digest, range?: Range): AsyncGenerator<Buffer> {
  if (!isDigest(digest)) throw new Error("not a digest");
  let start = range?.start ?? 0;
  while (range === undefined || start <= range.end) {
    const inPart = range !== undefined || start > 0;
    const headers: Record<string, string> = inPart ? { range: `bytes=${start}-${range?.end ?? ""}` } : {};
    const answer = await ask({ method: "GET", digest, headers });
    if (answer.statusCode === 416) return void answer.resume();
    if (answer.statusCode !== (inPart ? 206 : 200)) throw refusal(answer, digest);
    const before = start;
    try {
      for await (const chunk of answer as AsyncIterable<Buffer>) {
        yield chunk;
        start += chunk.length;
      }
      return;
    } catch {
      if (start === before) throw new ObjectsFault("away", digest, "GET broke off");
    }
  }
}

function refusal(answer: IncomingMessage & { code?: string }, digest: Digest): ObjectsFault {
  answer.resume();
  const missing = answer.statusCode === 404 && answer.code !== "NoSuchBucket";
  const said = `${answer.statusCode} ${answer.code ?? ""}`.trim();
  return new ObjectsFault(missing ? "missing" : "refused", digest, said);
}

function base64Of(digest: Digest): string {
  return Buffer.from(digest, "hex").toString("base64");
}
