/** The text in the code on the label of a center's point, the same for ever for the same point: `mucluc:point:<id>`. */
const lead = "mucluc:point:";

export function writePointMark(pointId: string): string {
  return lead + encodeURIComponent(pointId);
}

/** The point that a scanned code names; nothing where it is no label of a point. */
export function readPointMark(text: string): string | undefined {
  if (!text.startsWith(lead)) return undefined;
  try {
    return decodeURIComponent(text.slice(lead.length)) || undefined;
  } catch {
    return undefined;
  }
}
