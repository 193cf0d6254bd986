import { type Static, Type } from "typebox";
import { pageDefects, pageVerdicts } from "#shared/archive/page.ts";
import { Choice } from "#shared/base/schema.ts";
import { qualityFindingSchema } from "#shared/rules/capture-quality.ts";
import { sequenceFindingSchema } from "#shared/rules/page-sequence.ts";

/** A page as it waits for its verdict: what is found against it, and whether a person has to accept it. */
const judgedPageSchema = Type.Object({
  id: Type.String(),
  itemId: Type.String(),
  fileId: Type.String(),
  /** Code of the item. */
  label: Type.String(),
  ordinal: Type.Integer(),
  verdict: Choice(pageVerdicts),
  must: Type.Boolean(),
  findings: Type.Array(qualityFindingSchema),
  sequence: Type.Array(sequenceFindingSchema),
});

export type JudgedPage = Static<typeof judgedPageSchema>;

/** How pages were judged by one operator, from one scanner, or of one day (`name`; empty where it is not known). */
const defectCountSchema = Type.Object({
  name: Type.String(),
  pages: Type.Integer(),
  judged: Type.Integer(),
  rejected: Type.Integer(),
  /** How many were rejected for each reason. */
  defects: Type.Array(Type.Object({ defect: Choice(pageDefects), pages: Type.Integer() })),
});

export type DefectCount = Static<typeof defectCountSchema>;

export const defectGroups = ["operator", "scanner", "day"] as const;

/** The calls about the quality of scans. */
export const qualityCalls = {
  /** The pages of a batch, those that most want a look first, and how its lot and sample stand. */
  "quality.pages": {
    input: Type.Object({ batchId: Type.String() }),
    output: Type.Object({
      pages: Type.Array(judgedPageSchema),
      lot: Type.Integer(),
      sample: Type.Integer(),
      judged: Type.Integer(),
      rejected: Type.Integer(),
      result: Choice(["", "passed", "failed"]),
    }),
  },
  /** Rejected pages counted by who scanned them, where, or when. People are `1`, `2`… in place of their names. */
  "quality.defects": {
    input: Type.Object({ group: Choice(defectGroups) }),
    output: Type.Object({ counts: Type.Array(defectCountSchema) }),
  },
  /** Rejected pages counted by who scanned them, by name. */
  "quality.operators": {
    input: Type.Object({}),
    output: Type.Object({ counts: Type.Array(defectCountSchema) }),
  },
} as const;
