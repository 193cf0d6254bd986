import type { Static } from "typebox";
import type { ConditionCode, RetentionCode } from "#shared/archive/codes.ts";
import type { formWordsSchema } from "#shared/contract/forms.ts";

/** Words of the official forms: theirs, whatever language the screen shows (NĐ 30/2020/NĐ-CP, Phụ lục I and V). */
export const nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const motto = "Độc lập - Tự do - Hạnh phúc";

const retentionNames: Record<RetentionCode, string> = {
  "": "",
  "01": "Vĩnh viễn",
  "02": "70 năm",
  "03": "50 năm",
  "04": "30 năm",
  "05": "20 năm",
  "06": "10 năm",
  "07": "Khác",
};

/** "Thời hạn bảo quản" as forms name it; empty while it is not settled. */
export function retentionName(code: RetentionCode): string {
  return retentionNames[code];
}

const conditionNames: Record<ConditionCode, string> = {
  "": "",
  "01": "Tốt",
  "02": "Bình thường",
  "03": "Hỏng",
};

/** "Tình trạng vật lý" as forms name it; empty while it is not known. */
export function conditionName(code: ConditionCode): string {
  return conditionNames[code];
}

/** Who makes a form, where and when. */
export type FormWords = Static<typeof formWordsSchema>;

/** "Tuy Phước, ngày 05 tháng 6 năm 2025"; dots where something is left to be written by hand. */
export function placeAndDate(words: Pick<FormWords, "place" | "date">): string {
  const place = words.place === "" ? "…………" : words.place;
  const [year = "", month = "", day = ""] = words.date.split("-");
  if (day === "") return `${place}, ngày ..... tháng ..... năm 20.....`;
  // A zero stands before the days up to 9 and the first two months, so that neither can be altered.
  const shortMonth = Number(month) > 2 ? String(Number(month)) : month;
  return `${place}, ngày ${day} tháng ${shortMonth} năm ${year}`;
}

export function upper(text: string): string {
  return text.toLocaleUpperCase("vi");
}
