import type { Found } from "#shared/archive/reading.ts";
import { isCapital } from "./find-issuer.ts";
import { markOf } from "./find-marks.ts";
import { heightOf, type Line, middleOf, readWell, type ReadPage } from "./lines.ts";
import type { TypeFound } from "./find-type.ts";

type Finding = Omit<Found, "pageId">;

const lead = /^\W{0,2}(v\s*\/\s*v|ve viec)\b/;
const opening = /^\W{0,2}(can cu|kinh gui|xet de nghi|dieu 1\b|i\. )/;
const openingInText = /^\W{0,2}(thuc hien|hom nay|theo)\b/;
/** Lines of authority in capitals, which only follow a subject; in small letters a subject may begin so. */
const authority =
  /^\W{0,2}(chu tich|uy ban nhan dan|hoi dong nhan dan|giam doc|truong|bo truong|thu tuong|dang uy|ban)\b/;

const mostLines = 6;

/** The line at the left under the number where the subject of an official letter begins. */
export function findLead(lines: readonly Line[]): Line | undefined {
  return lines.find((line) => lead.test(line.folded));
}

/** The subject: under the type, or after "V/v" at the left under the number. */
export function findSubject(
  page: ReadPage,
  { heading, rest }: Pick<TypeFound, "heading" | "rest">,
  left: readonly Line[],
  leadLine: Line | undefined,
): Finding | undefined {
  const lines = heading ? underHeading(page, heading, rest) : leadLine ? fromLead(left, leadLine) : [];
  const words = lines.flatMap((line) => line.words);
  const first = rest === "" ? "" : `${rest} `;
  const text = first + lines.map((line) => line.text).join(" ");
  const value = text
    .replace(/\s+/g, " ")
    .replace(/^[\s:.,;_-]+|[\s:;_-]+$/g, "")
    .slice(0, 500);
  if (value === "") return undefined;
  const used = rest === "" || !heading ? words : [...heading.words, ...words];
  return {
    value,
    confidence: 0.9 * readWell(used),
    boxes: used.map(({ box }) => box),
    how: "position",
    doubts: [],
  };
}

function underHeading(page: ReadPage, heading: Line, rest: string): Line[] {
  const found: Line[] = [];
  const centre = middleOf(heading.box)[0];
  let before = heading;
  for (const line of page.lines) {
    if (line.box[1] <= heading.box[1] + heightOf(heading) * 0.5 || markOf(line.text)) continue;
    // The stamps at the left stand beside the subject, not in it.
    if (line.box[2] < centre) continue;
    const gap = line.box[1] - before.box[3];
    const height = Math.max(heightOf(line), heightOf(before));
    const isFirst = found.length === 0 && rest === "";
    if (gap > height * (isFirst ? 2.4 : 1.25)) break;
    if (Math.abs(middleOf(line.box)[0] - centre) > page.width * 0.04) break;
    if (isBody(line, found)) break;
    found.push(line);
    before = line;
    if (found.length >= mostLines) break;
  }
  return found;
}

/** True where the letter's own text begins, or the line of the authority that decides. */
function isBody(line: Line, before: readonly Line[]): boolean {
  if (opening.test(line.folded)) return true;
  if (!isCapital(line.text))
    return before.length > 0 && /^\p{Lu}/u.test(line.text) && openingInText.test(line.folded);
  const allCapital = before.every(({ text }) => isCapital(text));
  return authority.test(line.folded) && (before.length > 0 || !allCapital);
}

function fromLead(left: readonly Line[], first: Line): Line[] {
  const found = [first];
  let before = first;
  for (const line of left) {
    if (line.box[1] <= before.box[1] + heightOf(before) * 0.5) continue;
    const gap = line.box[1] - before.box[3];
    if (gap > Math.max(heightOf(line), heightOf(before)) * 0.9) break;
    if (markOf(line.text) || /^\W{0,2}(kinh gui|cong van den|den)\b/.test(line.folded)) break;
    found.push(line);
    before = line;
    if (found.length >= mostLines) break;
  }
  return found;
}
