/** Grey pixels, one byte each, row by row: 0 is black. */
export type Grey = { data: Uint8Array; width: number; height: number };

/** The median of each pixel and its eight neighbours: single dots vanish, edges stay. The border is kept. */
export function medianOfNine({ data, width, height }: Grey): Grey {
  const out = Uint8Array.from(data);
  // Each column of three is sorted once and serves three pixels: every page passes here, some 4 million pixels.
  const low = new Uint8Array(width);
  const middle = new Uint8Array(width);
  const high = new Uint8Array(width);
  for (let y = 1; y < height - 1; y += 1) {
    const row = y * width;
    for (let x = 0; x < width; x += 1) {
      const a = data[row - width + x] as number;
      const b = data[row + x] as number;
      const c = data[row + width + x] as number;
      const least = a < b ? a : b;
      const most = a < b ? b : a;
      low[x] = least < c ? least : c;
      high[x] = most > c ? most : c;
      middle[x] = most < c ? most : least > c ? least : c;
    }
    for (let x = 1; x < width - 1; x += 1) {
      out[row + x] = middleOf(
        greatestOf(low[x - 1] as number, low[x] as number, low[x + 1] as number),
        middleOf(middle[x - 1] as number, middle[x] as number, middle[x + 1] as number),
        leastOf(high[x - 1] as number, high[x] as number, high[x + 1] as number),
      );
    }
  }
  return { data: out, width, height };
}

function greatestOf(a: number, b: number, c: number): number {
  const most = a > b ? a : b;
  return most > c ? most : c;
}

function leastOf(a: number, b: number, c: number): number {
  const least = a < b ? a : b;
  return least < c ? least : c;
}

function middleOf(a: number, b: number, c: number): number {
  const least = a < b ? a : b;
  const most = a < b ? b : a;
  return most < c ? most : least > c ? least : c;
}

/** How many pixels have each grey level. */
export function countLevels({ data }: Grey): Uint32Array {
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 1)
    counts[data[at] as number] = (counts[data[at] as number] as number) + 1;
  return counts;
}

/** The grey level below which the given share (0-1) of the pixels lies. */
export function quantile(grey: Grey, share: number, counts = countLevels(grey)): number {
  let left = share * grey.data.length;
  for (let level = 0; level < 256; level += 1) {
    left -= counts[level] ?? 0;
    if (left <= 0) return level;
  }
  return 255;
}

/** The pixels at half the size, each the mean of four. */
export function halve({ data, width, height }: Grey): Grey {
  const half = { width: Math.max(1, width >> 1), height: Math.max(1, height >> 1) };
  const out = new Uint8Array(half.width * half.height);
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const at = y * 2 * width + x * 2;
      const below = y * 2 + 1 < height ? at + width : at;
      const right = x * 2 + 1 < width ? 1 : 0;
      const sum = (data[at] ?? 0) + (data[at + right] ?? 0) + (data[below] ?? 0) + (data[below + right] ?? 0);
      out[y * half.width + x] = (sum + 2) >> 2;
    }
  }
  return { data: out, ...half };
}
