/** Grey pixels, one byte each, row by row: 0 is black. */
export type Grey = { data: Uint8Array; width: number; height: number };

/** The median of each pixel and its eight neighbours: single dots vanish, edges stay. The border is kept. */
export function medianOfNine({ data, width, height }: Grey): Grey {
  const out = Uint8Array.from(data);
  // Every page passes here, some 4 million pixels: each column of three is sorted once and serves three pixels, and
  // nothing branches on what a pixel is, which a processor cannot foresee in noise.
  for (let y = 1; y < height - 1; y += 1) {
    const row = y * width;
    let [low0, middle0, high0, low1, middle1, high1] = [0, 0, 0, 0, 0, 0];
    for (let x = 0; x < width; x += 1) {
      const a = data[row - width + x] as number;
      const b = data[row + x] as number;
      const c = data[row + width + x] as number;
      const least = lesser(a, b);
      const most = greater(a, b);
      const low = lesser(least, c);
      const rest = greater(least, c);
      const middle = lesser(rest, most);
      const high = greater(rest, most);
      if (x > 1) {
        const lowest = greater(greater(low0, low1), low);
        const highest = lesser(lesser(high0, high1), high);
        out[row + x - 1] = middleOf(lowest, middleOf(middle0, middle1, middle), highest);
      }
      low0 = low1;
      middle0 = middle1;
      high0 = high1;
      low1 = low;
      middle1 = middle;
      high1 = high;
    }
  }
  return { data: out, width, height };
}

/** The lesser of two bytes: their difference where it is negative, and else nothing, added to the other. */
function lesser(a: number, b: number): number {
  const difference = a - b;
  return b + (difference & (difference >> 31));
}

function greater(a: number, b: number): number {
  const difference = a - b;
  return a - (difference & (difference >> 31));
}

function middleOf(a: number, b: number, c: number): number {
  return greater(lesser(a, b), lesser(greater(a, b), c));
}

/** How many pixels have each grey level. */
export function countLevels({ data }: Grey): Uint32Array {
  const counts = new Uint32Array(256);
  const others = new Uint32Array(256);
  // Equal pixels lie side by side, and a count must be written before it is raised again: two take turns.
  for (let at = 0; at + 1 < data.length; at += 2) {
    const [level, other] = [data[at] as number, data[at + 1] as number];
    counts[level] = (counts[level] as number) + 1;
    others[other] = (others[other] as number) + 1;
  }
  if (data.length % 2 === 1) others[data.at(-1) as number] = (others[data.at(-1) as number] as number) + 1;
  return counts.map((count, level) => count + (others[level] as number));
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
  const [right, down] = [width > 1 ? 1 : 0, height > 1 ? width : 0];
  for (let y = 0, to = 0; y < half.height; y += 1) {
    for (let x = 0, at = y * 2 * width; x < half.width; x += 1, at += 2, to += 1) {
      const above = (data[at] as number) + (data[at + right] as number);
      const below = (data[at + down] as number) + (data[at + down + right] as number);
      out[to] = (above + below + 2) >> 2;
    }
  }
  return { data: out, ...half };
}
