import { attributeOf, scanXml } from "./scan-xml.ts";

/** What a cell format says of the number and the font of its cells. */
export type CellFormat = {
  /** How much of a day the number shows as; empty for a plain number. */
  shows: "" | "day" | "month" | "year";
  /** Digits to fill up to with zeros (`0000` → 4); 0 for none. */
  digits: number;
  /** Name of a font of the old one-byte encodings; empty for other fonts. */
  legacyFont: string;
};

/** The cell formats of a workbook, in the order of their numbers. */
export async function readStyles(pieces: AsyncIterable<string>): Promise<CellFormat[]> {
  const codes = new Map<number, string>();
  const fonts: string[] = [];
  const formats: CellFormat[] = [];
  const path: string[] = [];
  const scanner = scanXml({
    open(name, attributes) {
      const within = path.at(-1);
      path.push(name);
      if (name === "numFmt" && within === "numFmts") {
        codes.set(Number(attributeOf(attributes, "numFmtId")), attributeOf(attributes, "formatCode") ?? "");
      } else if (name === "font" && within === "fonts") {
        fonts.push("");
      } else if (name === "name" && within === "font" && path.at(-3) === "fonts") {
        fonts[fonts.length - 1] = attributeOf(attributes, "val") ?? "";
      } else if (name === "xf" && within === "cellXfs") {
        const number = Number(attributeOf(attributes, "numFmtId") ?? 0);
        const code = codes.get(number) ?? "";
        const font = fonts[Number(attributeOf(attributes, "fontId") ?? 0)] ?? "";
        formats.push({
          shows: code === "" ? builtInShows(number) : shownByCode(code),
          digits: digitsOfCode(code),
          legacyFont: isLegacyFont(font) ? font : "",
        });
      }
    },
    close() {
      path.pop();
    },
    text() {
      // Styles hold no text.
    },
  });
  for await (const piece of pieces) scanner.write(piece);
  scanner.end();
  return formats;
}

/** True for fonts whose letters stand at other places than Unicode's: TCVN3 (`.Vn…`) and VNI-Windows (`VNI-…`). */
export function isLegacyFont(font: string): boolean {
  return /^(\.vn|vni[-\s])/i.test(font);
}

function builtInShows(number: number): CellFormat["shows"] {
  if (number === 17) return "month";
  const days =
    (number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 50 && number <= 58);
  return days && !(number >= 18 && number <= 21) ? "day" : "";
}

/** Digits that a format code such as `0000` fills up to; 0 for all others. */
export function digitsOfCode(code: string): number {
  return /^0{2,20}$/.test(code) ? code.length : 0;
}

/** What a format code such as `dd/mm/yyyy` or `[$-42A]mm/yyyy;@` shows, its literal parts set aside. */
export function shownByCode(code: string): CellFormat["shows"] {
  const [first = ""] = code.split(";");
  const letters = first
    .replace(/\[[^\]]*\]/g, "")
    .replace(/"[^"]*"/g, "")
    .replace(/[\\_*]./g, "")
    .toLowerCase();
  if (/[0#?]/.test(letters) || !letters.includes("y")) return /d+\W*m+/.test(letters) ? "day" : "";
  if (letters.includes("d")) return "day";
  return letters.includes("m") ? "month" : "year";
}
