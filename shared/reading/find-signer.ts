import { documentTypes } from "#shared/archive/codes.ts";
import type { Found } from "#shared/archive/reading.ts";
import { fold, foldedWords } from "#shared/base/fold.ts";
import { type Line, middleOf, readWell, type ReadPage } from "./lines.ts";

type Finding = Omit<Found, "pageId">;

const typeNames = new Set(documentTypes.map(([, name]) => fold(name)));

const title =
  /\b(chu tich|pho|giam doc|truong|thu truong|bi thu|chanh|thu ky|ky|tm|kt|tl|tuq|uy vien|nhan dan|da ky|noi nhan|luu|vien truong|hieu truong|doi truong)\b/;

/** The signer: the last line at the right of the last page that is a person's name. */
export function findSigner(page: ReadPage): Finding | undefined {
  const right = page.lines.filter((line) => {
    const [x, y] = middleOf(line.box);
    return x > page.width * 0.52 && y > page.height * 0.12 && isName(line);
  });
  const line = right.at(-1);
  if (!line) return undefined;
  const value = nameIn(line);
  const well = readWell(line.words);
  return {
    value,
    confidence: 0.8 * well,
    boxes: line.words.map(({ box }) => box),
    how: "position",
    doubts: well < 0.6 ? ["faint"] : [],
  };
}

function isName(line: Line): boolean {
  const words = nameIn(line).split(" ");
  if (typeNames.has(foldedWords(line.text).join(" "))) return false;
  if (words.length < 2 || words.length > 6 || title.test(foldedWords(line.text).join(" "))) return false;
  if (/\d/.test(line.text)) return false;
  return words.every((word) => /^\p{Lu}\p{L}*$/u.test(word)) && words.some((word) => word.length > 2);
}

/** The line without titles of learning ("ThS.", "BS.") and marks around it. */
function nameIn(line: Line): string {
  return line.text
    .normalize("NFC")
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "")
    .replace(/^(?:(?:ThS|TS|BS|KS|CN|PGS|GS|LS|DS)\.?\s*)+(?=\p{Lu})/u, "")
    .replace(/\s+/g, " ");
}
