import { fail, ok, type Result } from "#shared/base/result.ts";

/** What a template of names may hold, in braces: `{maHoSo}`, `{stt}`, `{stt:7}`. */
export const templateTokens = [
  "maHoSo",
  "stt",
  "maPhong",
  "mucLuc",
  "soKyHieu",
  "ngay",
  "nam",
  "trichYeu",
] as const;

export type TemplateToken = (typeof templateTokens)[number];

/** Of a document that others may share: cut short where the name would be too long. */
const freeTokens: readonly TemplateToken[] = ["soKyHieu", "trichYeu"];

/** One piece of a template: words as they stand, or a token; `digits` is the least number of digits of an ordinal. */
export type TemplatePiece = { words: string } | { token: TemplateToken; digits: number };

export type TemplateProblem =
  "empty" | "too-long" | "unknown-token" | "open-brace" | "bad-character" | "bad-folder";

/** Why a template is refused, and what in it. */
export type TemplateRefusal = { problem: TemplateProblem; at: string };

export type DocumentTemplate = {
  pieces: readonly TemplatePiece[];
  /** What was added so that no two documents get one name: `{maHoSo}` as a folder, `{stt:7}` at the end. */
  added: readonly ("maHoSo" | "stt")[];
};

/** The longest template that is kept, in characters. */
export const templateLimit = 150;

/** Windows opens paths of up to 260 characters: the folder they are unpacked into needs its share. */
const pathLimit = 180;
const partLimit = 100;

const badCharacter = /[<>:"\\|?*\p{Cc}]/u;

/**
 * Reads a template of names, without the ending. A file's code and an item's ordinal tell any two documents of a fonds
 * apart: whichever the template lacks is added.
 */
export function readDocumentTemplate(text: string): Result<DocumentTemplate, TemplateRefusal> {
  const plain = text.normalize("NFC").trim();
  if (plain === "") return fail({ problem: "empty", at: "" });
  if (plain.length > templateLimit) return fail({ problem: "too-long", at: String(plain.length) });
  const pieces: TemplatePiece[] = [];
  for (const [whole, words, inside] of plain.matchAll(/([^{}]+)|\{([^{}]*)\}|[{}]/gu)) {
    if (words !== undefined) {
      const bad = badCharacter.exec(words);
      if (bad) return fail({ problem: "bad-character", at: bad[0] });
      pieces.push({ words });
      continue;
    }
    if (inside === undefined) return fail({ problem: "open-brace", at: whole });
    const [, name = "", digits = "7"] = /^(\w+)(?::(\d{1,2}))?$/u.exec(inside) ?? [];
    const token = templateTokens.find((known) => known === name);
    const isSized = inside.includes(":");
    if (!token || (isSized && (token !== "stt" || Number(digits) < 1 || Number(digits) > 10)))
      return fail({ problem: "unknown-token", at: whole });
    pieces.push({ token, digits: Number(digits) });
  }
  const folders = plain.split("/");
  if (folders.some((part) => part.trim() === "" || /^\.+$/u.test(part.trim())))
    return fail({ problem: "bad-folder", at: plain });
  const has = (token: TemplateToken) => pieces.some((piece) => "token" in piece && piece.token === token);
  const added: DocumentTemplate["added"] = [
    ...(has("maHoSo") ? [] : (["maHoSo"] as const)),
    ...(has("stt") ? [] : (["stt"] as const)),
  ];
  const before: TemplatePiece[] = has("maHoSo") ? [] : [{ token: "maHoSo", digits: 0 }, { words: "/" }];
  const after: TemplatePiece[] = has("stt") ? [] : [{ words: "." }, { token: "stt", digits: 7 }];
  return ok({ pieces: [...before, ...pieces, ...after], added });
}

export type TemplateValues = Record<Exclude<TemplateToken, "stt">, string> & { stt: number };

/**
 * The path by a template, without its ending; `clean` makes one part of a path of a text. Texts that others may share
 * are cut as far as it takes to keep the parts and the whole within what Windows opens.
 */
export function fillTemplate(
  { pieces }: DocumentTemplate,
  values: TemplateValues,
  clean: (text: string) => string,
): string {
  const fill = (longest: number) =>
    pieces
      .map((piece) => {
        if ("words" in piece) return piece.words;
        if (piece.token === "stt") return String(values.stt).padStart(piece.digits, "0");
        const value = values[piece.token];
        const cut = freeTokens.includes(piece.token) ? Array.from(value).slice(0, longest).join("") : value;
        return clean(cut.trim());
      })
      .join("")
      .split("/")
      .map((part) => part.trim());
  let longest = 60;
  let parts = fill(longest);
  const isTooLong = () => parts.some((part) => part.length > partLimit) || parts.join("/").length > pathLimit;
  while (longest > 0 && isTooLong()) parts = fill((longest -= 5));
  return parts.map(clean).join("/");
}
