import { documentTypes, type DocumentTypeCode } from "#shared/archive/codes.ts";
import type { Found } from "#shared/archive/reading.ts";
import { fold, foldedWords } from "#shared/base/fold.ts";
import { typeOfSymbol } from "#shared/rules/type-of-symbol.ts";
import { isCapital } from "./find-issuer.ts";
import { type Line, middleOf, readWell, type ReadPage } from "./lines.ts";
import { distance } from "./similar.ts";

type Finding = Omit<Found, "pageId">;

/** The type of a letter; `heading` is the line that names it, and `rest` what that line says after it. */
export type TypeFound = { type: Finding; heading?: Line; rest: string };

const letter: DocumentTypeCode = "22";

const names = documentTypes
  .filter(([code]) => !["22", "30", "31", "32"].includes(code))
  .map(([code, name]) => ({ code, name: fold(name) }))
  .sort((one, other) => other.name.length - one.name.length);

/**
 * The type: a centred line in capitals below the head that is one of the types of NĐ 30/2020/NĐ-CP, else as the symbol
 * says, else an official letter (công văn), which bears no type.
 */
export function findType(page: ReadPage, below: number, symbol: string, hasLead: boolean): TypeFound {
  const bySymbol = typeOfSymbol(symbol);
  const lines = page.lines.filter(({ box }) => box[1] > below && box[1] < below + page.height * 0.3);
  for (const line of lines) {
    const named = nameOf(line, page.width);
    if (!named) continue;
    const agrees = bySymbol === named.code;
    const sure = named.exact ? (agrees ? 0.85 : bySymbol === "" ? 0.7 : 0.4) : agrees ? 0.7 : 0.4;
    const type: Finding = {
      value: named.code,
      confidence: sure + 0.14 * readWell(line.words),
      boxes: line.words.map(({ box }) => box),
      how: "heading",
      doubts: agrees || bySymbol === "" ? [] : ["symbol-differs"],
    };
    return { type, heading: line, rest: named.rest };
  }
  if (bySymbol !== "") {
    return { type: { value: bySymbol, confidence: 0.6, boxes: [], how: "symbol", doubts: [] }, rest: "" };
  }
  // A letter has its subject at the left, under the number: then the lack of a heading says something.
  const confidence = hasLead && symbol !== "" ? 0.97 : 0.4;
  return { type: { value: letter, confidence, boxes: [], how: "no-heading", doubts: [] }, rest: "" };
}

function nameOf(
  line: Line,
  width: number,
): { code: DocumentTypeCode; exact: boolean; rest: string } | undefined {
  const [x] = middleOf(line.box);
  if (x < width * 0.36 || x > width * 0.66) return undefined;
  const text = line.text.split(" ");
  const begins = (name: string) => foldedWords(text.slice(0, wordsIn(name)).join(" ")).join(" ");
  const named =
    names.find(({ name }) => begins(name) === name) ??
    names.find(({ name }) => name.length >= 7 && distance(begins(name), name, 1) <= 1);
  if (!named) return undefined;
  const count = wordsIn(named.name);
  if (!isCapital(text.slice(0, count).join(" "))) return undefined;
  // "QUYẾT ĐỊNH:" opens the articles.
  if (text.length === count && /:\s*$/.test(line.text)) return undefined;
  const exact = begins(named.name) === named.name && text.length === count;
  return { code: named.code, exact, rest: text.slice(count).join(" ") };
}

function wordsIn(name: string): number {
  return name.split(" ").length;
}
