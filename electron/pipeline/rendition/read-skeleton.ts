import type { ByteSource } from "./byte-source.ts";

const window = 32 * 1024;
/** A dictionary and what stands around it is no longer than this. */
const overlap = 8 * 1024;

/**
 * A PDF without the insides of its pictures, each said to be of no length: its objects can be read as they are, in the
 * memory of a few pages. Places within the file are not those of the whole.
 */
export async function readSkeleton(bytes: ByteSource): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let position = 0;
  let held: { from: number; chunk: Buffer } = { from: 0, chunk: Buffer.alloc(0) };
  while (position < bytes.size) {
    const kept = held.chunk.subarray(position - held.from);
    const goesOn = held.from + held.chunk.length < bytes.size;
    // Small streams follow one another: what was read for one is there for the next.
    if (kept.length === 0 || (goesOn && kept.length < 2 * overlap))
      held = { from: position, chunk: await bytes.at(position, window) };
    const chunk = held.chunk.subarray(position - held.from);
    const found = /(?<!end)stream\r?\n/.exec(chunk.toString("latin1"));
    if (!found) {
      const isLast = position + chunk.length >= bytes.size;
      const passed = isLast ? chunk : chunk.subarray(0, Math.max(1, chunk.length - overlap));
      pieces.push(passed);
      position += passed.length;
      continue;
    }
    const head = chunk.toString("latin1", 0, found.index);
    const start = found.index + found[0].length;
    const length = pictureLength(head);
    const end = position + start + length;
    const isWhole = length > 0 && /^\s*endstream/.test((await bytes.at(end, 20)).toString("latin1"));
    if (isWhole) {
      pieces.push(Buffer.from(withoutLength(head) + found[0], "latin1"));
      position = end;
    } else {
      pieces.push(chunk.subarray(0, start));
      position += start;
    }
  }
  return Buffer.concat(pieces);
}

const said = /\/Length\s+(\d+)(?!\s+\d+\s+R)/;

/** How long the picture is whose dictionary ends here; 0 for a stream of another kind. */
function pictureLength(head: string): number {
  const dictionary = head.slice(head.lastIndexOf("obj"));
  return /\/Subtype\s*\/Image\b/.test(dictionary) ? Number(said.exec(dictionary)?.[1] ?? 0) : 0;
}

function withoutLength(head: string): string {
  const at = head.lastIndexOf("obj");
  return head.slice(0, at) + head.slice(at).replace(said, "/Length 0");
}
