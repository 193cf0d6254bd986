import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import type { Digest } from "#shared/base/digest.ts";
import { readAt } from "#shared/node/read-at.ts";

/*
 * An object as it lies sealed on a disk: a head of 88 bytes (`MLOBJS\n`, version, which key, salt, size of the plain
 * bytes, MAC of all that and of the object's digest), then chunks of 64 KiB under AES-256-GCM, each with its tag. The
 * keys are derived for each file from its salt (HKDF), and a chunk's nonce is its number: no chunk can be altered,
 * moved or taken from another file; the size tells one that was cut off; the MAC one under another's name.
 */

const magic = Buffer.from("MLOBJS\n\u0001");
const chunkBytes = 64 * 1024;
const tagBytes = 16;
const macAt = 56;
const headBytes = 88;
/** Chunks read from the disk, and written to it, at once: a write of each alone took four times as long as plain. */
const chunksAtOnce = 16;
/** Bytes that are sealed into a buffer of their own: larger ones are new memory each, which costs more than the cipher. */
const sealedAtOnce = 16 * 1024;

/** Why a sealed object gives no bytes: the key is not there, is another's, or the file is not as it was written. */
export type SealedFaultKind = "locked" | "wrong-key" | "damaged" | "cut-short";

export class SealedObjectFault extends Error {
  readonly kind: SealedFaultKind;
  constructor(kind: SealedFaultKind, detail: string) {
    super(`sealed object: ${kind}, ${detail}`);
    this.name = "SealedObjectFault";
    this.kind = kind;
  }
}

/** The 32 bytes that the objects of a machine are sealed with. */
export type ObjectKey = Uint8Array;

/**
 * Writes a sealed object into an empty file, chunk by chunk; it is whole once `finish` was called. One piece is written
 * to the disk while the next is sealed; what could not be written makes the next call, or `finish`, reject.
 */
export function sealedWriter(handle: FileHandle, key: ObjectKey) {
  const salt = randomBytes(32);
  const { chunks: chunkKey, mac } = keysOfFile(key, salt);
  const waiting = Buffer.alloc(chunkBytes);
  let filled = 0;
  let number = 0;
  let size = 0;
  let at = headBytes;
  let ready: Buffer[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  const writeReady = async () => {
    const parts = ready;
    ready = [];
    await writing;
    writing = writeParts(handle, parts, at);
    // Whoever waits for it hears of its failure; until then nobody does.
    writing.catch(() => undefined);
    at += parts.reduce((sum, { length }) => sum + length, 0);
  };
  const seal = async (chunk: Uint8Array) => {
    const cipher = createCipheriv("aes-256-gcm", chunkKey, nonceOf(number));
    for (let from = 0; from < chunk.length; from += sealedAtOnce)
      ready.push(cipher.update(chunk.subarray(from, from + sealedAtOnce)));
    ready.push(cipher.final(), cipher.getAuthTag());
    number += 1;
    if (number % chunksAtOnce === 0) await writeReady();
  };
  return {
    async write(bytes: Uint8Array): Promise<void> {
      size += bytes.length;
      for (let from = 0; from < bytes.length;) {
        const taken = Math.min(chunkBytes - filled, bytes.length - from);
        const some = bytes.subarray(from, from + taken);
        from += taken;
        if (taken === chunkBytes) {
          await seal(some);
          continue;
        }
        waiting.set(some, filled);
        filled += taken;
        if (filled < chunkBytes) continue;
        filled = 0;
        await seal(waiting);
      }
    },
    async finish(digest: Digest): Promise<void> {
      if (filled > 0) await seal(waiting.subarray(0, filled));
      await writeReady();
      await writing;
      const length = Buffer.alloc(8);
      length.writeBigUInt64BE(BigInt(size));
      const head = Buffer.concat([magic, keyId(key), salt, length]);
      await writeAll(handle, Buffer.concat([head, macOf(mac, head, digest)]), 0);
    },
  };
}

/** How many plain bytes are in a sealed file of so many; of a file that was cut off, how many are left of them. */
export function plainSize(sealed: number): number {
  const body = Math.max(0, sealed - headBytes);
  const chunks = Math.ceil(body / (chunkBytes + tagBytes));
  return Math.max(0, body - chunks * tagBytes);
}

/**
 * The plain bytes of a sealed file from `start` to `end`, both included; bytes only as they are found to be true.
 * Throws a `SealedObjectFault`.
 */
export async function* unsealObject(
  handle: FileHandle,
  digest: Digest,
  key: ObjectKey | undefined,
  range: { start?: number | undefined; end?: number | undefined } = {},
): AsyncGenerator<Buffer> {
  const { size, chunkKey } = await readHead(handle, digest, key);
  const start = range.start ?? 0;
  const end = Math.min(range.end ?? size - 1, size - 1);
  const last = Math.ceil(size / chunkBytes) - 1;
  for (let number = Math.floor(start / chunkBytes); number * chunkBytes <= end; number += chunksAtOnce) {
    const until = Math.min(number + chunksAtOnce - 1, last, Math.floor(end / chunkBytes));
    const sealed = await readAll(handle, placeOf(number), sealedLength(number, until, size));
    const parts: Buffer[] = [];
    for (let one = number; one <= until; one += 1) {
      const from = placeOf(one) - placeOf(number);
      const plain = openChunk(sealed.subarray(from, from + sealedLength(one, one, size)), chunkKey, one);
      const first = one * chunkBytes;
      parts.push(plain.subarray(Math.max(0, start - first), Math.min(plain.length, end + 1 - first)));
    }
    release(sealed);
    if (parts.length === 1 && parts[0]) yield parts[0];
    else {
      const together = Buffer.concat(parts);
      for (const part of parts) release(part);
      yield together;
    }
  }
}

async function readHead(handle: FileHandle, digest: Digest, key: ObjectKey | undefined) {
  if (!key) throw new SealedObjectFault("locked", digest);
  const bytes = await readAll(handle, 0, headBytes);
  if (!bytes.subarray(0, magic.length).equals(magic)) throw new SealedObjectFault("damaged", "its head");
  if (!bytes.subarray(8, 16).equals(keyId(key))) throw new SealedObjectFault("wrong-key", digest);
  const keys = keysOfFile(key, bytes.subarray(16, 48));
  const mac = macOf(keys.mac, bytes.subarray(0, macAt), digest);
  if (!timingSafeEqual(mac, bytes.subarray(macAt))) throw new SealedObjectFault("damaged", "its head");
  const size = Number(bytes.readBigUInt64BE(48));
  const length = (await handle.stat()).size;
  const whole = headBytes + size + Math.ceil(size / chunkBytes) * tagBytes;
  if (length < whole) throw new SealedObjectFault("cut-short", `${length} of ${whole} bytes`);
  if (length > whole) throw new SealedObjectFault("damaged", `${length} instead of ${whole} bytes`);
  return { size, chunkKey: keys.chunks };
}

function openChunk(sealed: Buffer, key: Buffer, number: number): Buffer {
  const at = sealed.length - tagBytes;
  const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(number));
  decipher.setAuthTag(sealed.subarray(at));
  const plain = decipher.update(sealed.subarray(0, at));
  try {
    decipher.final();
  } catch {
    throw new SealedObjectFault("damaged", `chunk ${number}`);
  }
  return plain;
}

