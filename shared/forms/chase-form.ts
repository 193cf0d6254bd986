import { type ChaseRow, type ChaseState } from "#shared/handover/chase-list.ts";
import { type FormWords, placeAndDate } from "#shared/forms/form-words.ts";
import { type ListColumn, type ListForm, listCode } from "#shared/forms/list-form.ts";

const states: Record<ChaseState, string> = {
  "nothing-listed": "Chưa lập mục lục",
  "nothing-given": "Chưa giao",
  part: "Giao chưa đủ",
  all: "Đã giao đủ",
};

const columns: readonly ListColumn[] = [
  { heading: "Số TT", share: 40, align: "center" },
  { heading: "Đơn vị", share: 220, align: "left" },
  { heading: "Hồ sơ theo mục lục", share: 90, align: "center" },
  { heading: "Đã giao", share: 80, align: "center" },
  { heading: "Còn thiếu", share: 80, align: "center" },
  { heading: "Tình trạng", share: 120, align: "left" },
  { heading: "Số ngày chậm", share: 80, align: "center" },
];

/** "Danh sách đơn vị chưa giao đủ tài liệu": what a district sends round to be hurried. */
export function chaseForm(
  rows: readonly ChaseRow[],
  about: { before: string; chaseFrom: string; today: string },
  words: FormWords,
): ListForm {
  const written = (day: string) => day.split("-").reverse().join("/");
  const lacking = rows.filter(({ state }) => state !== "all");
  const list = {
    title: "DANH SÁCH ĐƠN VỊ CHƯA GIAO ĐỦ TÀI LIỆU",
    facts: [
      `(${[
        `Số liệu đến ngày ${written(about.today)}`,
        ...(about.before === "" ? [] : [`hạn giao: trước ngày ${written(about.before)}`]),
        // Said where it is another day than that on which the time was over.
        ...(about.chaseFrom === about.before ? [] : [`đôn đốc từ ngày ${written(about.chaseFrom)}`]),
      ].join("; ")})`,
    ],
    columns,
    rows: lacking.map((row, at) => [
      ...[String(at + 1), row.name, String(row.listed), String(row.given), String(row.listed - row.given)],
      ...[states[row.state], String(row.daysLate)],
    ]),
  };
  return {
    ...list,
    ...{ name: "Chưa giao", size: 12, headSize: 11 },
    figures: lacking.map((row, at) => [
      ...[at + 1, undefined, row.listed, row.given, row.listed - row.given, undefined, row.daysLate],
    ]),
    agencies: [words.parent, words.agency],
    hidden: { headings: [], rows: lacking.map(() => []) },
    totals: [`Có ${lacking.length} trên ${rows.length} đơn vị chưa giao đủ tài liệu.`],
    placeAndDate: placeAndDate(words),
    signature: { role: "Người lập", how: "(Ký và ghi rõ họ tên)", name: words.preparer },
    code: listCode(list),
  };
}
