import { type Static, Type } from "typebox";
import { stations } from "#shared/archive/note.ts";
import { reportGroups } from "#shared/archive/report-row.ts";
import { Choice } from "#shared/base/schema.ts";
import { matrixMeasures, matrixStages } from "#shared/completeness/stages.ts";

/** The levels of the matrix from the widest; what is below a place is counted by the level it names. */
const matrixSteps = ["units", "fonds", "boxes", "files", "items"] as const;

/** Where one stands in the matrix: fields below its step are empty. A box may be empty: files that lie in none. */
export const matrixPlaceSchema = Type.Object({
  step: Choice(matrixSteps),
  scope: Type.String({ maxLength: 24 }),
  fondsId: Type.String({ maxLength: 40 }),
  inventory: Type.String({ maxLength: 40 }),
  box: Type.String({ maxLength: 40 }),
  fileId: Type.String({ maxLength: 40 }),
});

export type MatrixPlace = Static<typeof matrixPlaceSchema>;

export const matrixLevels = ["", "district", "commune"] as const;

/** All files; those in which something lacks or waits to be mended; those that are kept back. */
export const matrixOnly = ["", "red", "held"] as const;

/** What the matrix is narrowed by besides its place. The group is each item's own; of a file without items the file's. */
export const matrixNarrowSchema = Type.Object({
  group: Choice(["", ...reportGroups]),
  level: Choice(matrixLevels),
  only: Choice(matrixOnly),
});

export type MatrixNarrow = Static<typeof matrixNarrowSchema>;

/** Leaves at a stage are those of its items; as listed, the file's own number where it states one. */
const amountSchema = Type.Object({ files: Type.Integer(), items: Type.Integer(), leaves: Type.Integer() });

const figuresSchema = Type.Object({
  /** In the order of `matrixStages`. */
  stages: Type.Array(amountSchema, { minItems: matrixStages.length, maxItems: matrixStages.length }),
  /** Items whose pages or leaves are not as many as listed. */
  odd: Type.Integer(),
  /** What was sent back to an earlier station and is not closed; of a batch as a whole it counts among units alone. */
  corrections: Type.Integer(),
});

const matrixRowSchema = Type.Object({
  ...figuresSchema.properties,
  label: Type.String(),
  title: Type.String(),
  /** Of a unit alone. */
  level: Choice(["", "district", "commune"]),
  /** What lies behind the row; of an item, its file. */
  place: matrixPlaceSchema,
});

export type MatrixRow = Static<typeof matrixRowSchema>;
export type MatrixFigures = Static<typeof figuresSchema>;

export const matrixSchema = Type.Object({
  place: matrixPlaceSchema,
  rows: Type.Array(matrixRowSchema),
  /** The rows that lead down to the place, the first first, each with the level at which it is shown. */
  path: Type.Array(
    Type.Object({
      step: Choice(matrixSteps),
      label: Type.String(),
      title: Type.String(),
      place: matrixPlaceSchema,
    }),
  ),
  /** Of all rows, those not sent included. */
  total: figuresSchema,
  /** Rows that are not sent, to keep the answer short. */
  more: Type.Integer(),
});

export type Matrix = Static<typeof matrixSchema>;

/** At a stage; not at it; captured but not at it; with other pages or leaves than listed. */
export const matrixStates = ["has", "lacks", "next", "odd"] as const;

export const matrixListSchema = Type.Object({
  total: Type.Integer(),
  rows: Type.Array(
    Type.Object({ id: Type.String(), fileId: Type.String(), label: Type.String(), title: Type.String() }),
  ),
});

/** The completeness matrix of what the desk holds. */
export const completenessCalls = {
  /** What is below a place, each by stage; without a place the person's own unit. */
  "matrix.count": {
    input: Type.Object({
      place: Type.Union([matrixPlaceSchema, Type.Null()]),
      narrow: matrixNarrowSchema,
    }),
    output: matrixSchema,
  },
  /** The files or items behind one figure. */
  "matrix.list": {
    input: Type.Object({
      place: matrixPlaceSchema,
      narrow: matrixNarrowSchema,
      stage: Choice(matrixStages),
      state: Choice(matrixStates),
      measure: Choice(matrixMeasures),
      from: Type.Integer({ minimum: 0 }),
      limit: Type.Integer({ minimum: 1, maximum: 100 }),
    }),
    output: matrixListSchema,
  },
  /** The open corrections behind the figure of a place, the longest open first. */
  "matrix.corrections": {
    input: Type.Object({
      place: matrixPlaceSchema,
      narrow: matrixNarrowSchema,
      from: Type.Integer({ minimum: 0 }),
      limit: Type.Integer({ minimum: 1, maximum: 100 }),
    }),
    output: Type.Object({
      total: Type.Integer(),
      rows: Type.Array(
        Type.Object({
          ...{ id: Type.String(), batchId: Type.String(), batch: Type.String(), station: Choice(stations) },
          /** What is to be mended; empty where it is the batch as a whole. */
          label: Type.String(),
          ...{ text: Type.String(), by: Type.String(), at: Type.String() },
        }),
      ),
    }),
  },
} as const;
