import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Box } from "#shared/archive/box.ts";
import { fondsLine } from "#shared/forms/fonds-line.ts";
import { writeBoxMark } from "#shared/forms/box-mark.ts";
import { breakLines } from "#shared/forms/break-lines.ts";
import { yearsOf } from "#shared/forms/dates-covered.ts";
import { upper } from "#shared/forms/form-words.ts";
import { filesByBox } from "#shared/forms/files-by-box.ts";
import { fileNumber } from "#shared/forms/place-order.ts";
import { a4, type Face, type Mark, type Measure, mm, type Sheet } from "#shared/forms/sheet.ts";

/** What a box's label says (as on the boxes of TCVN 9252:2012). */
export type BoxLabel = {
  agency: string;
  fondsName: string;
  fondsCode: string;
  inventory: string;
  box: string;
  /** First and last file in the box; equal where it holds one. */
  firstFile: string;
  lastFile: string;
  files: number;
  years: string;
  /** Where it stands, as its files say, or its own record where they say nothing; several are named one by one. */
  place: string;
};

/** Sheets of labels: eight of 99 × 67.7 mm on A4, or one of 100 × 75 mm for a label printer. */
export const labelPapers = ["a4", "thermal"] as const;
export type LabelPaper = (typeof labelPapers)[number];

/** A label for each box that the files stand in, in order of inventory and box; files in no box have none. */
export function boxLabels(
  files: readonly ArchiveFile[],
  fonds: { agency: string; name: string; code: string },
  written: readonly Box[],
): BoxLabel[] {
  return filesByBox(files, written).map(({ inventory, box, files: held, place }): BoxLabel => {
    const [first, last] = [held[0], held.at(-1)];
    return {
      ...{ agency: fonds.agency, fondsName: fonds.name, fondsCode: fonds.code },
      ...{ inventory, box, place },
      firstFile: first ? fileNumber(first) : "",
      lastFile: last ? fileNumber(last) : "",
      files: held.length,
      years: yearsOf(held),
    };
  });
}

type Frame = { x: number; y: number; width: number; height: number };

/** Pages of labels, in the order of the labels. */
export function* drawLabels(
  labels: readonly BoxLabel[],
  paper: LabelPaper,
  measure: Measure,
): Generator<Sheet> {
  if (paper === "thermal") {
    const [width, height] = [mm(100), mm(75)];
    for (const label of labels) {
      const frame = { x: mm(3), y: mm(3), width: width - mm(6), height: height - mm(6) };
      yield { width, height, marks: drawLabel(label, frame, measure) };
    }
    return;
  }
  const [across, down] = [2, 4];
  const [width, height] = [mm(99.1), mm(67.7)];
  for (let at = 0; at < labels.length; at += across * down) {
    const marks = labels.slice(at, at + across * down).flatMap((label, index) => {
      const column = index % across;
      const row = Math.floor(index / across);
      const x = mm(4.65) + column * (width + mm(2.5));
      const y = mm(13.1) + row * height;
      const inner = { x: x + mm(4), y: y + mm(4), width: width - mm(8), height: height - mm(8) };
      return [...cutMarks({ x, y, width, height }), ...drawLabel(label, inner, measure)];
    });
    yield { ...a4, marks };
  }
}

function drawLabel(label: BoxLabel, frame: Frame, measure: Measure): Mark[] {
  const marks: Mark[] = [];
  const side = mm(27);
  const narrow = frame.width - side - mm(3);
  let y = frame.y;
  const put = (text: string, size: number, face: Face, width: number, most = 2) => {
    const type = { size, face };
    const lines = breakLines(text, width, type, measure);
    const shown = lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1] ?? ""}…`] : lines;
    for (const line of shown) {
      y += size * 1.18;
      marks.push({ kind: "text", text: line, x: frame.x, y, ...type });
    }
  };
  if (label.agency !== "") put(upper(label.agency), 10.5, "bold", frame.width);
  put(fondsLine(label.fondsName), 10, "regular", frame.width);
  put(`Phông số: ${label.fondsCode}`, 10, "regular", frame.width, 1);
  y += 4;
  marks.push({ kind: "line", x1: frame.x, x2: frame.x + frame.width, y1: y, y2: y, width: 0.5 });
  y += 3;
  const top = y;
  put(`Mục lục số: ${label.inventory === "" ? "……" : label.inventory}`, 13, "bold", narrow);
  put("HỘP SỐ", 13, "bold", narrow);
  put(label.box, fitting(label.box, narrow, measure), "bold", narrow, 1);
  y += 3;
  const span =
    label.firstFile === label.lastFile
      ? `Hồ sơ số: ${label.firstFile}`
      : `Từ hồ sơ số: ${label.firstFile} đến ${label.lastFile}`;
  put(span, 11, "regular", narrow);
  const years = label.years === "" ? "" : `, năm ${label.years}`;
  put(`${label.files} hồ sơ${years}`, 11, "regular", narrow);
  const beside = { x: frame.x + frame.width - side, width: side };
  const codeTop = frame.y + frame.height - side;
  marks.push(...drawPlace(label.place, { ...beside, y: top, height: codeTop - top }, measure));
  marks.push({ kind: "code", text: writeBoxMark(label), x: beside.x, y: codeTop, side });
  return marks;
}

/** Where the box stands, in the column above the code, in as many lines as there is room for. */
function drawPlace(place: string, { x, y, width, height }: Frame, measure: Measure): Mark[] {
  const type = { size: 9, face: "regular" } as const;
  const step = type.size * 1.18;
  const most = Math.max(1, Math.floor(height / step));
  const lines = place === "" ? [] : breakLines(place, width, type, measure);
  const shown = lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1] ?? ""}…`] : lines;
  return shown.map((text, at): Mark => ({ kind: "text", text, x, y: y + step * (at + 1), ...type }));
}

/** The greatest size at which a box's number stands in one line. */
function fitting(text: string, width: number, measure: Measure): number {
  return [40, 32, 26, 20, 15].find((size) => measure(text, size, "bold") <= width) ?? 11;
}

/** Short lines at the corners: where to cut when the sheet is not of labels already cut. */
function cutMarks({ x, y, width, height }: Frame): Mark[] {
  const arm = mm(2);
  const corners = [
    [x, y, 1, 1],
    [x + width, y, -1, 1],
    [x, y + height, 1, -1],
    [x + width, y + height, -1, -1],
  ] as const;
  return corners.flatMap(([cx, cy, sx, sy]): Mark[] => [
    { kind: "line", x1: cx, x2: cx + arm * sx, y1: cy, y2: cy, width: 0.25 },
    { kind: "line", x1: cx, x2: cx, y1: cy, y2: cy + arm * sy, width: 0.25 },
  ]);
}
