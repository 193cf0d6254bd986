import { documentTypeName } from "#shared/archive/codes.ts";
import { writeDate } from "#shared/archive/date-text.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { fold } from "#shared/base/fold.ts";
import type { FormWords } from "#shared/forms/form-words.ts";
import { type ListColumn, type ListForm, listForm } from "#shared/forms/list-form.ts";
import { fileNumber } from "#shared/forms/place-order.ts";

const columns: readonly ListColumn[] = [
  { heading: "STT", share: 44, align: "center" },
  { heading: "Số, ký hiệu", share: 92, align: "left" },
  { heading: "Ngày tháng năm", share: 74, align: "center" },
  { heading: "Tên loại và trích yếu nội dung", share: 270, align: "left" },
  { heading: "Tác giả", share: 110, align: "left" },
  { heading: "Tờ số/Trang số", share: 54, align: "center" },
  { heading: "Ghi chú", share: 76, align: "left" },
];

const hiddenHeadings = ["Số", "Ký hiệu", "Tên loại", "Trích yếu", "Số trang"] as const;

/** "Mục lục văn bản, tài liệu trong hồ sơ" of one file, its items in the order of their ordinals. */
export function itemInventory(file: ArchiveFile, items: readonly Item[], words: FormWords): ListForm {
  const listed = [...items].sort((one, other) => one.ordinal - other.ordinal || (one.id < other.id ? -1 : 1));
  const number = fileNumber(file);
  return listForm(
    {
      name: number === "" ? file.code : number,
      title: "MỤC LỤC VĂN BẢN, TÀI LIỆU TRONG HỒ SƠ",
      facts: [
        `Hồ sơ số: ${number === "" ? "……" : number}; Mã hồ sơ: ${file.code}`,
        file.title,
        ...(words.year === "" ? [] : [`Năm ${words.year}`]),
      ],
      columns,
      rows: listed.map(rowOf),
      hidden: { headings: hiddenHeadings, rows: listed.map(hiddenRowOf) },
      counted: "văn bản, tài liệu",
      size: 13,
    },
    words,
  );
}

function rowOf(item: Item): string[] {
  return [
    String(item.ordinal),
    numberAndSymbol(item),
    writeDate(item.issuedDate),
    typeAndSubject(item),
    item.issuer,
    item.leaves,
    [item.addressee === "" ? "" : `Nơi nhận: ${item.addressee}`, item.note].filter(Boolean).join("; "),
  ];
}

/** As written on the document: `123/QĐ-UBND`. */
export function numberAndSymbol({ number, symbol }: Pick<Item, "number" | "symbol">): string {
  return number === "" || symbol === "" ? number + symbol : `${number}/${symbol}`;
}

/** The name of the type before the subject, unless the subject begins with it; a công văn bears no name. */
function typeAndSubject({ type, subject }: Item): string {
  const name = documentTypeName(type);
  if (name === "" || type === "22" || type === "32" || fold(subject).startsWith(fold(name))) return subject;
  return `${name} ${subject}`;
}

function hiddenRowOf(item: Item): string[] {
  const pages = item.pageCount === 0 ? "" : String(item.pageCount);
  return [item.number, item.symbol, documentTypeName(item.type), item.subject, pages];
}
