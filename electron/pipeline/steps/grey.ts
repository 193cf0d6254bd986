/** Grey pixels, one byte each, row by row: 0 is black. */
export type Grey = { data: Uint8Array; width: number; height: number };

/** The median of each pixel and its eight neighbours: single dots vanish, edges stay. The border is kept. */
export function medianOfNine({ data, width, height }: Grey): Grey {
  const out = Uint8Array.from(data);
  for (let y = 1; y < height - 1; y += 1) {
    const above = (y - 1) * width;
    const row = y * width;
    const below = (y + 1) * width;
    for (let x = 1; x < width - 1; x += 1) {
      let a = data[above + x - 1] ?? 0;
      let b = data[above + x] ?? 0;
      let c = data[above + x + 1] ?? 0;
      let d = data[row + x - 1] ?? 0;
      let e = data[row + x] ?? 0;
      let f = data[row + x + 1] ?? 0;
      let g = data[below + x - 1] ?? 0;
      let h = data[below + x] ?? 0;
      let i = data[below + x + 1] ?? 0;
      // Sort each row of three; the median of nine is the median of: greatest low, middle middle, least high.
      if (a > b) [a, b] = [b, a];
      if (b > c) [b, c] = [c, b];
      if (a > b) [a, b] = [b, a];
      if (d > e) [d, e] = [e, d];
      if (e > f) [e, f] = [f, e];
      if (d > e) [d, e] = [e, d];
      if (g > h) [g, h] = [h, g];
      if (h > i) [h, i] = [i, h];
      if (g > h) [g, h] = [h, g];
      const low = a > d ? (a > g ? a : g) : d > g ? d : g;
      const high = c < f ? (c < i ? c : i) : f < i ? f : i;
      out[row + x] = middleOf(low, middleOf(b, e, h), high);
    }
  }
  return { data: out, width, height };
}

function middleOf(a: number, b: number, c: number): number {
  if (a > b) return b > c ? b : a < c ? a : c;
  return a > c ? a : b < c ? b : c;
}

/** The grey level below which the given share (0-1) of the pixels lies. */
export function quantile({ data }: Grey, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let left = share * data.length;
  for (let level = 0; level < 256; level += 1) {
    left -= counts[level] ?? 0;
    if (left <= 0) return level;
  }
  return 255;
}

/** The mean of the square of `2 × radius + 1` pixels around each pixel, cut off at the borders. */
export function localMeans({ data, width, height }: Grey, radius: number): Uint8Array {
  const sums = new Uint32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += data[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  const means = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - radius) * (width + 1);
    const bottom = Math.min(height, y + radius + 1) * (width + 1);
    for (let x = 0; x < width; x += 1) {
      const left = Math.max(0, x - radius);
      const right = Math.min(width, x + radius + 1);
      const sum =
        (sums[bottom + right] ?? 0) -
        (sums[top + right] ?? 0) -
        (sums[bottom + left] ?? 0) +
        (sums[top + left] ?? 0);
      means[y * width + x] = sum / ((right - left) * ((bottom - top) / (width + 1)));
    }
  }
  return means;
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
