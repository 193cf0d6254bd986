import type { PageBox } from "#shared/archive/reading.ts";
import { fold } from "#shared/base/fold.ts";
import { distance } from "./similar.ts";
import { boxAround, joinLevel, type Line, linesWithin, middleOf, type ReadPage, type Word } from "./lines.ts";

/**
 * The head of a first page (NĐ 30/2020/NĐ-CP, Phụ lục I): its right column begins with the state's name, or the
 * Party's, the left column with the issuing body; both end above the type or the subject.
 */
export type Head = {
  /** False where the state's name was not found and the columns are parted by a guess. */
  found: boolean;
  /** Where the state's name stands. */
  box: PageBox;
  left: Line[];
  right: Line[];
  /** Lines at the left below the columns, whole: the subject of an official letter stands there. */
  under: (top: number) => Line[];
};

const names = ["cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam"] as const;
const motto = "doc lap tu do hanh phuc";

/** How far below the state's name the columns of the head may reach, in parts of the page's height. */
const reach = { left: 0.2, right: 0.12 };

export function findHead(page: ReadPage): Head {
  const upper = page.lines.filter(({ box }) => box[1] < page.height * 0.4);
  const named = findName(upper, names, 0.2) ?? findName(upper, [motto], 0.25);
  const box: PageBox = named ?? [page.width * 0.45, 0, page.width, page.height * 0.05];
  const height = box[3] - box[1];
  const top = named ? box[1] - height * 2.5 : 0;
  const bottom = box[3] + page.height * reach.left;
  const border = named ? borderOf(page, box) : page.width * 0.45;
  return {
    found: named !== undefined,
    box,
    left: joinLevel(linesWithin(page.lines, [0, top, border, bottom])),
    right: joinLevel(linesWithin(page.lines, [border, top, page.width, box[3] + page.height * reach.right])),
    under: (from) =>
      joinLevel(
        page.lines.filter((line) => {
          const [x, y] = middleOf(line.box);
          return (
            y > from &&
            y < bottom + page.height * 0.05 &&
            x < border + page.width * 0.05 &&
            line.box[0] < border
          );
        }),
      ),
  };
}

/** Where the columns part: the middle of the widest blank before the state's name that all lines of the head leave. */
function borderOf(page: ReadPage, name: PageBox): number {
  const [from, to] = [page.width * 0.28, Math.min(name[0], page.width * 0.6)];
  const rows = linesWithin(page.lines, [
    0,
    name[1] - (name[3] - name[1]),
    page.width,
    name[3] + page.height * 0.055,
  ]);
  const words = rows
    .flatMap((line) => line.words.map(({ box }) => box))
    .sort((one, other) => one[0] - other[0]);
  let best = { width: 0, at: Math.max(from, name[0] - (name[3] - name[1]) * 0.5) };
  let end = 0;
  for (const box of [...words, [name[0], 0, name[2], 0] as const]) {
    const blank = { from: Math.max(end, from), to: Math.min(box[0], to) };
    // The blank nearest to the right column is the one between the columns.
    if (blank.to - blank.from >= best.width * 0.8 && blank.to > blank.from) {
      best = { width: blank.to - blank.from, at: (blank.from + blank.to) / 2 };
    }
    end = Math.max(end, box[2]);
  }
  return best.at;
}

/** The box of the words that come nearest to one of the names, where they come near enough. */
function findName(lines: readonly Line[], wanted: readonly string[], tolerance: number): PageBox | undefined {
  let best: { box: PageBox; far: number } | undefined;
  for (const line of lines) {
    for (const name of wanted) {
      const count = name.split(" ").length;
      const most = Math.floor(name.length * tolerance);
      for (let from = 0; from < line.words.length; from += 1) {
        // Words are at times read as one, or one as two.
        for (const length of [count, count - 1, count + 1, count + 2, count - 2]) {
          const words = line.words.slice(from, from + length);
          if (words.length < length || length < 2) continue;
          const text = lettersOf(words);
          const far = distance(text, name, most) / name.length;
          if (far <= tolerance && (!best || far < best.far))
            best = { box: boxAround(words.map(({ box }) => box)), far };
        }
      }
    }
  }
  return best?.box;
}

function lettersOf(words: readonly Word[]): string {
  return words
    .map(({ text }) => fold(text).replace(/[^a-z0-9]/g, ""))
    .filter((word) => word !== "")
    .join(" ");
}
