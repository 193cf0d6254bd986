import { columnName } from "#shared/inventory/cell-name.ts";
import { escape } from "./escape-xml.ts";
import type { Part } from "./pack-parts.ts";

/** A comment at a cell: column from 0, row from 1. */
export type CellComment = { column: number; row: number; text: string };

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What the sheet itself says of its comments, before it ends. */
export const legacyDrawing = '<legacyDrawing r:id="rIdDrawing"/>';

/**
 * The parts that carry the comments of a sheet: their texts, the boxes they show in (Excel knows none without a VML
 * drawing), and what ties both to the sheet.
 */
export function commentParts(sheet: number, comments: readonly CellComment[]): Part[] {
  if (comments.length === 0) return [];
  return [
    {
      path: `xl/worksheets/_rels/sheet${sheet}.xml.rels`,
      text: `${declaration}<Relationships xmlns="${packages}"><Relationship Id="rIdDrawing" Type="${office}/vmlDrawing" Target="../drawings/vmlDrawing${sheet}.vml"/><Relationship Id="rIdComments" Type="${office}/comments" Target="../comments${sheet}.xml"/></Relationships>`,
    },
    { path: `xl/comments${sheet}.xml`, text: textsOf(comments) },
    { path: `xl/drawings/vmlDrawing${sheet}.vml`, text: boxesOf(sheet, comments) },
  ];
}

function* textsOf(comments: readonly CellComment[]): Generator<string> {
  yield `${declaration}<comments xmlns="${main}"><authors><author>Mục Lục</author></authors><commentList>`;
  for (const { column, row, text } of comments) {
    yield `<comment ref="${columnName(column)}${row}" authorId="0"><text><r><rPr><sz val="10"/><rFont val="Tahoma"/><family val="2"/></rPr><t xml:space="preserve">${escape(text)}</t></r></text></comment>`;
  }
  yield "</commentList></comments>";
}

function* boxesOf(sheet: number, comments: readonly CellComment[]): Generator<string> {
  yield `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheet}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
  for (const [at, { column, row, text }] of comments.entries()) {
    const lines = text.split("\n").reduce((sum, line) => sum + Math.ceil(line.length / 40), 1);
    // Left column and offset, top row and offset, right, bottom: a box beside the cell, as high as its text.
    const anchor = [column + 1, 12, Math.max(0, row - 2), 4, column + 5, 12, row - 1 + lines, 4].join(", ");
    yield `<v:shape id="_x0000_s${sheet * 1024 * 64 + at + 1}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  }
  yield "</xml>";
}
