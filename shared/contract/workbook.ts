import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { columnFields } from "#shared/inventory/column-field.ts";

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
  "group-not-known",
  "group-not-one",
  "too-long",
  "legacy-font",
  "formula-no-value",
  "file-not-named",
  "secret",
  "already-listed",
] as const;

/** The controlled lists that free text of a sheet is read into. */
export const codeLists = ["retention", "access", "language", "condition", "type"] as const;

export const rowProblemSchema = Type.Object({
  /** Sheet and row as Excel counts them, from 1. */
  sheet: Type.String(),
  row: Type.Integer(),
  /** The cell as Excel names it (`F12`); empty when the row as a whole is meant. */
  cell: Type.String(),
  /** Heading of the column as the sheet writes it; empty when the row as a whole is meant. */
  column: Type.String(),
  code: Choice(rowProblemCodes),
  /** An error keeps the row out; a warning only says what was read otherwise or left empty. */
  severity: Choice(["error", "warning"]),
  /** What stands in the cell. */
  found: Type.String(),
  /** The list that `code-not-known` means. */
  list: Type.Optional(Choice(codeLists)),
});

export type RowProblem = Static<typeof rowProblemSchema>;

const columnChoice = Choice(["", ...columnFields]);

/** A column of a sheet under its headings, with what stands in it and the field it is read as; "" for none. */
const columnSchema = Type.Object({
  heading: Type.String(),
  samples: Type.Array(Type.String()),
  field: columnChoice,
});

export type SheetColumn = Static<typeof columnSchema>;

/** A field of a listed record that the sheet says otherwise. */
export const fieldChangeSchema = Type.Object({
  /** Names the change when the person leaves it out: `<record id>.<field>`. */
  key: Type.String(),
  collection: Choice(["files", "items"]),
  sheet: Type.String(),
  row: Type.Integer(),
  /** The file's code, for an item with its ordinal: `H05.02.2015.12 · 3`. */
  label: Type.String(),
  field: Type.String(),
  was: Type.String(),
  becomes: Type.String(),
  /** True where a person changed the field since it was imported, or wrote it without an import. */
  conflict: Type.Boolean(),
});

export type FieldChange = Static<typeof fieldChangeSchema>;

/** A value no list has: what it is read as once a person confirms it; `proposed` is the nearest code or "". */
const unknownCodeSchema = Type.Object({
  list: Choice(codeLists),
  value: Type.String(),
  count: Type.Integer(),
  proposed: Type.String(),
});

export type UnknownCode = Static<typeof unknownCodeSchema>;

const refused = { sheet: Type.String(), row: Type.Integer(), label: Type.String(), batch: Type.String() };

/** Rows that stay out, for they would change what an accepted batch (its number) holds; the first, and how many. */
const acceptedRows = { accepted: Type.Array(Type.Object(refused)), acceptedInAll: Type.Integer() };

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
      columns: Type.Array(columnSchema),
      /** True where the columns are as a person chose them for a sheet with the same headings. */
      remembered: Type.Boolean(),
    }),
  ),
  files: Type.Integer(),
  items: Type.Integer(),
  /** Rows kept out by an error. */
  refusedRows: Type.Integer(),
  /** Rows that add nothing, for they are already listed. */
  skippedRows: Type.Optional(Type.Integer()),
  accepted: Type.Optional(acceptedRows.accepted),
  acceptedInAll: Type.Optional(acceptedRows.acceptedInAll),
  /** Marks of secrecy that will be recorded as excluded. */
  exclusions: Type.Integer(),
  problems: Type.Array(rowProblemSchema),
  /** How many problems there are in all. */
  errors: Type.Integer(),
  warnings: Type.Integer(),
  /** True where `problems` are the first 2,000 of more; `workbook.problemRows` has them all. */
  more: Type.Boolean(),
  /** The first 2,000 differences to what is listed. */
  changes: Type.Array(fieldChangeSchema),
  changesInAll: Type.Integer(),
  conflictsInAll: Type.Integer(),
  unknownCodes: Type.Array(unknownCodeSchema),
  /** Texts in an encoding from before Unicode, as they stand and as they would be read. */
  legacy: Type.Object({
    cells: Type.Integer(),
    samples: Type.Array(Type.Object({ cell: Type.String(), before: Type.String(), after: Type.String() })),
  }),
  /** True where the workbook carries macros: they are not looked at. */
  macros: Type.Boolean(),
  preview: Type.Array(
    Type.Object({ code: Type.String(), title: Type.String(), items: Type.Integer(), dates: Type.String() }),
  ),
});

export type WorkbookReport = Static<typeof workbookReportSchema>;

