import { breakLines } from "#shared/forms/break-lines.ts";
import { centred, centredLines, drawHead, type Region } from "#shared/forms/draw-head.ts";
import { type ListForm, listFoot } from "#shared/forms/list-form.ts";
import { paginate, type Piece } from "#shared/forms/paginate.ts";
import { a4, type Mark, type Measure, mm, type Sheet } from "#shared/forms/sheet.ts";

/** A4 on its side; margins as NĐ 30/2020/NĐ-CP, the wide one where the sheets are bound. */
const paper = { width: a4.height, height: a4.width } as const;
const margin = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) } as const;
const body: Region & { top: number; bottom: number } = {
  x: margin.left,
  width: paper.width - margin.left - margin.right,
  top: margin.top,
  bottom: paper.height - margin.bottom,
};
const cellPadding = { side: 3, block: 6 } as const;
/** Height between two lines, to the size of the letters. */
const leading = 1.2;
const signatureRoom = 58;
const usualHeadSize = 12;

/** Pages of one list before they are drawn: how many there are is known, and so can stand on each. */
export type PlannedList = { list: ListForm; pages: Piece[][] };

/** Breaks a list's rows into lines and lays them on pages. */
export function planList(list: ListForm, measure: Measure): PlannedList {
  const type = { size: list.size, face: "regular" } as const;
  const widths = columnWidths(list);
  const rows = list.rows.map((row) =>
    row.map((text, column) => breakLines(text, (widths[column] ?? 0) - cellPadding.side * 2, type, measure)),
  );
  const head = drawTableHead(list, 0, measure).height;
  const next = body.bottom - body.top - head;
  const pages = paginate(rows, {
    first: body.bottom - drawOpening(list, measure).bottom - head,
    next,
    foot: drawFoot(list, 0, measure).height,
    lineHeight: list.size * leading,
    padding: cellPadding.block,
  });
  return { list, pages };
}

/** The pages of a planned list, one after another: headings on each, the foot under the last row. */
export function* drawList({ list, pages }: PlannedList, measure: Measure): Generator<Sheet> {
  let written = 0;
  for (const [at, pieces] of pages.entries()) {
    const opening = at === 0 ? drawOpening(list, measure) : { marks: [], bottom: body.top };
    const head = drawTableHead(list, opening.bottom, measure);
    const marks: Mark[] = [...opening.marks, ...head.marks];
    let y = opening.bottom + head.height;
    for (const piece of pieces) {
      marks.push(...drawPiece(list, piece, y, measure));
      y += piece.height;
    }
    written += pieces.filter((piece, index) => piece.row !== lastRowBefore(pages, at, index)).length;
    if (at === pages.length - 1) {
      if (written !== list.rows.length)
        throw new Error(`${written} of ${list.rows.length} rows were laid out`);
      marks.push(...drawFoot(list, y, measure).marks);
    }
    marks.push(...drawRunningFoot(list, at + 1, pages.length, measure));
    yield { ...paper, marks };
  }
}

/** Row of the piece before this one, so that a row in several pieces is counted once. */
function lastRowBefore(pages: readonly Piece[][], page: number, index: number): number | undefined {
  return index > 0 ? pages[page]?.[index - 1]?.row : pages[page - 1]?.at(-1)?.row;
}

function columnWidths({ columns }: ListForm): number[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (share / total) * body.width);
}

function drawOpening(list: ListForm, measure: Measure): { marks: Mark[]; bottom: number } {
  const head = drawHead(list.agencies, { x: body.x, y: body.top, width: body.width }, measure);
  const marks = [...head.marks];
  const title = centredLines(list.title, body, head.bottom + 30, { size: 14, face: "bold" }, measure);
  marks.push(...title.marks);
  let y = title.next + 2;
  for (const fact of list.facts) {
    const lines = centredLines(fact, body, y, { size: 13, face: "regular" }, measure);
    marks.push(...lines.marks);
    y = lines.next + 2;
  }
  return { marks, bottom: y };
}

