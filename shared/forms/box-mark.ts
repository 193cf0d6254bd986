/**
 * The text in the code on a box's label, the same for ever for the same box:
 * `mucluc:box:<mã phông>:<mục lục số>:<hộp số>`, each part percent-encoded, an unknown inventory left empty.
 */
export type BoxMark = { fondsCode: string; inventory: string; box: string };

const lead = "mucluc:box:";

export function writeBoxMark({ fondsCode, inventory, box }: BoxMark): string {
  return lead + [fondsCode, inventory, box].map(encodeURIComponent).join(":");
}

/** What a scanned code says; nothing where it is no label of a box. */
export function readBoxMark(text: string): BoxMark | undefined {
  if (!text.startsWith(lead)) return undefined;
  const parts = text.slice(lead.length).split(":");
  try {
    const [fondsCode = "", inventory = "", box = "", ...more] = parts.map(decodeURIComponent);
    return fondsCode === "" || box === "" || more.length > 0 ? undefined : { fondsCode, inventory, box };
  } catch {
    return undefined;
  }
}
