import { type Static, Type } from "typebox";
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

const groupSchema = Choice(["", ...reportGroups]);

/** Leaves at a stage are those of its items; as listed, the file's own number where it states one. */
const amountSchema = Type.Object({ files: Type.Integer(), items: Type.Integer(), leaves: Type.Integer() });

const figuresSchema = Type.Object({
  /** In the order of `matrixStages`. */
  stages: Type.Array(amountSchema, { minItems: matrixStages.length, maxItems: matrixStages.length }),
  /** Items whose pages or leaves are not as many as listed. */
  odd: Type.Integer(),
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
    input: Type.Object({ place: Type.Union([matrixPlaceSchema, Type.Null()]), group: groupSchema }),
    output: matrixSchema,
  },
  /** The files or items behind one figure. */
  "matrix.list": {
    input: Type.Object({
      place: matrixPlaceSchema,
      group: groupSchema,
      stage: Choice(matrixStages),
      state: Choice(matrixStates),
      measure: Choice(matrixMeasures),
      from: Type.Integer({ minimum: 0 }),
      limit: Type.Integer({ minimum: 1, maximum: 100 }),
    }),
    output: matrixListSchema,
  },
} as const;
