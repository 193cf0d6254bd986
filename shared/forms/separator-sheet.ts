import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { shortMark, type SeparatorMark, writeSeparatorMark } from "#shared/capture/separator-mark.ts";
import { breakLines } from "#shared/forms/break-lines.ts";
import { centred } from "#shared/forms/draw-head.ts";
import { byPlace, fileNumber } from "#shared/forms/place-order.ts";
import { a4, type Face, type Mark, type Measure, mm, type Sheet } from "#shared/forms/sheet.ts";

/** What a separator sheet says. */
export type Separator = {
  mark: SeparatorMark;
  /** The code of the item or file, as people say it. */
  code: string;
  subject: string;
  /** The file it stands in, and where that stands. */
  place: string;
  /** What to count: leaves and pages as listed; empty where none are. */
  counts: string;
};

/** A sheet for each item of the files, or one for each file, in the order in which the paper stands. */
export function separatorsOf(
  files: readonly ArchiveFile[],
  items: ReadonlyMap<string, readonly Item[]>,
  level: "item" | "file",
): Separator[] {
  return [...files].sort(byPlace).flatMap((file) => {
    const { inventory, box } = file;
    const place = [
      inventory === "" ? "" : `Mục lục số ${inventory}`,
      box === "" ? "" : `Hộp số ${box}`,
      fileNumber(file) === "" ? "" : `Hồ sơ số ${fileNumber(file)}`,
    ]
      .filter((part) => part !== "")
      .join(" · ");
    const own = items.get(file.id) ?? [];
    if (level === "file") {
      const counts = countsOf(file.leafCount === 0 ? "" : String(file.leafCount), file.pageCount);
      return [{ mark: { of: "file", id: file.id }, code: file.code, subject: file.title, place, counts }];
    }
    return [...own]
      .sort((one, other) => one.ordinal - other.ordinal)
      .map((item): Separator => ({
        mark: { of: "item", id: item.id },
        code: `${file.code}.${item.ordinal}`,
        subject: item.subject,
        place,
        counts: countsOf(item.leaves === "" ? "" : `số ${item.leaves}`, item.pageCount),
      }));
  });
}

function countsOf(leaves: string, pages: number): string {
  const parts = [leaves === "" ? "" : `Tờ ${leaves}`, pages === 0 ? "" : `${pages} trang`];
  return parts.filter((part) => part !== "").join(" · ");
}

const frame = { x: mm(20), width: a4.width - mm(40) } as const;
const side = mm(96);
const smallSide = mm(32);

/**
 * One A4 page for a separator. The code stands twice, large in the middle and small at the foot, so that a fold, a
 * staple or a stain hides at most one; the small one is printed at a size that a 200 dpi scan still reads.
 */
export function drawSeparator(separator: Separator, measure: Measure): Sheet {
  const marks: Mark[] = [];
  let y = mm(22);
  const put = (text: string, size: number, face: Face, most: number) => {
    const lines = breakLines(text, frame.width, { size, face }, measure);
    const shown = lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1] ?? ""}…`] : lines;
    for (const line of shown) {
      y += size * 1.25;
      marks.push(centred(line, frame, y, { size, face }, measure));
    }
  };
  put(separator.mark.of === "item" ? "TỜ PHÂN CÁCH VĂN BẢN" : "TỜ PHÂN CÁCH HỒ SƠ", 16, "bold", 1);
  put(separator.code, fitting(separator.code, measure), "bold", 2);
  y += mm(4);
  const text = writeSeparatorMark(separator.mark);
  marks.push({ kind: "code", text, x: (a4.width - side) / 2, y, side });
  y += side + mm(3);
  put(`Mã kiểm tra: ${shortMark(separator.mark)}`, 11, "regular", 1);
  y += mm(2);
  put(separator.subject, 15, "regular", 4);
  if (separator.counts !== "") put(separator.counts, 13, "bold", 1);
  if (separator.place !== "") put(separator.place, 12, "regular", 2);
  const foot = a4.height - mm(18) - smallSide;
  marks.push({ kind: "code", text, x: a4.width - mm(18) - smallSide, y: foot, side: smallSide });
  const hints = [
    "Đặt tờ này ngay trước trang đầu, mặt có mã hướng lên, rồi quét cùng xấp giấy.",
    "Tờ phân cách không tính là trang của văn bản nào. In đúng cỡ 100%, không in hai mặt.",
  ];
  let line = foot + smallSide - mm(12);
  const narrow = a4.width - mm(18) * 2 - smallSide - mm(6);
  for (const hint of hints.flatMap((one) => breakLines(one, narrow, { size: 11, face: "italic" }, measure))) {
    marks.push({ kind: "text", text: hint, x: mm(18), y: line, size: 11, face: "italic" });
    line += 14;
  }
  return { ...a4, marks };
}

/** The greatest size at which a code stands in one line. */
function fitting(text: string, measure: Measure): number {
  return [44, 36, 30, 24, 20].find((size) => measure(text, size, "bold") <= frame.width) ?? 16;
}
