import type { FormWords } from "#shared/forms/form-words.ts";

/** What stands in the head and the foot of a district's report: its committee above, the Home Affairs Office below. */
export function wordsOfReport(unit: string, day: string, preparer: string): FormWords {
  const place = unit.replace(/^(huyện|thị xã|thành phố)\s+/i, "");
  return {
    ...{ parent: `UBND ${unit}`, agency: "Phòng Nội vụ", place, date: day, preparer },
    ...{ position: "", year: "" },
  };
}

/** The same for the province's report. */
export function wordsOfRollUp(province: string, day: string, preparer: string): FormWords {
  return {
    ...{ parent: `UBND ${province}`, agency: "Sở Nội vụ", place: province.replace(/^tỉnh\s+/i, "") },
    ...{ date: day, preparer, position: "", year: "" },
  };
}
