import type { Handover, HandoverDifference, HandoverOccasion, Party } from "#shared/archive/handover.ts";
import { conditionCodes } from "#shared/archive/codes.ts";
import { dayOfMoment } from "#shared/base/vietnam-time.ts";
import { conditionName, type FormWords, placeAndDate } from "#shared/forms/form-words.ts";
import type { ListColumn, ListForm } from "#shared/forms/list-form.ts";
import { numberWords, sentenceOf } from "#shared/forms/number-words.ts";
import { type AttachedFile, shortCode } from "#shared/handover/attached-list.ts";

/** Minutes as paper says them, one copy: `statements` are paragraphs, those of `strong` in bold. */
export type HandoverMinutes = {
  agencies: [string, string];
  title: string;
  facts: string[];
  statements: { text: string; strong?: true }[];
  signatures: [string, string][];
  /** At the foot of each page. */
  foot: string;
};

const occasions: Record<HandoverOccasion, string> = {
  "commune-to-center": "Cấp xã giao trung tâm số hóa",
  "center-to-contractor": "Trung tâm số hóa giao đơn vị thực hiện",
  return: "Trả lại tài liệu gốc sau số hóa",
};

const dots = "……………";
const copies = ["Bản 1/2: bên giao giữ", "Bản 2/2: bên nhận giữ"] as const;

/** A sheet of one copy of minutes, the attached list counted with it: the copy and the sheet from 1. */
type MinutesSheet = { copy: number; sheet: number; sheets: number };

/**
 * The text in the code on each page of minutes: it names them, their number and the list they go with. Where the pages
 * are laid out, it also says which of a copy's it is: `mucluc:handover:<id>:<hash>:<number>:<copy>:<sheet>/<sheets>`.
 */
export function writeHandoverMark(
  { id, listDigest, number }: Pick<Handover, "id" | "listDigest" | "number">,
  at?: MinutesSheet,
): string {
  const of = [id, listDigest.slice(0, 12), number].map(encodeURIComponent).join(":");
  return `mucluc:handover:${of}${at ? `:${at.copy}:${at.sheet}/${at.sheets}` : ""}`;
}

/** "Biên bản giao nhận hồ sơ, tài liệu" (NĐ 30/2020/NĐ-CP, Phụ lục V) in two copies, one for each side. */
export function handoverMinutes(
  handover: Handover,
  words: Pick<FormWords, "parent" | "place">,
): HandoverMinutes[] {
  const { from, to, stated } = handover;
  const day = placeAndDate({ place: words.place, date: dayOfMoment(handover.at) });
  return copies.map((copy) => ({
    agencies: [words.parent, from.body],
    title: "BIÊN BẢN\nGiao nhận hồ sơ, tài liệu",
    facts: [`Số: ${handover.number}. ${copy}`, `(${occasions[handover.occasion]})`, day],
    statements: [
      {
        text: "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
      },
      { text: "Căn cứ kế hoạch số hóa tài liệu lưu trữ, chúng tôi gồm:" },
      { text: `BÊN GIAO: ${from.body}`, strong: true },
      { text: partyLine(from) },
      { text: `BÊN NHẬN: ${to.body}`, strong: true },
      { text: partyLine(to) },
      { text: "Thống nhất lập biên bản giao nhận tài liệu với những nội dung như sau:" },
      { text: `1. Tên khối tài liệu giao nhận: ${handover.subject || dots}` },
      { text: `2. Thời gian của hồ sơ, tài liệu: ${handover.dateSpan || dots}` },
      { text: "3. Số lượng tài liệu:" },
      {
        text: `a) Tài liệu giấy: tổng số hộp (cặp): ${stated.boxes}; tổng số hồ sơ (đơn vị bảo quản): ${stated.files} (${sentenceOf(numberWords(stated.files))}); số tờ: ${stated.leaves || dots}; quy ra mét giá: ${stated.metres === 0 ? dots : decimal(stated.metres)} mét.`,
      },
      {
        text:
          stated.objects === 0
            ? "b) Tài liệu điện tử: không."
            : `b) Tài liệu điện tử: tổng số hồ sơ: ${stated.files}; tổng số tệp tin: ${stated.objects}.`,
      },
      { text: `4. Tình trạng tài liệu giao nhận: ${handover.condition || dots}` },
      {
        text: `5. Mục lục hồ sơ, tài liệu kèm theo: ${stated.files} dòng, mã danh sách ${shortCode(handover.listDigest)}.`,
      },
      ...countedLines(handover),
      ...(handover.note === "" ? [] : [{ text: `Ghi chú: ${handover.note}` }]),
      { text: "Biên bản này được lập thành hai bản; bên giao giữ một bản, bên nhận giữ một bản." },
    ],
    signatures: [
      ["ĐẠI DIỆN BÊN GIAO", from.person],
      ["ĐẠI DIỆN BÊN NHẬN", to.person],
    ],
    foot: `Biên bản số ${handover.number}. Mã danh sách (SHA-256): ${shortCode(handover.listDigest)}. ${copy}`,
  }));
}

