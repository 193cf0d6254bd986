/** Pages whose likenesses differ in no more of their 256 bits may be the same page. */
export const nearLikeness = 64;

/** The number of bits in which two likenesses (64 hexadecimal digits) differ; 256 where one is not known. */
export function likenessDistance(one: string, other: string): number {
  if (one.length !== 64 || other.length !== 64) return 256;
  let bits = 0;
  for (let at = 0; at < 64; at += 8) {
    bits += ones(Number.parseInt(one.slice(at, at + 8), 16) ^ Number.parseInt(other.slice(at, at + 8), 16));
  }
  return bits;
}

function ones(value: number): number {
  let left = value - ((value >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
