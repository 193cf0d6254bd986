import { Readable, Transform } from "node:stream";
import { crc32 } from "node:zlib";
import { RandomAccessReader } from "yauzl";

/** Bytes that may be read from any place, as those of a file or of a stored object; `end` is the first not read. */
export type RandomBytes = { size: number; read(start: number, end: number): Readable };

const blockSize = 32 * 1024;

/**
 * Reads a ZIP for yauzl. What is small (headers, descriptions that lie side by side) comes out of one block, which is
 * kept until another is wanted: a package of thousands of descriptions is not thousands of openings of its file.
 */
export class BlockReader extends RandomAccessReader {
  readonly #bytes: RandomBytes;
  #start = 0;
  #block: Buffer = Buffer.alloc(0);

  constructor(bytes: RandomBytes) {
    super();
    this.#bytes = bytes;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    if (end - start > blockSize) return this.#bytes.read(start, end);
    const take = this.#take(start, end);
    return Readable.from(
      (async function* () {
        yield await take;
      })(),
      { objectMode: false },
    );
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    if (length > blockSize) {
      super.read(buffer, offset, length, position, callback);
      return;
    }
    this.#take(position, position + length).then(
      (bytes) => {
        bytes.copy(buffer, offset);
        callback(null);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    );
  }

  async #take(start: number, end: number): Promise<Buffer> {
    const held = start >= this.#start && end <= this.#start + this.#block.length;
    if (held) return this.#block.subarray(start - this.#start, end - this.#start);
    const parts: Buffer[] = [];
    const to = Math.min(this.#bytes.size, start + blockSize);
    for await (const part of this.#bytes.read(start, to) as AsyncIterable<Buffer>) parts.push(part);
    const block = Buffer.concat(parts);
    if (block.length < end - start) throw new Error("the ZIP ends before its lists say");
    this.#start = start;
    this.#block = block;
    return block.subarray(0, end - start);
  }
}

/** Bytes that end with a fault where they are not those of their CRC-32. */
export function checkedBy(bytes: Readable, sum: number): Readable {
  let found = 0;
  const checked = new Transform({
    transform(chunk: Buffer, _, done) {
      found = crc32(chunk, found);
      done(null, chunk);
    },
    flush: (done) => done(found === sum ? null : new Error("other bytes than its CRC-32")),
  });
  bytes.on("error", (error) => checked.destroy(error));
  return bytes.pipe(checked);
}
