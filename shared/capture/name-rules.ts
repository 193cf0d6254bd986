import { fold } from "#shared/base/fold.ts";
import { type NameTemplate, nameTemplates, readTemplate, type TemplateTail } from "./name-template.ts";

/** One way to read a scan's name. Whether it is right, the inventory says: its file and item must be listed. */
export type NameReading = {
  template: string;
  fileCode: string;
  /** Absent where the name is the file's alone: right where the file has one item. */
  ordinal: number | undefined;
  /** The page's number as the name has it; absent where it names a whole document. */
  page: number | undefined;
};

const documentEndings = new Set(["pdf", "tif", "tiff"]);
const endings = new Set([...documentEndings, "jpg", "jpeg", "png"]);
const known = nameTemplates.map(readTemplate);

/** Every way to read a path, in the composed form of Unicode; none for a name that is like none of the templates. */
export function readName(path: string, templates: readonly NameTemplate[] = nameTemplates): NameReading[] {
  const segments = path
    .normalize("NFC")
    .split(/[\\/]+/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== "" && segment !== ".");
  const last = segments.pop();
  if (last === undefined) return [];
  const ending = /\.(\p{L}{3,4})$/u.exec(last)?.[1]?.toLowerCase() ?? "";
  const isKnown = endings.has(ending);
  const stem = isKnown ? last.slice(0, -ending.length - 1).trim() : last;
  const whole = !isKnown || documentEndings.has(ending);
  const tails = templates === nameTemplates ? known : templates.map(readTemplate);
  return tails.flatMap((tail) =>
    tail.template.documentsOnly && !whole ? [] : readBy(tail, [...segments, stem]),
  );
}

/** Each place where the code may end gives a reading of its own. */
function readBy({ template, depth, tail }: TemplateTail, segments: readonly string[]): NameReading[] {
  const [first, ...rest] = segments.slice(-depth);
  if (first === undefined || rest.length !== depth - 1) return [];
  const readings: NameReading[] = [];
  for (let end = first.length; end > 0; end -= 1) {
    const fileCode = first.slice(0, end);
    if (!/[\p{L}\p{N}]$/u.test(fileCode)) continue;
    const remainder = [first.slice(end), ...rest].join("/");
    const groups = tail.exec(fold(remainder));
    if (!groups) continue;
    const ordinal = numberIn(groups.groups?.["ordinal"]);
    if (ordinal === 0) continue;
    readings.push({ template: template.name, fileCode, ordinal, page: numberIn(groups.groups?.["page"]) });
  }
  return readings;
}

/**
 * The forms in which a file's code may be listed, nearest first: as written; with other separators; with other
 * leading zeros in its last number. A later group counts only where the earlier ones name nothing.
 */
export function codeForms(fileCode: string): [string[], string[], string[]] {
  const written = [fileCode];
  const separated = [".", "-", "_", "/"].map((mark) => fileCode.replace(/ ?[._/-] ?/g, mark));
  const padded = [...written, ...separated].flatMap((code) => {
    const found = /^(.*?)0*(\d+)$/su.exec(code);
    const head = found?.[1];
    const number = found?.[2];
    if (head === undefined || number === undefined || /\d$/.test(head)) return [];
    return [1, 2, 3, 4, 5, 6, 7].map((width) => head + number.padStart(width, "0"));
  });
  const before = new Set(written);
  const others = without(separated, before);
  return [written, others, without(padded, new Set([...before, ...others]))];
}

/** Orders names as a person does: 1, 2, 10; upper and lower case, marks and forms of Unicode alike. */
export function compareNames(one: string, other: string): number {
  const left = fold(one).match(/\d+|\D/gu) ?? [];
  const right = fold(other).match(/\d+|\D/gu) ?? [];
  for (const [place, mine] of left.entries()) {
    const its = right[place];
    if (its === undefined) return 1;
    const byNumber = /^\d/.test(mine) && /^\d/.test(its) ? Number(mine) - Number(its) : 0;
    if (byNumber !== 0) return byNumber;
    if (mine !== its && Number(mine) !== Number(its)) return mine < its ? -1 : 1;
  }
  if (left.length < right.length) return -1;
  return one < other ? -1 : Number(one > other);
}

function numberIn(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function without(texts: readonly string[], seen: ReadonlySet<string>): string[] {
  return [...new Set(texts)].filter((text) => !seen.has(text));
}
