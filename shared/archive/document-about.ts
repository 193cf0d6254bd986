import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";

/** What a document says of itself in its own metadata, as its records say; each may be empty but the code. */
export type DocumentAbout = {
  /** The archive's name of the document: mã hồ sơ, and its ordinal. */
  code: string;
  /** Trích yếu, or the code where there is none. */
  title: string;
  /** Cơ quan ban hành. */
  author: string;
  /** Số và ký hiệu, and the title of the file that it lies in. */
  description: string;
  /** Code and name of the fonds. */
  fonds: string;
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
  date: string;
  keywords: string;
};

/** The name of an item's document: mã hồ sơ, and its ordinal in seven digits. */
export function documentCode(fileCode: string, item: Pick<Item, "ordinal">): string {
  return `${fileCode}.${String(item.ordinal).padStart(7, "0")}`;
}

export function aboutDocument(
  item: Pick<Item, "ordinal" | "number" | "symbol" | "issuedDate" | "issuer" | "subject" | "keywords">,
  file: Pick<ArchiveFile, "code" | "title"> | undefined,
  fonds: Pick<Fonds, "code" | "name"> | undefined,
): DocumentAbout {
  const code = documentCode(file?.code ?? "", item);
  return {
    code,
    title: oneLine(item.subject) || code,
    author: oneLine(item.issuer),
    description: joined("; ", joined("/", item.number, item.symbol), file?.title ?? ""),
    fonds: joined(" ", fonds?.code ?? "", fonds?.name ?? ""),
    date: /^\d{4}(-\d\d){0,2}$/.test(item.issuedDate) ? item.issuedDate : "",
    keywords: oneLine(item.keywords),
  };
}

function joined(by: string, ...parts: string[]): string {
  return parts
    .map(oneLine)
    .filter((part) => part !== "")
    .join(by);
}

function oneLine(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
