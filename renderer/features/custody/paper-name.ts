import type { Standing } from "#shared/contract/custody.ts";
import type { Words } from "#shared/text/vi.ts";
import type { Format } from "#renderer/app/format.ts";

/** "Hộp 12" or "Hồ sơ H05.01.0000012". */
export function paperName(words: Words["custody"], { subject, label }: Standing["paper"]): string {
  return subject === "box" ? words.box(label) : words.file(label);
}

/** The fonds, the list and the box that tell it from others of its name. */
export function paperContext(words: Words["custody"], paper: Standing["paper"]): string {
  const fonds = words.inFonds(paper.fondsCode, paper.inventory);
  return paper.box === "" ? fonds : `${fonds}, ${words.inBox(paper.box)}`;
}

/** Where it is, since when and in whose hands, in one line. */
export function whereText(words: Words["custody"], format: Format, standing: Standing): string {
  const { last, paper, withBox } = standing;
  if (!last) return paper.place === "" ? words.never : words.neverAt(paper.place);
  const point = last.place === "" ? words.points[last.point] : `${words.points[last.point]} (${last.place})`;
  const since = words.since(format.time(last.at), last.by);
  return [point, ...(withBox ? [words.withBox] : []), since].join(" · ");
}