function drawTableHead(list: ListForm, top: number, measure: Measure): { marks: Mark[]; height: number } {
  const widths = columnWidths(list);
  const size = list.headSize ?? usualHeadSize;
  const step = size * leading;
  const type = { size, face: "bold" } as const;
  const headings = list.columns.map(({ heading }, at) =>
    breakLines(heading, (widths[at] ?? 0) - cellPadding.side * 2, type, measure),
  );
  const tall = Math.max(...headings.map((lines) => lines.length)) * step + cellPadding.block;
  const small = 11 * leading + 4;
  const marks: Mark[] = [];
  let x = body.x;
  for (const [at, lines] of headings.entries()) {
    const region = { x, width: widths[at] ?? 0 };
    const start = top + (tall - lines.length * step) / 2 + size * 0.95;
    for (const [line, text] of lines.entries()) {
      marks.push(centred(text, region, start + line * step, type, measure));
    }
    const number = { size: 11, face: "italic" } as const;
    marks.push(centred(`(${at + 1})`, region, top + tall + 12.5, number, measure));
    x += region.width;
  }
  marks.push(...grid(widths, top, tall), ...grid(widths, top + tall, small));
  return { marks, height: tall + small };
}

function drawPiece(list: ListForm, piece: Piece, top: number, measure: Measure): Mark[] {
  const widths = columnWidths(list);
  const { size } = list;
  const marks: Mark[] = [];
  let x = body.x;
  for (const [column, lines] of piece.cells.entries()) {
    const region = { x, width: widths[column] ?? 0 };
    for (const [line, text] of lines.entries()) {
      if (text === "") continue;
      const y = top + cellPadding.block / 2 + size * 0.95 + line * size * leading;
      const type = { size, face: "regular" } as const;
      if (list.columns[column]?.align === "center") marks.push(centred(text, region, y, type, measure));
      else marks.push({ kind: "text", text, x: x + cellPadding.side, y, ...type });
    }
    x += region.width;
  }
  return [...marks, ...grid(widths, top, piece.height)];
}

/** The lines around and between the cells of one row. */
function grid(widths: readonly number[], top: number, height: number): Mark[] {
  const edges = [body.x];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  const right = body.x + body.width;
  const across = [top, top + height].map((y): Mark => ({
    kind: "line",
    ...{ x1: body.x, x2: right, y1: y, y2: y, width: 0.5 },
  }));
  const down = edges.map((x): Mark => ({
    kind: "line",
    ...{ x1: x, x2: x, y1: top, y2: top + height, width: 0.5 },
  }));
  return [...across, ...down];
}

/** Totals, place and date, and the room to sign: never parted. */
function drawFoot(list: ListForm, top: number, measure: Measure): { marks: Mark[]; height: number } {
  const size = 13;
  const step = size * leading;
  const marks: Mark[] = [];
  let y = top + 10 + size;
  for (const total of list.totals) {
    for (const text of breakLines(total, body.width, { size, face: "regular" }, measure)) {
      marks.push({ kind: "text", text, x: body.x, y, size, face: "regular" });
      y += step;
    }
  }
  if (list.signedBefore) return { marks, height: list.totals.length === 0 ? 0 : y - step - top };
  const right = { x: body.x + body.width - 290, width: 290 };
  y += 4;
  const { role, how, name } = list.signature;
  marks.push(centred(list.placeAndDate, right, y, { size, face: "italic" }, measure));
  marks.push(centred(role, right, y + step, { size, face: "bold" }, measure));
  marks.push(centred(how, right, y + step * 2, { size, face: "italic" }, measure));
  const signed = centredLines(name, right, y + step * 2 + signatureRoom, { size, face: "bold" }, measure);
  marks.push(...signed.marks);
  return { marks, height: Math.max(signed.next, y + step * 2 + signatureRoom) - top };
}

/** On each page: the code that matches paper and data, the rows of the list, and the page of pages. */
function drawRunningFoot(list: ListForm, page: number, pages: number, measure: Measure): Mark[] {
  const type = { size: 10, face: "italic" } as const;
  const y = paper.height - mm(12);
  const right = `Trang ${page}/${pages}`;
  const x = body.x + body.width - measure(right, type.size, type.face);
  return [
    { kind: "text", text: listFoot(list), x: body.x, y, ...type },
    { kind: "text", text: right, x, y, ...type },
  ];
}
