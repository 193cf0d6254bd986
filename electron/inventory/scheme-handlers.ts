import { isDigest } from "#shared/base/digest.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { mostSchemeLines, type schemeCalls } from "#shared/contract/scheme.ts";
import { cellsOfLine, lastSchemeColumn, schemeHeadings } from "#shared/inventory/scheme-sheet.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { schemeInThread } from "./read-in-thread.ts";
import { type CellToWrite, writeWorkbook } from "./write-workbook.ts";

/** Longest text that is handed over of a cell: what is longer is refused there for being too long. */
const cellLength = 2000;

/** Classification schemes in and out as workbooks. */
export function schemeHandlers({
  objects,
}: {
  objects: ObjectStore;
}): Pick<DeskHandlers, keyof typeof schemeCalls> {
  return {
    async "scheme.read"({ digest, name }) {
      if (!isDigest(digest) || (await objects.size(digest)) === undefined)
        throw new DeskFault("object-missing", { detail: digest });
      const lines = await objects.opened(digest, (path) => schemeInThread(path, name, mostSchemeLines));
      const cut = (text: string) => text.slice(0, cellLength);
      return {
        lines: lines.map(({ row, notation, title, parent, note }) => {
          return { row, notation: cut(notation), title: cut(title), parent: cut(parent), note: cut(note) };
        }),
      };
    },
    async "scheme.sheet"({ title, lines }) {
      const head: CellToWrite[][] = [
        [{ heading: "PHƯƠNG ÁN PHÂN LOẠI TÀI LIỆU" }],
        [{ heading: title }],
        schemeHeadings.map(({ heading }) => ({ heading })),
      ];
      const bytes = await writeWorkbook([
        {
          name: "Phương án phân loại",
          rows: [...head, ...lines.map(cellsOfLine)],
          widths: schemeHeadings.map(({ width }) => width),
          merged: [`A1:${lastSchemeColumn}1`, `A2:${lastSchemeColumn}2`],
          frozenRows: head.length,
        },
      ]);
      return await objects.put(bytes);
    },
  };
}
