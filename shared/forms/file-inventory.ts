import type { ArchiveFile } from "#shared/archive/file.ts";
import { retentionCodes } from "#shared/archive/codes.ts";
import { writeDate } from "#shared/archive/date-text.ts";
import { datesOf, yearsOf } from "#shared/forms/dates-covered.ts";
import { type FormWords, retentionName } from "#shared/forms/form-words.ts";
import { type ListColumn, type ListForm, listForm } from "#shared/forms/list-form.ts";
import { byPlace, fileNumber } from "#shared/forms/place-order.ts";

const columns: readonly ListColumn[] = [
  { heading: "Số TT", share: 44, align: "center" },
  { heading: "Số, ký hiệu hồ sơ", share: 88, align: "left" },
  { heading: "Tiêu đề hồ sơ", share: 290, align: "left" },
  { heading: "Thời gian tài liệu", share: 86, align: "center" },
  { heading: "Thời hạn bảo quản", share: 66, align: "center" },
  { heading: "Số tờ/số trang", share: 56, align: "center" },
  { heading: "Ghi chú", share: 90, align: "left" },
];

/** What the lists of arranged fonds have besides. */
const placeColumns: readonly ListColumn[] = [
  { heading: "Mục lục số", share: 46, align: "center" },
  { heading: "Hộp số", share: 42, align: "center" },
  { heading: "Hồ sơ số", share: 48, align: "center" },
];

const hiddenHeadings = ["Mã hồ sơ", "Ngày bắt đầu", "Ngày kết thúc", "Số tờ", "Số trang"] as const;

/**
 * "Mục lục hồ sơ, tài liệu nộp lưu" (NĐ 30/2020/NĐ-CP, Phụ lục V): one list for each retention class that the files
 * have, in the order of the classes; files not yet classed come last. `arranged` adds where each file stands.
 */
export function fileInventories(
  files: readonly ArchiveFile[],
  { words, arranged }: { words: FormWords; arranged: boolean },
): ListForm[] {
  const lists: ListForm[] = [];
  for (const retention of [...retentionCodes.slice(1), retentionCodes[0]]) {
    const listed = files.filter((file) => file.retention === retention).sort(byPlace);
    if (listed.length === 0) continue;
    const name = retentionName(retention);
    lists.push(
      listForm(
        {
          name: name === "" ? "Chưa xác định THBQ" : name,
          title: "MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU",
          facts: [
            `Thời hạn bảo quản: ${name === "" ? "……………" : name}`,
            `Năm ${words.year === "" ? yearsOf(listed) || "……" : words.year}`,
          ],
          columns: arranged ? [...columns, ...placeColumns] : columns,
          rows: listed.map((file, at) => rowOf(file, at + 1, arranged)),
          hidden: { headings: hiddenHeadings, rows: listed.map(hiddenRowOf) },
          counted: "hồ sơ (đơn vị bảo quản)",
          size: arranged ? 12 : 13,
        },
        words,
      ),
    );
  }
  return lists;
}

function rowOf(file: ArchiveFile, ordinal: number, arranged: boolean): string[] {
  const row = [
    String(ordinal),
    file.notation,
    file.title,
    datesOf(file),
    retentionName(file.retention),
    leavesAndPages(file),
    file.note,
  ];
  return arranged ? [...row, file.inventory, file.box, fileNumber(file)] : row;
}

function leavesAndPages({ leafCount, pageCount }: ArchiveFile): string {
  if (pageCount === 0) return leafCount === 0 ? "" : String(leafCount);
  return `${leafCount === 0 ? "…" : leafCount}/${pageCount}`;
}

function hiddenRowOf(file: ArchiveFile): string[] {
  const count = (value: number) => (value === 0 ? "" : String(value));
  return [
    file.code,
    writeDate(file.startDate),
    writeDate(file.endDate),
    count(file.leafCount),
    count(file.pageCount),
  ];
}
