import { type DifficultyCode, heldDifficulties, type Report } from "#shared/archive/report.ts";
import type { ReportRow } from "#shared/archive/report-row.ts";
import { readMoment } from "#shared/base/moment.ts";
import { dayOfMoment, minuteInVietnam } from "#shared/base/vietnam-time.ts";
import { type FormWords, placeAndDate, upper } from "#shared/forms/form-words.ts";
import { type ListColumn, type ListForm, listCode } from "#shared/forms/list-form.ts";
import type { RollUp, RolledUp } from "#shared/report/arrived.ts";
import { totalOf } from "#shared/report/sum-rows.ts";

/** Difficulties as a report names them. */
export const difficultyNames: Record<DifficultyCode, string> = {
  "no-network": "mất kết nối mạng",
  "scanner-broken": "máy quét hỏng",
  "too-few-people": "thiếu người",
  "paper-not-delivered": "xã chưa giao tài liệu",
  "paper-not-arranged": "tài liệu chưa chỉnh lý",
  "paper-torn": "tài liệu rách, dính",
  "power-cut": "mất điện",
  "no-signature": "chưa có chữ ký số",
  other: "khó khăn khác",
  "held-torn": "hồ sơ giữ lại vì rách, mủn",
  "held-stuck": "hồ sơ giữ lại vì dính, bết",
  "held-missing-leaves": "hồ sơ giữ lại vì thiếu tờ",
  "held-secret": "hồ sơ giữ lại vì có dấu độ mật",
  "held-special-format": "hồ sơ giữ lại vì khổ đặc biệt",
  "held-other": "hồ sơ giữ lại vì lý do khác",
};

/** A difficulty with the files that are kept back for it, where it is one of those: `12 hồ sơ giữ lại vì rách, mủn`. */
function difficultyText(code: DifficultyCode, held: readonly number[] = []): string {
  const count = held[heldDifficulties.findIndex((known) => known === code)] ?? 0;
  return count > 0 ? `${count.toLocaleString("vi-VN")} ${difficultyNames[code]}` : difficultyNames[code];
}

const number = (heading: string, share = 42): ListColumn => ({ heading, share, align: "center" });
const name: ListColumn = { heading: "Đơn vị", share: 92, align: "left" };
const place: ListColumn = number("STT", 32);

const progress: readonly ListColumn[] = [
  place,
  name,
  ...["Danh mục: mét giá", "Hộp", "Hồ sơ", "Văn bản", "Trang A4"].map((heading) => number(heading)),
  ...["Đã giao: hồ sơ", "% giao"].map((heading) => number(heading, 38)),
  ...["Trong ngày: văn bản", "Trong ngày: trang"].map((heading) => number(heading)),
  ...["Lũy kế: văn bản", "Lũy kế: trang", "% trang"].map((heading) => number(heading)),
  ...["Đã kiểm tra", "Trả lại", "Đủ dữ liệu", "Ký số", "Đóng gói", "Gửi tỉnh"].map((heading) =>
    number(heading, 36),
  ),
];

const groups: readonly ListColumn[] = [
  place,
  { ...name, share: 200 },
  ...["Quyết định", "Kế hoạch", "Báo cáo", "Thường xuyên sử dụng", "Khác", "Cộng"].map((heading) =>
    number(heading, 80),
  ),
];

/** Letters of the tables and of their headings, in points: many columns stand side by side. */
const sizes = { size: 9, headSize: 9 } as const;

/** A district's report of a day on paper: progress by unit, and what was captured by group. */
export function dailyReport(report: Report, unit: string, words: FormWords): ListForm[] {
  const total = totalOf(report, "CỘNG");
  const facts = [
    `Ngày ${dayText(report.day)}. Số liệu đến ${hourOf(readMoment(report.asOf))} ngày ${dayText(dayOfMoment(report.asOf))}`,
    `Số ${report.number}${report.version > 1 ? `, bản sửa lần ${report.version - 1} (${report.reason})` : ""}. Mã số liệu: ${report.digest.slice(0, 12).toUpperCase()}`,
  ];
  const named = report.difficulties.map((code) => difficultyText(code, total.held)).join("; ");
  const notes = [
    `Nguồn lực: ${report.scanners} máy quét, ${report.people} người.`,
    `Khó khăn, vướng mắc: ${named === "" ? "không" : named}.`,
    ...(report.remark.trim() === "" ? [] : [`Đề xuất, ghi chú: ${report.remark.trim()}`]),
  ];
  return [
    complete(
      {
        name: "Tiến độ",
        title: `BÁO CÁO TIẾN ĐỘ SỐ HÓA TÀI LIỆU LƯU TRỮ\n${upper(unit)}`,
        facts,
        columns: progress,
        ...table(report.rows, total, progressOf),
      },
      notes,
      words,
    ),
    byGroup(report.rows, total, facts, words),
  ];
}

