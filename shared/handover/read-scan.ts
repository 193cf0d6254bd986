import { fold } from "#shared/base/fold.ts";
import { readBoxMark } from "#shared/forms/box-mark.ts";
import type { AttachedFile } from "./attached-list.ts";

/**
 * The listed files that a scanned or typed text names: by the label of their box, by their code, or by their code
 * and the leaves counted (`H05.01.0000012 38`). `leaves` is 0 where none were said. `fondsCodes` gives each fonds'
 * code: two fonds may each have a box 12, and a label names one of them.
 */
export function readScan(
  typed: string,
  list: readonly AttachedFile[],
  fondsCodes: ReadonlyMap<string, string>,
): { files: AttachedFile[]; leaves: number; text: string } {
  const text = typed.trim();
  const box = readBoxMark(text);
  if (box) {
    const files = list.filter(
      (file) =>
        file.box === box.box &&
        file.inventory === box.inventory &&
        fold(fondsCodes.get(file.fondsId) ?? "") === fold(box.fondsCode),
    );
    return { files, leaves: 0, text: `${box.fondsCode}, hộp ${box.box}`.slice(0, 60) };
  }
  const whole = list.filter(({ code }) => fold(code) === fold(text));
  if (whole.length > 0) return { files: whole, leaves: 0, text };
  const [, code = "", leaves = ""] = /^(.+?)\s+(\d{1,5})$/.exec(text) ?? [];
  const files = code === "" ? [] : list.filter((file) => fold(file.code) === fold(code));
  return { files, leaves: files.length > 0 ? Number(leaves) : 0, text: text.slice(0, 60) };
}
