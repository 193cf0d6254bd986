import type { codeLists } from "#shared/contract/workbook.ts";
import {
  accessCodes,
  type AccessCode,
  conditionCodes,
  type ConditionCode,
  documentTypes,
  documentTypeCodes,
  type DocumentTypeCode,
  languageCodes,
  type LanguageCode,
  retentionCodes,
  type RetentionCode,
} from "#shared/archive/codes.ts";
import { fold } from "#shared/base/fold.ts";
import { wordsOf } from "#shared/inventory/clean-text.ts";

/** The words a code list is written with in sheets, compared folded; `01` and `1` are the code itself. */
type Words<Code extends string> = Partial<Record<Code, readonly string[]>>;

const retentionWords: Words<RetentionCode> = {
  "01": ["vinh vien", "vv", "lau dai", "vinh vien vv"],
  "02": ["70 nam", "70"],
  "03": ["50 nam", "50"],
  "04": ["30 nam", "30"],
  "05": ["20 nam", "20"],
  "06": ["10 nam", "10"],
  "07": ["khac"],
};

const accessWords: Words<AccessCode> = {
  "01": ["cong khai", "khong han che", "rong rai", "ck"],
  "02": ["su dung co dieu kien", "co dieu kien", "han che", "tiep can co dieu kien", "han che su dung"],
  "03": ["mat", "toi mat", "tuyet mat"],
};

const languageWords: Words<LanguageCode> = {
  "01": ["tieng viet", "viet", "viet nam", "vie", "vi", "tv"],
  "02": ["tieng anh", "anh", "eng", "en"],
  "03": ["tieng phap", "phap"],
  "04": ["tieng nga", "nga"],
  "05": ["tieng trung", "trung", "trung quoc", "tieng trung quoc"],
  "06": ["viet anh", "tieng viet anh", "tieng viet tieng anh"],
  "07": ["viet nga", "tieng viet tieng nga"],
  "08": ["viet phap", "tieng viet tieng phap"],
  "09": ["han nom", "tieng han nom"],
  "10": ["viet trung", "tieng viet tieng trung"],
  "11": ["khac", "ngon ngu khac"],
};

const conditionWords: Words<ConditionCode> = {
  "01": ["tot", "con tot", "nguyen ven"],
  "02": ["binh thuong", "trung binh", "kha"],
  "03": ["hong", "xau", "rach", "hu hong", "muc nat", "hong nang"],
};

/** Abbreviations in common use beside those of the decree. */
const moreTypeWords: Partial<Record<DocumentTypeCode, readonly string[]>> = {
  "01": ["nghi quyet ca biet"],
  "02": ["quyet dinh ca biet"],
  "22": ["cv", "cong van hanh chinh"],
  "31": ["ban ve", "ban ve ky thuat"],
  "32": ["khac", "loai khac"],
};

const retention = lookUp(retentionCodes, retentionWords);
const access = lookUp(accessCodes, accessWords);
const language = lookUp(languageCodes, languageWords);
const condition = lookUp(conditionCodes, conditionWords);
const typeNames = new Map<string, DocumentTypeCode>();
const typeShort = new Map<string, DocumentTypeCode>();
for (const [code, name, short] of documentTypes) {
  typeNames
    .set(code, code)
    .set(String(Number(code)), code)
    .set(wordsOf(fold(name)), code);
  for (const word of moreTypeWords[code] ?? []) typeNames.set(word, code);
  if (short !== "") typeShort.set(short.toLowerCase(), code);
}

/** The code of "Thời hạn bảo quản" as written; nothing where it is not known. */
export function readRetention(text: string): RetentionCode | undefined {
  return retention.read(text.replace(/^bảo quản\s+/i, ""));
}

export const readAccess: (text: string) => AccessCode | undefined = access.read;
export const readLanguage: (text: string) => LanguageCode | undefined = language.read;
export const readCondition: (text: string) => ConditionCode | undefined = condition.read;