/** One workbook that was written into a fonds. */
export const pastImportSchema = Type.Object({
  token: Type.String(),
  name: Type.String(),
  /** ISO 8601. */
  at: Type.String(),
  by: Type.String(),
  /** `writing`: it was cut short; the same workbook again goes on with it. */
  state: Choice(["writing", "written", "undone"]),
  files: Type.Integer(),
  items: Type.Integer(),
  /** Records of which fields were changed. */
  changed: Type.Integer(),
  exclusions: Type.Integer(),
});

export type PastImport = Static<typeof pastImportSchema>;

const byToken = Type.Object({ token: Type.String() });

const stored = Type.Object({ digest: Type.String(), size: Type.Integer() });

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
      /** What the columns of a sheet hold, where a person chose; kept for sheets with the same headings. */
      mapping: Type.Optional(
        Type.Array(
          Type.Object({
            sheet: Type.String(),
            /** Field of each column from the first; absent to forget what was chosen before. */
            columns: Type.Optional(Type.Array(columnChoice, { maxItems: 256 })),
          }),
          { maxItems: 100 },
        ),
      ),
      /** Codes that a person confirmed for values no list has; kept. An empty code keeps the value in the note. */
      codes: Type.Optional(
        Type.Array(
          Type.Object({
            list: Choice(codeLists),
            value: Type.String({ maxLength: 200 }),
            code: Type.String({ maxLength: 2 }),
          }),
          { maxItems: 2000 },
        ),
      ),
      /** True to leave texts in old encodings as they stand. */
      keepLegacy: Type.Optional(Type.Boolean()),
    }),
    output: workbookReportSchema,
  },
  /** Some of the problems of a dry run in the order of their rows, from the `from`th of those of a severity. */
  "workbook.problemRows": {
    input: Type.Object({
      token: Type.String(),
      severity: Type.Optional(rowProblemSchema.properties.severity),
      from: Type.Integer({ minimum: 0 }),
      count: Type.Integer({ minimum: 1, maximum: 2000 }),
    }),
    output: Type.Object({ problems: Type.Array(rowProblemSchema) }),
  },
  /** Writes what a dry run read; rows with an error stay out. */
  "workbook.write": {
    input: Type.Object({
      token: Type.String(),
      /** The person saw texts in old encodings as they will be read, and agrees. */
      legacyConfirmed: Type.Optional(Type.Boolean()),
      /** Whether differences to listed records are written: those without a conflict, and those with one. */
      updates: Type.Optional(Type.Boolean()),
      conflicts: Type.Optional(Type.Boolean()),
      /** Changes by key for which the answer is the other one. */
      except: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 20_000 })),
    }),
    output: Type.Object({
      files: Type.Integer(),
      items: Type.Integer(),
      /** Records of which fields were changed. */
      changed: Type.Integer(),
      exclusions: Type.Integer(),
      ...acceptedRows,
    }),
  },
  /** Makes a workbook of the rows that were read with every problem as a comment at its cell, to give back. */
  "workbook.problems": {
    input: Type.Object({ token: Type.String(), language: Choice(["vi", "en"]) }),
    output: stored,
  },
  /** Lets a dry run go; a workbook whose rows bear a mark of secrecy is destroyed with it, as it is once written. */
  "workbook.dismiss": { input: byToken, output: Type.Object({}) },
  /** What was imported into a fonds on this device, newest first. */
  "workbook.imports": {
    input: Type.Object({ fondsId: Type.String() }),
    output: Type.Object({ imports: Type.Array(pastImportSchema) }),
  },
  /**
   * Takes an import back: what it made is withdrawn with `reason`, what it changed is restored. What was edited, put
   * into a batch or captured since stays, and is counted in `kept`.
   */
  "workbook.undo": {
    input: Type.Object({ ...byToken.properties, reason: Type.String({ minLength: 1, maxLength: 500 }) }),
    output: Type.Object({
      ...{ withdrawn: Type.Integer(), restored: Type.Integer(), kept: Type.Integer() },
      /** What stays, for an accepted batch holds it; once that is opened, the import can be taken back again. */
      accepted: Type.Array(Type.Object({ label: Type.String(), batch: Type.String() })),
      acceptedInAll: Type.Integer(),
    }),
  },
  /** Makes an empty workbook in a layout and stores it: an object to save or open. */
  "workbook.template": {
    input: Type.Object({ layout: Choice(workbookLayouts) }),
    output: stored,
  },
} as const;

/** How far the reading or writing of a workbook is, in rows; `total` 0 while it is not known. */
export const workbookProgressSchema = Type.Object({
  step: Choice(["reading", "planning", "writing"]),
  done: Type.Integer(),
  total: Type.Integer(),
});
