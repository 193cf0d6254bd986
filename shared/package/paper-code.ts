/**
 * Where the paper is, out of `[Mã cơ quan lưu trữ].[Số kho/giá/hộp].[Số hồ sơ giấy]`. All three may have dots in them:
 * the first is known where `archiveCode` is; the last is the file's code, or what that ends with. Empty where it cannot
 * be told apart.
 */
export function readPaperCode(
  paperCode: string,
  fileCode: string,
  archiveCode: string,
): { archiveCode: string; box: string; notation: string } {
  const nothing = { archiveCode, box: "", notation: "" };
  const known = archiveCode !== "" && paperCode.startsWith(`${archiveCode}.`);
  const rest = known ? paperCode.slice(archiveCode.length + 1) : paperCode;
  for (const ending of endingsOf(fileCode)) {
    if (!rest.endsWith(`.${ending}`)) continue;
    const found = split(rest, ending.length, known ? archiveCode : undefined);
    if (found) return { ...found, notation: ending === fileCode ? "" : ending };
  }
  const last = rest.slice(rest.lastIndexOf(".") + 1);
  const found = rest.includes(".") && split(rest, last.length, known ? archiveCode : undefined);
  return found ? { ...found, notation: last } : nothing;
}

/** The code itself, then what of it follows each dot, the longest first. */
function endingsOf(code: string): string[] {
  const parts = code.split(".");
  return parts.map((_, place) => parts.slice(place).join("."));
}

function split(rest: string, ending: number, archiveCode: string | undefined) {
  const head = rest.slice(0, -ending - 1);
  if (archiveCode !== undefined) return head === "" ? undefined : { archiveCode, box: head };
  const dot = head.lastIndexOf(".");
  return dot < 1 ? undefined : { archiveCode: head.slice(0, dot), box: head.slice(dot + 1) };
}