function partyLine({ person, position }: Party): string {
  return `Đại diện: Ông (bà) ${person || dots}. Chức vụ: ${position || dots}`;
}

function decimal(value: number): string {
  return String(value).replace(".", ",");
}

function countedLines(handover: Handover): { text: string }[] {
  if (handover.countedAt === "") return [{ text: `6. Kết quả kiểm đếm khi nhận: ${dots}${dots}${dots}` }];
  const { counted, stated, differences } = handover;
  const by = handover.countedBy === "" ? "" : `, người đếm: ${handover.countedBy}`;
  const head = `6. Kết quả kiểm đếm khi nhận: ${counted.files}/${stated.files} hồ sơ, ${counted.leaves}/${stated.leaves} tờ${by}.`;
  if (differences.length === 0) return [{ text: `${head} Khớp với mục lục kèm theo.` }];
  return [
    { text: `${head} Có ${differences.length} điểm chênh lệch:` },
    ...differences.map((one) => ({ text: `- ${differenceText(one)}` })),
  ];
}

function differenceText(one: HandoverDifference): string {
  const condition = (code: string) =>
    conditionName(conditionCodes.find((known) => known === code) ?? "") || "chưa ghi";
  const said = {
    missing: "không có",
    extra: "có, không có trong mục lục",
    leaves: `mục lục ghi ${one.expected} tờ, đếm được ${one.found} tờ`,
    condition: `mục lục ghi ${condition(one.expected)}, thực tế ${condition(one.found)}`,
  }[one.what];
  return `Hồ sơ ${one.label}: ${said}${one.note === "" ? "" : ` (${one.note})`}.`;
}

const columns: readonly ListColumn[] = [
  { heading: "Số TT", share: 40, align: "center" },
  { heading: "Mục lục số", share: 46, align: "center" },
  { heading: "Hộp số", share: 42, align: "center" },
  { heading: "Hồ sơ số", share: 48, align: "center" },
  { heading: "Mã hồ sơ", share: 110, align: "left" },
  { heading: "Tiêu đề hồ sơ", share: 240, align: "left" },
  { heading: "Thời gian tài liệu", share: 86, align: "center" },
  { heading: "Số tờ", share: 42, align: "center" },
  { heading: "Tình trạng", share: 66, align: "center" },
];

/** The list that goes with minutes, under the same code as they. */
export function handoverList(
  handover: Handover,
  list: readonly AttachedFile[],
  words: Pick<FormWords, "parent" | "place">,
): ListForm {
  const rows = list.map((file, at) => [
    String(at + 1),
    ...[file.inventory, file.box, file.number, file.code, file.title, file.dates],
    file.leaves === 0 ? "" : String(file.leaves),
    conditionName(file.condition),
  ]);
  return {
    ...{ name: "Mục lục kèm theo", title: "MỤC LỤC HỒ SƠ, TÀI LIỆU GIAO NHẬN" },
    ...{ columns, rows, hidden: { headings: [], rows: rows.map(() => []) }, size: 11, headSize: 11 },
    agencies: [words.parent, handover.from.body],
    facts: [`(Kèm theo Biên bản giao nhận số ${handover.number})`],
    totals: [
      `Mục lục này gồm: ${list.length} hồ sơ (đơn vị bảo quản), ${handover.stated.leaves} tờ.`,
      `Viết bằng chữ: ${sentenceOf(numberWords(list.length))} hồ sơ (đơn vị bảo quản).`,
    ],
    placeAndDate: placeAndDate({ place: words.place, date: dayOfMoment(handover.at) }),
    signature: { role: "Bên giao", how: "(Ký và ghi rõ họ tên, chức vụ)", name: handover.from.person },
    code: shortCode(handover.listDigest),
    goesWith: `Biên bản số ${handover.number}`,
  };
}
