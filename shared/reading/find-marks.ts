import type { PageWords } from "#shared/archive/page.ts";
import { foldedWords } from "#shared/base/fold.ts";
import { linesOf } from "./lines.ts";

const urgencies = [
  ["hoa toc hen gio", "Hỏa tốc hẹn giờ"],
  ["hoa toc", "Hỏa tốc"],
  ["thuong khan", "Thượng khẩn"],
  ["khan", "Khẩn"],
] as const;

const secrecies = [
  ["tuyet mat", "Tuyệt mật"],
  ["toi mat", "Tối mật"],
  ["mat", "Mật"],
] as const;

export type Mark = { field: "urgency" | "secrecy"; value: string };

/**
 * The mark that a line of its own in capitals is: a stamp of urgency (NĐ 30/2020/NĐ-CP) or of secrecy (Luật Bảo vệ bí
 * mật nhà nước). Marks of tone are passed over, for stamps are read badly: rather a stop too many than one too few.
 */
export function markOf(text: string): Mark | undefined {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.some((letter) => letter !== letter.toUpperCase())) return undefined;
  const words = foldedWords(text).filter((word) => /[a-z]/.test(word));
  const said = words.join(" ").replace(/^(do |dau )(?=(tuyet |toi )?mat$)/, "");
  for (const [folded, value] of secrecies) if (said === folded) return { field: "secrecy", value };
  for (const [folded, value] of urgencies) if (said === folded) return { field: "urgency", value };
  return undefined;
}

/** The gravest mark of secrecy among the words of a page; empty for none. */
export function secrecyIn(words: PageWords["words"]): string {
  const met = linesOf(words).flatMap(({ text }) => {
    const mark = markOf(text);
    return mark?.field === "secrecy" ? [mark.value] : [];
  });
  return secrecies.map(([, value]) => value).find((value) => met.includes(value)) ?? "";
}
