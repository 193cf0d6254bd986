import type { Batch } from "#shared/archive/batch.ts";
import type { Lack } from "#shared/archive/lack.ts";
import { type FormWords, placeAndDate } from "#shared/forms/form-words.ts";
import { type ListColumn, type ListForm, listCode } from "#shared/forms/list-form.ts";

/** What the unit that handed a batch over has to bring or to mend; all else is the center's own work. */
const asked: Partial<Record<Lack["code"], (lack: Lack) => string>> = {
  "not-received": () => "Chưa nhận được hồ sơ giấy",
  "no-items": () => "Mục lục chưa có văn bản nào của hồ sơ",
  "pages-missing": ({ expected, found }) => `Thiếu trang: mục lục ghi ${expected}, thực có ${found}`,
  "leaves-missing": ({ expected, found }) => `Thiếu tờ: mục lục ghi ${expected}, thực có ${found}`,
  "box-gap": (lack) => `Khuyết hộp số ${numbers(lack)}`,
  "file-gap": (lack) => `Khuyết hồ sơ số ${numbers(lack)}`,
  "leaf-gap": (lack) => `Khuyết tờ số ${numbers(lack)}: không thuộc văn bản nào trong mục lục`,
};

const numbers = ({ expected, found }: Lack) => (expected === found ? expected : `${expected}–${found}`);

const columns: readonly ListColumn[] = [
  { heading: "Số TT", share: 40, align: "center" },
  { heading: "Mã hồ sơ, văn bản", share: 150, align: "left" },
  { heading: "Tiêu đề, trích yếu", share: 240, align: "left" },
  { heading: "Nội dung cần bổ sung", share: 190, align: "left" },
];

/** What of a batch's lacks its unit is asked for, in their order. */
export function shortagesOf(lacks: readonly Lack[]): Lack[] {
  return lacks.filter(({ code }) => asked[code] !== undefined);
}

/**
 * "Thông báo bổ sung tài liệu": the district's letter to the unit that handed a batch over, with all that it has to
 * bring. `titleOf` gives the title of a file or the subject of an item; `before` is a day (`yyyy-mm-dd`), or empty.
 */
export function shortageLetter(
  about: {
    batch: Pick<Batch, "number" | "name">;
    unit: string;
    before: string;
    listed: number;
    received: number;
  },
  lacks: readonly Lack[],
  titleOf: (lack: Lack) => string,
  words: FormWords,
): ListForm {
  const { batch, unit, before, listed, received } = about;
  const shortages = shortagesOf(lacks);
  const written = (day: string) => day.split("-").reverse().join("/");
  const list = {
    title: `THÔNG BÁO\nVề việc bổ sung tài liệu của đợt ${batch.number}`,
    facts: [
      `Kính gửi: ${unit}`,
      `Qua kiểm tra đợt ${batch.number} (${batch.name}), theo mục lục có ${listed} hồ sơ, đã nhận ${received} hồ sơ; còn thiếu như sau:`,
    ],
    columns,
    rows: shortages.map((lack, at) => [
      ...[String(at + 1), lack.label, titleOf(lack), asked[lack.code]?.(lack) ?? ""],
    ]),
  };
  const by = before === "" ? "sớm nhất" : `trước ngày ${written(before)}`;
  return {
    ...list,
    ...{ name: "Bổ sung", size: 12, headSize: 11 },
    agencies: [words.parent, words.agency],
    hidden: { headings: [], rows: shortages.map(() => []) },
    totals: [
      `Tổng số: ${shortages.length} nội dung cần bổ sung.`,
      `Đề nghị ${unit} kiểm tra, bổ sung hoặc có văn bản giải trình, giao về ${words.agency === "" ? "trung tâm số hóa" : words.agency} ${by}.`,
    ],
    placeAndDate: placeAndDate(words),
    signature: {
      role: words.position === "" ? "NGƯỜI LẬP" : words.position,
      how: "(Ký và ghi rõ họ tên)",
      name: words.preparer,
    },
    code: listCode(list),
  };
}
