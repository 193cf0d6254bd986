import { Type } from "typebox";

/** A group as a sheet lists it; what it means is for `shared/inventory/scheme-lines.ts` to say. */
const schemeLineSchema = Type.Object({
  row: Type.Integer(),
  notation: Type.String({ maxLength: 2000 }),
  title: Type.String({ maxLength: 2000 }),
  parent: Type.String({ maxLength: 2000 }),
  note: Type.String({ maxLength: 2000 }),
});

/** No scheme has more groups than this; a longer sheet is none. */
export const mostSchemeLines = 5000;

const linesSchema = Type.Array(schemeLineSchema, { maxItems: mostSchemeLines });

export const schemeCalls = {
  /**
   * The groups that a stored workbook lists, in its order; nothing is written. Faults: those of reading a workbook,
   * `workbook-no-headings` where no column of titles is found.
   */
  "scheme.read": {
    input: Type.Object({ digest: Type.String(), name: Type.String({ maxLength: 255 }) }),
    output: Type.Object({ lines: linesSchema }),
  },
  /** Makes a workbook of these groups, or an empty one to fill in, and stores it. */
  "scheme.sheet": {
    input: Type.Object({ title: Type.String({ maxLength: 300 }), lines: linesSchema }),
    output: Type.Object({ digest: Type.String(), size: Type.Integer() }),
  },
} as const;
