import { TaskFailure } from "#electron/pipeline/worker/tasks.ts";

/** Where a page of a TIFF is described, and where it is said which page comes next. */
type Directory = { at: number; next: number };

type Layout = {
  /** Reads the offset that stands at a place. */
  offset(at: number): number;
  write(value: number, at: number): void;
  /** Where the offset of the first directory stands. */
  first: number;
  /** Bytes of an offset, of the count before a directory's entries, and of each entry. */
  width: number;
  head: number;
  entry: number;
  entries(at: number): number;
};

/**
 * The pages of a TIFF as its chain of directories has them; throws `media-corrupt` where it runs in a circle and
 * `media-truncated` where it leads out of the file.
 */
function directoriesOf(layout: Layout, length: number): Directory[] {
  const found: Directory[] = [];
  const seen = new Set<number>();
  for (let at = layout.offset(layout.first); at !== 0;) {
    if (seen.has(at)) throw new TaskFailure("media-corrupt", "its pages run in a circle");
    if (at + layout.head > length) throw new TaskFailure("media-truncated", "a page lies past the end");
    seen.add(at);
    const next = at + layout.head + layout.entries(at) * layout.entry;
    if (next + layout.width > length) throw new TaskFailure("media-truncated", "a page goes past the end");
    found.push({ at, next });
    at = layout.offset(next);
  }
  return found;
}

export type TiffPages = {
  count: number;
  /** The file with this page as its only one. The bytes are shared: they hold until the next page is asked for. */
  alone(page: number): Buffer;
};

/**
 * Opens the pages of a TIFF so that each is found at once: its decoder walks the whole chain for every page, which for
 * thousands takes minutes. The bytes given are not changed.
 */
export function openTiffPages(bytes: Buffer): TiffPages {
  const copy = Buffer.from(bytes);
  const layout = layoutOf(copy);
  const directories = directoriesOf(layout, copy.length);
  return {
    count: directories.length,
    alone(page) {
      const directory = directories[page];
      if (!directory) throw new TaskFailure("media-corrupt", "no such page");
      layout.write(directory.at, layout.first);
      layout.write(0, directory.next);
      return copy;
    },
  };
}

/** Classic TIFF has offsets of four bytes, BigTIFF of eight; each may begin with the lesser or the greater byte. */
function layoutOf(bytes: Buffer): Layout {
  if (bytes.length < 16) throw new TaskFailure("media-truncated", "no room for a page");
  const little = bytes[0] === 0x49;
  const short = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const long = (at: number) => (little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
  if (short(2) === 43)
    return {
      first: 8,
      width: 8,
      head: 8,
      entry: 20,
      offset: (at) => Number(long(at)),
      entries: (at) => Number(long(at)),
      write: (value, at) =>
        little ? bytes.writeBigUInt64LE(BigInt(value), at) : bytes.writeBigUInt64BE(BigInt(value), at),
    };
  return {
    first: 4,
    width: 4,
    head: 2,
    entry: 12,
    offset: (at) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
    entries: short,
    write: (value, at) => (little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at)),
  };
}
