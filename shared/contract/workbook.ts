import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";

/** The layouts an inventory comes in (see `shared/inventory`). */
export const workbookLayouts = ["contractor-46", "file-inventory", "item-inventory"] as const;

export const rowProblemCodes = [
  "empty-title",
  "empty-code",
  "code-twice",
  "ordinal-twice",
  "ordinal-missing",
  "date-not-read",
  "number-not-read",
  "code-not-known",
  "too-long",
  "legacy-font",
  "formula-no-value",
  "file-not-named",
  "secret",
  "already-listed",
] as const;

export const rowProblemSchema = Type.Object({
  /** Sheet and row as Excel counts them, from 1. */
  sheet: Type.String(),
  row: Type.Integer(),
  /** Heading of the column as the sheet writes it; empty when the row as a whole is meant. */
  column: Type.String(),
  code: Choice(rowProblemCodes),
  /** An error keeps the row out; a warning only says what was read otherwise or left empty. */
  severity: Choice(["error", "warning"]),
  /** What stands in the cell. */
  found: Type.String(),
});

export type RowProblem = Static<typeof rowProblemSchema>;

export const workbookReportSchema = Type.Object({
  /** Names this reading when it is written. */
  token: Type.String(),
  sheets: Type.Array(
    Type.Object({
      name: Type.String(),
      layout: Type.Union([Choice(workbookLayouts), Type.Null()]),
      headingRow: Type.Integer(),
      rows: Type.Integer(),
      /** Headings that no field was found for. */
      unknownColumns: Type.Array(Type.String()),
    }),
  ),
  files: Type.Integer(),
  items: Type.Integer(),
  /** Rows kept out by an error. */
  refusedRows: Type.Integer(),
  /** Rows that add nothing, for they are already listed. */
  skippedRows: Type.Optional(Type.Integer()),
  problems: Type.Array(rowProblemSchema),
  /** True where the list of problems was cut at 2,000. */
  more: Type.Boolean(),
  preview: Type.Array(
    Type.Object({ code: Type.String(), title: Type.String(), items: Type.Integer(), dates: Type.String() }),
  ),
});

export type WorkbookReport = Static<typeof workbookReportSchema>;

export const workbookCalls = {
  /** The dry run: reads a stored workbook and says everything that would be written and every problem. */
  "workbook.read": {
    input: Type.Object({
      digest: Type.String(),
      name: Type.String({ maxLength: 255 }),
      /** The fonds the lines belong to. */
      fondsId: Type.String(),
      /** For a sheet of items that does not name its file. */
      fileId: Type.Optional(Type.String()),
    }),
    output: workbookReportSchema,
  },
  /** Writes what a dry run read; rows with an error stay out. */
  "workbook.write": {
    input: Type.Object({ token: Type.String() }),
    output: Type.Object({ files: Type.Integer(), items: Type.Integer() }),
  },
  /** Makes an empty workbook in a layout and stores it: an object to save or open. */
  "workbook.template": {
    input: Type.Object({ layout: Choice(workbookLayouts) }),
    output: Type.Object({ digest: Type.String(), size: Type.Integer() }),
  },
} as const;