/** The code of a document type: its code, name or abbreviation; `TC` is read as the decree reads it. */
export function readDocumentType(text: string): DocumentTypeCode | undefined {
  return remembered(seenTypes, text, readNewType);
}

const seenTypes = new Map<string, DocumentTypeCode | undefined>();

function readNewType(text: string): DocumentTypeCode | undefined {
  const words = wordsOf(fold(text));
  // The decree tells QĐ (quyết định) from QyĐ (quy định) by a letter, and QC from none: compare as written first.
  return words === ""
    ? ""
    : (typeShort.get(text.toLowerCase()) ?? typeNames.get(words) ?? shortFolded(words));
}

/** How a controlled list is read: its name, its codes, and the code of a text; nothing for a text it has none for. */
export type CodeReading<Code extends string> = {
  list: (typeof codeLists)[number];
  codes: readonly Code[];
  read: (text: string) => Code | undefined;
  /** The code for all that has none of its own ("Khác"): the words themselves are then kept beside it. */
  other: string;
};

export const codeReadings = {
  retention: { list: "retention", codes: retentionCodes, read: readRetention, other: "07" },
  access: { list: "access", codes: accessCodes, read: readAccess, other: "" },
  language: { list: "language", codes: languageCodes, read: readLanguage, other: "11" },
  condition: { list: "condition", codes: conditionCodes, read: readCondition, other: "" },
  type: { list: "type", codes: documentTypeCodes, read: readDocumentType, other: "32" },
} as const satisfies { [List in (typeof codeLists)[number]]: CodeReading<string> & { list: List } };

/** The words that the code of a list is known by, folded. */
export function wordsOfList(list: (typeof codeLists)[number]): ReadonlyMap<string, string> {
  return {
    retention: retention.known,
    access: access.known,
    language: language.known,
    condition: condition.known,
    type: typeNames,
  }[list];
}

/** The document type that a text begins with, and what follows it: "Quyết định về việc …". */
export function splitDocumentType(text: string): { type: DocumentTypeCode; rest: string } {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  for (let length = Math.min(4, words.length); length > 0; length -= 1) {
    const last = words[length - 1];
    if (!last) continue;
    const end = last.index + last[0].length;
    const head = wordsOf(fold(text.slice(0, end)));
    const type = /^\d/.test(head) ? undefined : typeNames.get(head);
    if (type !== undefined && !["khac", "cv"].includes(head)) {
      return { type, rest: text.slice(end).replace(/^[\s:.,;–-]+/, "") };
    }
  }
  return { type: "", rest: text };
}

function shortFolded(words: string): DocumentTypeCode | undefined {
  const matches = documentTypes.filter(([, , short]) => short !== "" && wordsOf(fold(short)) === words);
  return matches.length === 1 ? matches[0]?.[0] : undefined;
}

/** A sheet says the same few words in thousands of rows: what they mean is looked up once. */
function remembered<Value>(seen: Map<string, Value>, text: string, read: (text: string) => Value): Value {
  const before = seen.get(text);
  if (before !== undefined || seen.has(text)) return before as Value;
  if (seen.size > 2000) seen.clear();
  const value = read(text);
  seen.set(text, value);
  return value;
}

function lookUp<Code extends string>(codes: readonly Code[], words: Words<Code>) {
  const known = new Map<string, Code>();
  for (const code of codes) {
    if (code !== "") known.set(code, code);
    for (const word of words[code] ?? []) known.set(word, code);
  }
  // "1" is the code 01; "10" to "70" of retention are years and were set above.
  for (const code of codes) {
    const short = code.replace(/^0/, "");
    if (code !== "" && !known.has(short)) known.set(short, code);
  }
  const seen = new Map<string, Code | undefined>();
  const read = (text: string): Code | undefined => {
    const [empty] = codes;
    const key = wordsOf(fold(text));
    if (key === "" && text.trim() === "") return empty;
    return known.get(key) ?? known.get(key.replace(/^\d{1,2} (?=\p{L}{3})/u, ""));
  };
  return { known, read: (text: string) => remembered(seen, text, read) };
}
