import {
  type DifficultyCode,
  heldDifficulties,
  type Report,
  type ReportDeadline,
} from "#shared/archive/report.ts";
import type { ReportRow } from "#shared/archive/report-row.ts";
import { readMoment } from "#shared/base/moment.ts";
import { dayOfMoment, minuteInVietnam } from "#shared/base/vietnam-time.ts";
import { type FormWords, placeAndDate, upper } from "#shared/forms/form-words.ts";
import { type ListForm, listCode } from "#shared/forms/list-form.ts";
import { groupsTable, progressTable, volumeTable, written } from "#shared/forms/report-tables.ts";
import type { RollUp, RolledUp } from "#shared/report/arrived.ts";
import { type ToDeadline, toDeadline } from "#shared/report/deadlines.ts";
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

/** Letters of the tables and of their headings, in points: many columns stand side by side. */
const sizes = { size: 9, headSize: 9 } as const;

/** A district's report of a day on paper: progress by unit, what was listed and handed over, what was captured by group. */
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
    ...(report.deadlines ?? []).map((one) => deadlineText(toDeadline(report.rows, one, report.day))),
  ];
  return [
    complete(
      {
        name: "Tiến độ",
        title: `BÁO CÁO TIẾN ĐỘ SỐ HÓA TÀI LIỆU LƯU TRỮ\n${upper(unit)}`,
        facts,
        ...progressTable(report.rows, total),
      },
      notes,
      words,
    ),
    toDigitize(report.rows, total, facts, words),
    byGroup(report.rows, total, facts, words),
  ];
}

/**
 * The province's report of a day on paper: the districts' figures, who had not reported, and how all stand to the
 * deadlines, that of the districts' own bodies only where each has told it by itself.
 */
export function rolledUpReport(
  rollUp: RollUp,
  words: FormWords,
  deadlines: readonly ReportDeadline[] = [],
): ListForm[] {
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
    ...deadlines.flatMap((one) => {
      const told = rollUp.rows.every(({ report }) => report?.by === "sync");
      if (one.of === "district" && !told) return [];
      const rows =
        one.of === "all" ? [rollUp.total] : rollUp.rows.flatMap(({ report }) => report?.rows ?? []);
      return [deadlineText(toDeadline(rows, one, rollUp.day))];
    }),
  ];
  const own = rollUp.rows.map((row) => ({ ...row.total, name: row.name }));
  const total = { ...rollUp.total, name: "TOÀN TỈNH" };
  return [
    complete(
      {
        name: "Tổng hợp",
        title: "BÁO CÁO TỔNG HỢP TIẾN ĐỘ SỐ HÓA TÀI LIỆU LƯU TRỮ",
        facts,
        ...progressTable(own, total),
      },
      notes,
      words,
    ),
    toDigitize(own, total, facts, words),
    byGroup(own, total, facts, words),
  ];
}

/** What is to be digitized by the lists, and what of it was handed over, by unit. */
function toDigitize(
  rows: readonly ReportRow[],
  total: ReportRow,
  facts: readonly string[],
  words: FormWords,
): ListForm {
  const title = "KHỐI LƯỢNG THEO DANH MỤC VÀ ĐÃ GIAO NHẬN";
  const draft = { name: "Danh mục, giao nhận", title, facts: facts.slice(0, 1) };
  return further({ ...draft, ...volumeTable(rows, total) }, words);
}

/** `Thời hạn tài liệu cấp huyện, trước 05/06/2025: còn 16 ngày, còn 12.345 trang A4, cần 772 trang mỗi ngày.` */
function deadlineText({ of, before, pagesLeft, daysLeft, pagesPerDay }: ToDeadline): string {
  const whose = of === "district" ? "tài liệu cấp huyện" : "toàn bộ tài liệu";
  const left = `còn ${written(pagesLeft)} trang A4`;
  const said =
    pagesLeft === 0
      ? "đã số hóa xong theo danh mục"
      : pagesPerDay === undefined
        ? `đã hết hạn, ${left}`
        : `còn ${daysLeft} ngày, ${left}, cần ${written(pagesPerDay)} trang mỗi ngày`;
  return `Thời hạn ${whose}, trước ${dayText(before)}: ${said}.`;
}

/** What was captured of each priority group, by unit. */
function byGroup(
  rows: readonly ReportRow[],
  total: ReportRow,
  facts: readonly string[],
  words: FormWords,
): ListForm {
  const title = "VĂN BẢN ĐÃ SỐ HÓA THEO NHÓM ƯU TIÊN";
  const draft = { name: "Theo nhóm", title, facts: facts.slice(0, 1) };
  return further({ ...draft, ...groupsTable(rows, total) }, words);
}

type Draft = Pick<ListForm, "name" | "title" | "facts" | "columns" | "rows" | "figures">;

/** A table after the first, which carries the notes and the signature of the whole report. */
function further(draft: Draft, words: FormWords): ListForm {
  return { ...complete(draft, [], words), signedBefore: true };
}

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

function dayText(day: string): string {
  return day.split("-").reverse().join("/");
}

/** `12 giờ 45`, in Vietnam. */
function hourOf(ms: number): string {
  const minute = minuteInVietnam(ms);
  return `${Math.floor(minute / 60)} giờ ${String(minute % 60).padStart(2, "0")}`;
}
