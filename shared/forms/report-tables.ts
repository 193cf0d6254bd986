import type { ReportRow } from "#shared/archive/report-row.ts";
import type { ListColumn, ListForm } from "#shared/forms/list-form.ts";

const number = (heading: string, share = 42): ListColumn => ({ heading, share, align: "center" });
const name: ListColumn = { heading: "Đơn vị", share: 92, align: "left" };
const place: ListColumn = number("STT", 32);

const progress: readonly ListColumn[] = [
  place,
  name,
  ...["Trong ngày: hồ sơ", "Trong ngày: văn bản", "Trong ngày: trang A4"].map((heading) => number(heading)),
  ...["Lũy kế: hồ sơ", "Lũy kế: văn bản", "Lũy kế: trang A4", "% trang"].map((heading) => number(heading)),
  ...["Đã kiểm tra", "Trả lại làm lại", "Đủ dữ liệu", "Ký số", "Đóng gói", "Gửi tỉnh"].map((heading) =>
    number(heading),
  ),
];

const volume: readonly ListColumn[] = [
  place,
  { ...name, share: 140 },
  number("Cấp", 44),
  ...["mét giá", "hộp", "hồ sơ", "văn bản", "tờ", "trang A4"].map((what) => number(`Danh mục: ${what}`, 54)),
  ...["Đã giao: hồ sơ", "Đã giao: trang A4", "% hồ sơ đã giao"].map((heading) => number(heading, 54)),
];

const groups: readonly ListColumn[] = [
  place,
  { ...name, share: 200 },
  ...["Quyết định", "Kế hoạch", "Báo cáo", "Thường xuyên sử dụng", "Khác", "Cộng"].map((heading) =>
    number(heading, 80),
  ),
];

type Table = Pick<ListForm, "columns" | "rows" | "figures">;

/** What was digitized of each unit, on the day and in all, and what became of it; their sum below. */
export function progressTable(rows: readonly ReportRow[], sum: ReportRow): Table {
  return { columns: progress, ...table(rows, sum, progressOf) };
}

/** What is to be digitized of each unit by the lists, and what of it was handed over; their sum below. */
export function volumeTable(rows: readonly ReportRow[], sum: ReportRow): Table {
  return { columns: volume, ...table(rows, sum, volumeOf(sum)) };
}

/** What was digitized of each unit by group; their sum below. */
export function groupsTable(rows: readonly ReportRow[], sum: ReportRow): Table {
  return { columns: groups, ...table(rows, sum, groupsOf) };
}

/** What the cells of a progress row say, a number where it is one. */
function progressOf(row: ReportRow): (number | string | undefined)[] {
  const { listed, today, captured } = row;
  return [
    row.name,
    ...[today.files, today.items, today.pages],
    ...[captured.files, captured.items, captured.pages, percent(captured.pages, listed.pages)],
    ...[row.checked, row.returned, row.confirmed, row.signed, row.packed, row.sent],
  ];
}

/** What is to be digitized of a unit and was handed over; a sum is of no level. */
function volumeOf(sum: ReportRow): (row: ReportRow) => (number | string | undefined)[] {
  return (row) => {
    const { listed, handedOver } = row;
    return [
      row.name,
      row === sum ? undefined : levelNames[row.level],
      ...[listed.metres, listed.boxes, listed.files, listed.items, listed.leaves, listed.pages],
      ...[handedOver.files, handedOver.pages, percent(handedOver.files, listed.files)],
    ];
  };
}

const levelNames = { district: "Huyện", commune: "Xã" } as const;

function groupsOf(row: ReportRow): (number | string | undefined)[] {
  return [row.name, ...row.groups, row.groups.reduce((all, one) => all + one, 0)];
}

/** The rows of units, numbered, and their sum; as texts, and as the numbers they say. */
function table(
  rows: readonly ReportRow[],
  sum: ReportRow,
  cellsOf: typeof groupsOf,
): Pick<ListForm, "rows" | "figures"> {
  const cells = [...rows.map((row, at) => [at + 1, ...cellsOf(row)]), [undefined, ...cellsOf(sum)]];
  return {
    rows: cells.map((row) => row.map(written)),
    figures: cells.map((row) => row.map((cell) => (typeof cell === "number" ? cell : undefined))),
  };
}

/** A number as it is written in Vietnam. */
export function written(cell: number | string | undefined): string {
  return typeof cell === "number" ? cell.toLocaleString("vi-VN", { maximumFractionDigits: 2 }) : (cell ?? "");
}

function percent(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part / whole) * 1000) / 10;
}
