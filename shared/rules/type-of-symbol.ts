import { documentTypes, type DocumentTypeCode } from "#shared/archive/codes.ts";
import type { Item } from "#shared/archive/item.ts";
import { fold } from "#shared/base/fold.ts";

const typeOfAbbreviation = new Map<string, DocumentTypeCode>(
  documentTypes.flatMap(([code, , short]) => (short === "" ? [] : [[short, code] as const])),
);

// "QĐ" and "QyĐ", "CT" and "CTr" differ when folded too; "HD" and "HĐ" do not, so a folded guess is made for the rest.
const typeOfFolded = new Map<string, DocumentTypeCode>(
  [...typeOfAbbreviation]
    .filter(([short]) => !["HD", "HĐ"].includes(short))
    .map(([short, code]) => [fold(short), code]),
);

/** The type that a symbol says (`QĐ-UBND`, `2016/QĐ-UBND`, `NQ/TU`); empty where it says none. */
export function typeOfSymbol(symbol: string): DocumentTypeCode {
  const first = /^(?:\d{4}\/)?(\p{L}+)(?=$|[-–/ ])/u.exec(symbol.normalize("NFC").trim())?.[1] ?? "";
  return typeOfAbbreviation.get(first) ?? typeOfFolded.get(fold(first)) ?? "";
}

/** The type an item was given, else the one its symbol says. */
export function typeOfItem(item: Pick<Item, "type" | "symbol">): DocumentTypeCode {
  return item.type === "" ? typeOfSymbol(item.symbol) : item.type;
}
