import type { Grey } from "./grey.ts";

/** The page is looked at this coarsely, and of its waves so many are kept in each direction. */
const side = 64;
const kept = 16;

/** cos of each kept wave (but the flat one) at each place. */
const waves = Array.from({ length: kept }, (_, wave) =>
  Float64Array.from({ length: side }, (__, place) =>
    Math.cos(((2 * place + 1) * (wave + 1) * Math.PI) / (2 * side)),
  ),
);

/**
 * 256 bits of what a page looks like, in 64 hexadecimal digits: the signs of its slow waves (a cosine transform)
 * against their median. Scans of one page differ in few bits; so do two forms filled in for different people.
 */
export function findLikeness(grey: Grey): string {
  const small = shrink(grey);
  const rows = new Float64Array(kept * side);
  for (let wave = 0; wave < kept; wave += 1) {
    const cosines = waves[wave] as Float64Array;
    for (let y = 0; y < side; y += 1) {
      let sum = 0;
      for (let x = 0; x < side; x += 1) sum += (small[y * side + x] as number) * (cosines[x] as number);
      rows[wave * side + y] = sum;
    }
  }
  const found = new Float64Array(kept * kept);
  for (let across = 0; across < kept; across += 1) {
    for (let down = 0; down < kept; down += 1) {
      const cosines = waves[down] as Float64Array;
      let sum = 0;
      for (let y = 0; y < side; y += 1) sum += (rows[across * side + y] as number) * (cosines[y] as number);
      found[down * kept + across] = sum;
    }
  }
  const sorted = Float64Array.from(found).sort();
  const median = ((sorted[kept * kept * 0.5 - 1] as number) + (sorted[kept * kept * 0.5] as number)) / 2;
  let digits = "";
  for (let at = 0; at < found.length; at += 4) {
    let digit = 0;
    for (let bit = 0; bit < 4; bit += 1) digit = digit * 2 + ((found[at + bit] as number) > median ? 1 : 0);
    digits += digit.toString(16);
  }
  return digits;
}

/** The page as 64 × 64 means; what lies between two cells counts for the one it is more of. */
function shrink({ data, width, height }: Grey): Float64Array {
  const sums = new Float64Array(side * side);
  const counts = new Uint32Array(side * side);
  const columns = Uint8Array.from({ length: width }, (_, x) =>
    Math.min(side - 1, Math.floor((x * side) / width)),
  );
  // Every second row is as good as all.
  for (let y = 0; y < height; y += 2) {
    const row = Math.min(side - 1, Math.floor((y * side) / height)) * side;
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      const cell = row + (columns[x] as number);
      sums[cell] = (sums[cell] as number) + (data[at] as number);
      counts[cell] = (counts[cell] as number) + 1;
    }
  }
  return sums.map((sum, cell) => (counts[cell] ? sum / counts[cell] : 255));
}
