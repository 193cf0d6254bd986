import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Box } from "#shared/archive/box.ts";
import { writeDate } from "#shared/archive/date-text.ts";
import { fondsLine } from "#shared/forms/fonds-line.ts";
import { datesOf } from "#shared/forms/dates-covered.ts";
import { filesByBox, type FilledBox } from "#shared/forms/files-by-box.ts";
import { type FormWords, retentionName } from "#shared/forms/form-words.ts";
import { type ListColumn, type ListForm, listForm } from "#shared/forms/list-form.ts";
import { numberWords } from "#shared/forms/number-words.ts";
import { fileNumber } from "#shared/forms/place-order.ts";

const columns: readonly ListColumn[] = [
  { heading: "Số TT", share: 40, align: "center" },
  { heading: "Hồ sơ số", share: 56, align: "center" },
  { heading: "Số, ký hiệu hồ sơ", share: 100, align: "left" },
  { heading: "Tiêu đề hồ sơ", share: 270, align: "left" },
  { heading: "Thời gian tài liệu", share: 96, align: "center" },
  { heading: "Thời hạn bảo quản", share: 76, align: "center" },
  { heading: "Số tờ", share: 54, align: "center" },
  { heading: "Ghi chú", share: 106, align: "left" },
];

const hiddenHeadings = ["Mã hồ sơ", "Ngày bắt đầu", "Ngày kết thúc", "Mục lục số", "Hộp số"] as const;

/** What lies in each box, to be put into it or kept beside it: a list for each, files in no box left out. */
export function boxContents(
  files: readonly ArchiveFile[],
  fonds: { name: string; code: string },
  written: readonly Box[],
  words: FormWords,
): ListForm[] {
  return filesByBox(files, written).map((box) => contentsOf(box, fonds, words));
}

function contentsOf(
  { inventory, box, files, place }: FilledBox,
  fonds: { name: string; code: string },
  words: FormWords,
): ListForm {
  const list = listForm(
    {
      name: `Hộp ${box}`,
      title: "MỤC LỤC HỒ SƠ TRONG HỘP",
      facts: [
        fondsLine(fonds.name, fonds.code),
        `Mục lục số: ${inventory || "……"}    Hộp số: ${box}`,
        `Nơi để: ${place || "……………………"}`,
      ],
      columns,
      rows: files.map((file, at) => rowOf(file, at + 1)),
      hidden: { headings: hiddenHeadings, rows: files.map(hiddenRowOf) },
      counted: "hồ sơ (đơn vị bảo quản)",
      size: 13,
    },
    words,
  );
  const leaves = files.reduce((sum, { leafCount }) => sum + leafCount, 0);
  const uncounted = files.filter(({ leafCount }) => leafCount === 0).length;
  const but = uncounted === 0 ? "" : `, chưa kể ${uncounted} hồ sơ chưa ghi số tờ`;
  return { ...list, totals: [...list.totals, `Tổng số tờ: ${leaves} (${numberWords(leaves)}) tờ${but}.`] };
}

function rowOf(file: ArchiveFile, ordinal: number): string[] {
  return [
    String(ordinal),
    fileNumber(file),
    file.notation,
    file.title,
    datesOf(file),
    retentionName(file.retention),
    file.leafCount === 0 ? "" : String(file.leafCount),
    file.note,
  ];
}

function hiddenRowOf({ code, startDate, endDate, inventory, box }: ArchiveFile): string[] {
  return [code, writeDate(startDate), writeDate(endDate), inventory, box];
}
