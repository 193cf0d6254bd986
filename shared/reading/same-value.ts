import { documentTypes } from "#shared/archive/codes.ts";
import type { RecordedField } from "#shared/archive/reading.ts";
import { fold, foldedWords } from "#shared/base/fold.ts";
import { issuerKey } from "#shared/rules/issuing-body.ts";

const typeNames = documentTypes.map(([, name]) => fold(name)).sort((one, other) => other.length - one.length);

/** True where a listed value and a read one say the same of a letter, however each is written. */
export function sameValue(field: RecordedField, listed: string, read: string): boolean {
  return keyOf(field, listed) === keyOf(field, read);
}

function keyOf(field: RecordedField, value: string): string {
  switch (field) {
    case "number":
      // "05" and "5" are one number of a register.
      return fold(value)
        .replace(/\s/g, "")
        .replace(/^0+(?=\d)/, "");
    case "symbol":
      // "HD" is a guide and "HĐ" a contract: marks count.
      return value
        .normalize("NFC")
        .toUpperCase()
        .replace(/[Ð]/g, "Đ")
        .replace(/[–—]/g, "-")
        .replace(/\s/g, "");
    case "issuedDate":
    case "type":
      return value;
    case "issuer":
      return issuerKey(value);
    case "subject":
      return subjectKey(value);
    case "signer":
      return foldedWords(value).join(" ");
  }
}

/** A subject without the type that inventories put before it, and without "về việc". */
function subjectKey(subject: string): string {
  const lead = /^(v v|ve viec|ve)\b\s*/;
  const words = foldedWords(subject).join(" ").replace(lead, "");
  const type = typeNames.find((name) => words.startsWith(`${name} `));
  return (type === undefined ? words : words.slice(type.length + 1)).replace(lead, "");
}
