import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { Type } from "typebox";
import { Check } from "typebox/value";
import { keyTextSchema } from "#shared/keys/key-text.ts";
import { EnvelopeFault } from "#shared/node/envelope-fault.ts";
import { type Lock, lockKey, type Unlock, unlockKey, wrappedSchema } from "#shared/node/envelope-locks.ts";

/*
 * A sealed file: `MLENV1\n`, the head's length (4 bytes, big endian), the head (JSON: the content key, locked once
 * for each who may open), then chunks of 64 KiB under AES-256-GCM, each with its tag. The nonce of a chunk is its
 * number and whether it is the last, and its associated data the SHA-256 of the head: no chunk can be altered, left
 * out, doubled, moved or taken from another file, and a file that was cut off does not open as whole.
 */

const magic = Buffer.from("MLENV1\n");
const chunkBytes = 64 * 1024;
const tagBytes = 16;
const mostHead = 64 * 1024;

const headSchema = Type.Object({
  /** Says what the file is, to anyone: no secret, and part of what is authenticated. */
  label: Type.String({ maxLength: 4000 }),
  ephemeral: Type.Union([keyTextSchema, Type.Literal("")]),
  locks: Type.Array(wrappedSchema, { minItems: 1, maxItems: 8 }),
});

/**
 * Seals a stream for everyone who holds one of the keys or passphrases. `label` stays readable. No more than a few
 * chunks are in memory, however long the source.
 */
export async function* seal(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  locks: readonly Lock[],
  label = "",
): AsyncGenerator<Uint8Array> {
  const contentKey = randomBytes(32);
  const head = Buffer.from(JSON.stringify({ label, ...(await lockKey(contentKey, locks)) }));
  if (head.length > mostHead) throw new Error("the head is too long");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  yield Buffer.concat([magic, length, head]);
  const bound = createHash("sha256").update(head).digest();
  let number = 0;
  let held: Buffer | undefined;
  for await (const chunk of inChunks(source instanceof Uint8Array ? [source] : source, chunkBytes)) {
    if (held) yield sealChunk(held, contentKey, number++, false, bound);
    held = chunk;
  }
  yield sealChunk(held ?? Buffer.alloc(0), contentKey, number, true, bound);
}

/**
 * Opens a sealed stream, giving bytes only as they are found to be true. Rejects with an `EnvelopeFault`: what was
 * given before must not be believed as whole until the stream has ended without one.
 */
export async function* unseal(source: AsyncIterable<Uint8Array>, unlock: Unlock): AsyncGenerator<Uint8Array> {
  const reader = readExactly(source);
  const { head, bound } = await readHead(reader);
  const contentKey = await unlockKey(head, unlock);
  let number = 0;
  let sealed = await reader.upTo(chunkBytes + tagBytes);
  for (;;) {
    const next = await reader.upTo(chunkBytes + tagBytes);
    const last = next.length === 0;
    if (!last && sealed.length < chunkBytes + tagBytes) throw new EnvelopeFault("damaged", "a short chunk");
    const opened = openChunk(sealed, contentKey, number, last, bound);
    if (!opened) {
      // A file cut off between two chunks is whole but for the mark of its last.
      const cut = last && openChunk(sealed, contentKey, number, false, bound) !== undefined;
      throw new EnvelopeFault(cut || sealed.length < tagBytes ? "cut-short" : "damaged", `chunk ${number}`);
    }
    yield opened;
    if (last) return;
    number += 1;
    sealed = next;
  }
}

/** What stands on a sealed file for anyone to read; not to be believed before the file is opened. */
export async function readLabel(source: AsyncIterable<Uint8Array>): Promise<string> {
  return (await readHead(readExactly(source))).head.label;
}

async function readHead(reader: Reader) {
  const start = await reader.upTo(magic.length + 4);
  if (start.length < magic.length + 4 || !start.subarray(0, magic.length).equals(magic))
    throw new EnvelopeFault("not-an-envelope", "no such file");
  const length = start.readUInt32BE(magic.length);
  if (length > mostHead) throw new EnvelopeFault("damaged", "the head is too long");
  const bytes = await reader.upTo(length);
  if (bytes.length < length) throw new EnvelopeFault("cut-short", "the head");
  const head = parse(bytes.toString("utf8"));
  if (!Check(headSchema, head)) throw new EnvelopeFault("damaged", "the head");
  return { head, bound: createHash("sha256").update(bytes).digest() };
}

function sealChunk(chunk: Buffer, key: Buffer, number: number, last: boolean, bound: Buffer): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number, last)).setAAD(bound);
  return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(
  sealed: Buffer,
  key: Buffer,
  number: number,
  last: boolean,
  bound: Buffer,
): Buffer | undefined {
  if (sealed.length < tagBytes) return undefined;
  const at = sealed.length - tagBytes;
  const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(number, last)).setAAD(bound);
  decipher.setAuthTag(sealed.subarray(at));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, at)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(last ? 1 : 0, 0);
  nonce.writeUInt32BE(number, 8);
  return nonce;
}

/** Cuts a stream into chunks of exactly `size` bytes, the last one shorter. */
async function* inChunks(
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Buffer> {
  const chunk = Buffer.alloc(size);
  let filled = 0;
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(size - filled, bytes.length - at);
      chunk.set(bytes.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled === size) {
        yield Buffer.from(chunk);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield Buffer.from(chunk.subarray(0, filled));
}

type Reader = { upTo(bytes: number): Promise<Buffer> };

/** Reads as many bytes as asked for, fewer only at the end. */
function readExactly(source: AsyncIterable<Uint8Array>): Reader {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return {
    async upTo(bytes) {
      const parts: Buffer[] = [];
      let wanted = bytes;
      while (wanted > 0) {
        if (rest.length === 0) {
          const next = await chunks.next();
          if (next.done === true) break;
          rest = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
          continue;
        }
        parts.push(rest.subarray(0, wanted));
        wanted -= Math.min(wanted, rest.length);
        rest = rest.subarray(parts.at(-1)?.length ?? 0);
      }
      return Buffer.concat(parts);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
