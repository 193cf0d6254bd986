/** "Tờ số" as its first and last leaf: `12`, `12-15`; nothing for what is no span, or runs backwards. */
export function readLeaves(text: string): [number, number] | undefined {
  const found = /^\s*0*(\d{1,5})(?:\s*[-–—]\s*0*(\d{1,5}))?\s*$/.exec(text);
  if (!found) return undefined;
  const first = Number(found[1]);
  const last = found[2] === undefined ? first : Number(found[2]);
  return first >= 1 && last >= first ? [first, last] : undefined;
}

/** "Tờ số" of a span of leaves, as lists write it. */
export function writeLeaves([first, last]: readonly [number, number]): string {
  return first === last ? String(first) : `${String(first)}-${String(last)}`;
}
