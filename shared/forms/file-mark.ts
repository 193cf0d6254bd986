/** The text in the code on a file's label and routing slip, the same for ever for the same file: `mucluc:file:<id>`. */
const lead = "mucluc:file:";

export function writeFileMark(fileId: string): string {
  return lead + encodeURIComponent(fileId);
}

/** The file that a scanned code names; nothing where it is no label of a file. */
export function readFileMark(text: string): string | undefined {
  if (!text.startsWith(lead)) return undefined;
  try {
    return decodeURIComponent(text.slice(lead.length)) || undefined;
  } catch {
    return undefined;
  }
}
