import type { ArchiveFile } from "#shared/archive/file.ts";
import { writeDate } from "#shared/archive/date-text.ts";
import { breakLines } from "#shared/forms/break-lines.ts";
import { centred, centredLines } from "#shared/forms/draw-head.ts";
import { retentionName, upper } from "#shared/forms/form-words.ts";
import { fileNumber } from "#shared/forms/place-order.ts";
import { a4, type Face, type Mark, type Measure, mm, type Sheet } from "#shared/forms/sheet.ts";

/** What a cover says of its fonds. */
export type CoverWords = { parent: string; agency: string; fondsName: string; fondsCode: string };

const page = { x: mm(25), width: a4.width - mm(45), top: mm(25), bottom: a4.height - mm(25) } as const;

/**
 * The cover of a file, to print on A4 or to paste on a folder, with the entries of TCVN 9251:2012: agency, title, dates,
 * number of leaves, retention, and the numbers of fonds, inventory and file. What is not known is left to be written.
 */
export function drawCover(file: ArchiveFile, words: CoverWords, measure: Measure): Sheet {
  const region = { x: page.x, width: page.width };
  const marks: Mark[] = [];
  let y = page.top + 13;
  const put = (text: string, size: number, face: Face, room = 0) => {
    const lines = centredLines(text, region, y, { size, face }, measure);
    marks.push(...lines.marks);
    y = lines.next + room;
  };
  put(upper(words.parent), 13, "regular");
  put(upper(words.agency), 13, "bold");
  const middle = page.x + page.width / 2;
  marks.push({ kind: "line", x1: middle - 50, x2: middle + 50, y1: y - 10, y2: y - 10, width: 0.75 });
  y += 8;
  put(words.fondsName, 13, "italic");
  y = a4.height * 0.25;
  put("HỒ SƠ", 36, "bold", 16);
  y = putTitle(file.title, y, marks, measure);
  y = Math.max(y + 24, a4.height * 0.6);
  const [start, end] = [file.startDate, file.endDate].map((date) => (date === "" ? dots : writeDate(date)));
  put(`Từ ngày: ${start ?? dots}   đến ngày: ${end ?? dots}`, 14, "regular", 8);
  put(`Gồm: ${file.leafCount === 0 ? dots : file.leafCount} tờ`, 14, "regular");
  const left = { kind: "text", x: page.x, size: 14, face: "regular" } as const;
  const base = page.bottom - 3 * 24;
  const numbers = [
    `Phông số: ${words.fondsCode === "" ? dots : words.fondsCode}`,
    `Mục lục số: ${file.inventory === "" ? dots : file.inventory}`,
    `Hồ sơ số: ${fileNumber(file) === "" ? dots : fileNumber(file)}`,
  ];
  for (const [at, text] of numbers.entries()) marks.push({ ...left, text, y: base + at * 24 });
  const half = { x: page.x + page.width / 2, width: page.width / 2 };
  const name = retentionName(file.retention);
  marks.push(centred("THỜI HẠN BẢO QUẢN", half, base + 12, { size: 13, face: "bold" }, measure));
  marks.push(centred(name === "" ? dots : upper(name), half, base + 36, { size: 16, face: "bold" }, measure));
  return { ...a4, marks };
}

const dots = "……………";

/** The title as large as it may be: long ones in smaller letters, so that it stays above the dates. */
function putTitle(title: string, top: number, marks: Mark[], measure: Measure): number {
  const region = { x: page.x, width: page.width };
  const room = a4.height * 0.58 - top;
  for (const size of [18, 16, 14, 12, 10]) {
    const lines = breakLines(title, region.width, { size, face: "bold" }, measure);
    if (lines.length * size * 1.2 > room && size > 10) continue;
    const drawn = centredLines(title, region, top, { size, face: "bold" }, measure);
    marks.push(...drawn.marks);
    return drawn.next;
  }
  return top;
}
