import { digestOfText } from "#shared/base/digest.ts";

/** UUIDs (RFC 9562, version 4) in upper case, in one order for each seed: whoever has the seed makes them again. */
export function seededUuids(seed: string): () => string {
  let made = 0;
  return () => {
    const hex = digestOfText(`${seed}\n${(made += 1)}`).toUpperCase();
    const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16).toUpperCase();
    return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20)]
      .concat(hex.slice(20, 32))
      .join("-");
  };
}