function placeOf(number: number): number {
  return headBytes + number * (chunkBytes + tagBytes);
}

/** Bytes on the disk of the chunks from one to another, of an object of so many plain bytes. */
function sealedLength(from: number, until: number, size: number): number {
  return Math.min((until + 1) * chunkBytes, size) - from * chunkBytes + (until - from + 1) * tagBytes;
}

function keysOfFile(key: ObjectKey, salt: Uint8Array): { chunks: Buffer; mac: Buffer } {
  const bytes = Buffer.from(hkdfSync("sha256", key, salt, "mucluc object 1", 64));
  return { chunks: bytes.subarray(0, 32), mac: bytes.subarray(32) };
}

function keyId(key: ObjectKey): Buffer {
  return createHmac("sha256", key).update("mucluc object key").digest().subarray(0, 8);
}

function macOf(key: Buffer, head: Buffer, digest: Digest): Buffer {
  return createHmac("sha256", key).update(head).update(Buffer.from(digest, "hex")).digest();
}

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 8);
  return nonce;
}

async function readAll(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = await readAt(handle, at, length);
  if (bytes.length < length) throw new SealedObjectFault("cut-short", `at ${at + bytes.length}`);
  return bytes;
}

async function writeAll(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await handle.write(bytes, written, bytes.length - written, at + written)).bytesWritten;
  }
}

async function writeParts(handle: FileHandle, parts: readonly Buffer[], at: number): Promise<void> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length === 0) return;
  const { bytesWritten } = await handle.writev(parts, at);
  // A disk that takes less at once takes the rest piece by piece.
  if (bytesWritten < length)
    await writeAll(handle, Buffer.concat(parts).subarray(bytesWritten), at + bytesWritten);
  for (const part of parts) release(part);
}

/**
 * Gives the memory of a buffer back that nobody looks at any more. The collector would, by looking through all that the
 * process holds: where that is much, it took as long as to write a scan.
 */
function release(bytes: Buffer): void {
  const { buffer } = bytes;
  const isAlone = buffer instanceof ArrayBuffer && bytes.length > 0 && bytes.length === buffer.byteLength;
  if (isAlone) buffer.transfer(0);
}
