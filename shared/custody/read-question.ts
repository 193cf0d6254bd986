import { readSeparatorMark } from "#shared/capture/separator-mark.ts";
import { fold } from "#shared/base/fold.ts";
import { readBoxMark } from "#shared/forms/box-mark.ts";
import { readFileMark } from "#shared/forms/file-mark.ts";

/**
 * What a scanned or typed text asks for: a box by its label or its number, with its fonds and inventory where they
 * are said; a file by its label; an item's file by a separator sheet; else a code of a file, which may be a box's
 * number too.
 */
export type PaperQuestion =
  | { of: "box"; fondsCode: string; inventory: string | undefined; box: string }
  | { of: "file"; id: string }
  | { of: "item"; id: string }
  | { of: "code"; code: string };

const asked = /[\s,.]*(?:(?:hiện|hien)\s+)?(?:(?:đang|dang)\s+)?(?:ở|o)\s+(?:đâu|dau)\s*\??\s*$/iu;

/** Reads "hộp 12 đang ở đâu?", "H05 hộp 12", a code of a file, and the text of any QR code that this app prints. */
export function readQuestion(typed: string): PaperQuestion | undefined {
  const text = typed
    .normalize("NFC")
    .trim()
    .replace(asked, "")
    .replace(/\s*\?+$/, "")
    .trim();
  if (text === "") return undefined;
  const label = readBoxMark(text);
  if (label) return { of: "box", ...label };
  const file = readFileMark(text);
  if (file !== undefined) return { of: "file", id: file };
  const sheet = readSeparatorMark(text);
  if (typeof sheet === "object") return sheet;
  const [, fonds = "", box] = /^(?:(.*?)[\s,]+)?(?:hop|cap|box)(?:\s+so)?\s+(\S+)$/.exec(fold(text)) ?? [];
  if (box !== undefined)
    return { of: "box", fondsCode: fonds.replace(/^phong\s+/, ""), inventory: undefined, box };
  return { of: "code", code: text.replace(/^(?:hồ sơ|ho so)\s+/iu, "") };
}