/** The province's report of a day on paper: the districts' figures, and who had not reported. */
export function rolledUpReport(rollUp: RollUp, words: FormWords): ListForm[] {
  const missing = rollUp.rows.filter(({ state }) => state === "missing");
  const late = rollUp.rows.filter(({ state }) => state === "late");
  const facts = [
    `Ngày ${dayText(rollUp.day)}. Tổng hợp lúc ${hourOf(rollUp.at)}`,
    `Đã báo cáo: ${rollUp.rows.length - missing.length}/${rollUp.rows.length} đơn vị cấp huyện`,
  ];
  const names = (rows: readonly RolledUp[]) => rows.map((row) => row.name).join("; ");
  const notes = [
    ...(missing.length === 0
      ? []
      : [
          `Chưa báo cáo (số lũy kế lấy theo báo cáo gần nhất): ${missing
            .map((row) =>
              row.figuresOf === ""
                ? `${row.name} (chưa có số liệu)`
                : `${row.name} (số liệu ngày ${dayText(row.figuresOf)})`,
            )
            .join("; ")}.`,
        ]),
    ...(late.length === 0 ? [] : [`Báo cáo sau 13 giờ: ${names(late)}.`]),
    ...rollUp.rows.flatMap((row) =>
      row.corrected.map(
        ({ day, version, reason, pages, was }) =>
          `${row.name} sửa số liệu ngày ${dayText(day)} (bản ${version}): ${was} → ${pages} trang; lý do: ${reason}.`,
      ),
    ),
  ];
  const own = rollUp.rows.map((row) => ({ ...row.total, name: row.name }));
  const total = { ...rollUp.total, name: "TOÀN TỈNH" };
  return [
    complete(
      {
        name: "Tổng hợp",
        title: "BÁO CÁO TỔNG HỢP TIẾN ĐỘ SỐ HÓA TÀI LIỆU LƯU TRỮ",
        facts,
        columns: progress,
        ...table(own, total, progressOf),
      },
      notes,
      words,
    ),
    byGroup(own, total, facts, words),
  ];
}

/** What was captured of each priority group, by unit. */
function byGroup(
  rows: readonly ReportRow[],
  total: ReportRow,
  facts: readonly string[],
  words: FormWords,
): ListForm {
  const title = "VĂN BẢN ĐÃ SỐ HÓA THEO NHÓM ƯU TIÊN";
  const draft = { name: "Theo nhóm", title, facts: facts.slice(0, 1), columns: groups };
  return complete({ ...draft, ...table(rows, total, groupsOf) }, [], words);
}

type Draft = Pick<ListForm, "name" | "title" | "facts" | "columns" | "rows" | "figures">;

function complete(draft: Draft, notes: string[], words: FormWords): ListForm {
  return {
    ...draft,
    ...sizes,
    // The sum is no unit, and is not counted as one.
    groupRows: 1,
    agencies: [words.parent, words.agency],
    hidden: { headings: [], rows: draft.rows.map(() => []) },
    totals: notes,
    placeAndDate: placeAndDate(words),
    signature: {
      role: words.position === "" ? "NGƯỜI LẬP BÁO CÁO" : upper(words.position),
      how: "(Ký và ghi rõ họ tên)",
      name: words.preparer,
    },
    code: listCode(draft),
  };
}

/** What the cells of a progress row say, a number where it is one. */
function progressOf(row: ReportRow): (number | string | undefined)[] {
  const { listed, handedOver, today, captured } = row;
  return [
    row.name,
    ...[listed.metres, listed.boxes, listed.files, listed.items, listed.pages],
    ...[handedOver.files, percent(handedOver.files, listed.files)],
    ...[today.items, today.pages, captured.items, captured.pages, percent(captured.pages, listed.pages)],
    ...[row.checked, row.returned, row.confirmed, row.signed, row.packed, row.sent],
  ];
}

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

function written(cell: number | string | undefined): string {
  return typeof cell === "number" ? cell.toLocaleString("vi-VN", { maximumFractionDigits: 2 }) : (cell ?? "");
}

function percent(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part / whole) * 1000) / 10;
}

function dayText(day: string): string {
  return day.split("-").reverse().join("/");
}

/** `12 giờ 45`, in Vietnam. */
function hourOf(ms: number): string {
  const minute = minuteInVietnam(ms);
  return `${Math.floor(minute / 60)} giờ ${String(minute % 60).padStart(2, "0")}`;
}
