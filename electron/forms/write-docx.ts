import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { motto, nation, upper } from "#shared/forms/form-words.ts";
import { a4, mm } from "#shared/forms/sheet.ts";

/* Word counts lengths in twentieths of a point, and sizes of letters in halves of one. */
const twips = (points: number) => Math.round(points * 20);

export type DocxType = { size: number; bold?: boolean; italics?: boolean };

const bodyStyle = "Body";

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** A paragraph of one look; each line of the text is one. `before` and `after` are points. */
export function paragraph(
  text: string,
  type: DocxType,
  place: { align?: keyof typeof alignments; before?: number; after?: number; keep?: boolean } = {},
): Paragraph {
  const { size, ...face } = type;
  return new Paragraph({
    style: bodyStyle,
    alignment: alignments[place.align ?? "left"],
    spacing: { before: twips(place.before ?? 0), after: twips(place.after ?? 0) },
    keepNext: place.keep ?? false,
    children: text
      .split("\n")
      .map(
        (line, at) => new TextRun({ text: line, size: size * 2, ...face, ...(at > 0 ? { break: 1 } : {}) }),
      ),
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const noBorders = { top: none, bottom: none, left: none, right: none } as const;

/** Columns side by side without lines; `shares` are their parts of `width` in points. */
export function sideBySide(columns: Paragraph[][], shares: readonly number[], width: number): Table {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => twips((share / total) * width));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          (children, at) =>
            new TableCell({
              children,
              borders: noBorders,
              width: { size: widths[at] ?? 0, type: WidthType.DXA },
            }),
        ),
      }),
    ],
  });
}

/** The head of every form: the agency at the left, Quốc hiệu and Tiêu ngữ at the right, each with its line. */
export function docxHead([parent, agency]: readonly [string, string], width: number): Table {
  const center = { align: "center" } as const;
  const line = paragraph("_________", { size: 8, bold: true }, center);
  const left = [
    ...(parent === "" ? [] : [paragraph(upper(parent), { size: 12 }, center)]),
    paragraph(upper(agency), { size: 12, bold: true }, center),
    ...(agency === "" ? [] : [line]),
  ];
  const right = [
    paragraph(nation, { size: 12, bold: true }, center),
    paragraph(motto, { size: 13, bold: true }, center),
    paragraph("______________________", { size: 8, bold: true }, center),
  ];
  const wide = Math.min(310, width * 0.6);
  return sideBySide([left, right], [width - wide, wide], width);
}

type Line = (typeof BorderStyle)["SINGLE"];
const lineStyle: Line = BorderStyle.SINGLE;
const single = { style: lineStyle, size: 4, color: "000000" } as const;

/** A table whose first rows are repeated on each page; no row is parted where it can be helped. */
export function ruledTable(options: {
  width: number;
  shares: readonly number[];
  heads: Paragraph[][];
  rows: Paragraph[][];
}): Table {
  const total = options.shares.reduce((sum, share) => sum + share, 0);
  const widths = options.shares.map((share) => twips((share / total) * options.width));
  const row = (cells: Paragraph[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            children: [cell],
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            margins: { left: 60, right: 60, top: 40, bottom: 40 },
            ...(head ? { verticalAlign: VerticalAlignTable.CENTER } : {}),
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(options.width), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      ...{ top: single, bottom: single, left: single, right: single },
      ...{ insideHorizontal: single, insideVertical: single },
    },
    rows: [
      ...options.heads.map((cells) => row(cells, true)),
      ...options.rows.map((cells) => row(cells, false)),
    ],
  });
}

/** Margins of NĐ 30/2020/NĐ-CP, the wide one where the sheets are bound. */
const margins = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) } as const;

/** Points between the margins. */
export const docxWidths = {
  upright: a4.width - margins.left - margins.right,
  across: a4.height - margins.left - margins.right,
} as const;

/** Pages that count from one, with `foot` at the left and the page at the right of each, of pages if it is alone. */
export function docxSection(
  children: readonly FileChild[],
  look: { across: boolean; foot?: string; alone?: boolean },
): ISectionOptions {
  const { across, foot, alone = false } = look;
  const width = across ? docxWidths.across : docxWidths.upright;
  const type = { size: 20, italics: true } as const;
  const pageOf = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({
        ...type,
        // The pages of one section among several are counted by Word alone; elsewhere nothing would stand there.
        children: ["Trang ", PageNumber.CURRENT, ...(alone ? ["/", PageNumber.TOTAL_PAGES] : [])],
      }),
    ],
  });
  return {
    properties: {
      page: {
        size: {
          width: twips(a4.width),
          height: twips(a4.height),
          orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          ...{ top: twips(margins.top), bottom: twips(margins.bottom) },
          ...{ left: twips(margins.left), right: twips(margins.right), footer: twips(mm(10)) },
        },
        pageNumbers: { start: 1 },
      },
    },
    ...(foot === undefined
      ? {}
      : {
          footers: {
            default: new Footer({
              children: [
                sideBySide([[paragraph(foot, { size: 10, italics: true })], [pageOf]], [4, 1], width),
              ],
            }),
          },
        }),
    children,
  };
}

/** A document of Word: Times New Roman, spoken Vietnamese. */
export async function writeDocx(
  sections: readonly ISectionOptions[],
  title: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title,
    creator: "Mục Lục",
    lastModifiedBy: "Mục Lục",
    styles: {
      default: {
        // Each section ends in an empty paragraph of this size, which must not take a page of its own.
        document: { run: { font: "Times New Roman", size: 2, language: { value: "vi-VN" } } },
      },
      paragraphStyles: [{ id: bodyStyle, name: bodyStyle, quickFormat: true, run: { size: 26 } }],
    },
    sections,
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
