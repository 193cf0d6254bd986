import { type Static, Type } from "typebox";
import { custodyPointSchema } from "#shared/archive/custody-point.ts";
import { pointRefusals } from "#shared/custody/point-list.ts";
import { Choice, Text } from "#shared/base/schema.ts";
import { madeFormSchema } from "#shared/contract/forms.ts";
import { labelPapers } from "#shared/forms/box-label.ts";

const idSchema = Type.String({ minLength: 1, maxLength: 40 });
const { kind, number } = custodyPointSchema.properties;

/** A center's point, and how many boxes and files were last seen there. */
const countedPointSchema = Type.Object({ point: custodyPointSchema, papers: Type.Integer() });

export type CountedPoint = Static<typeof countedPointSchema>;

/** The points of a center at which paper is scanned. */
export const pointCalls = {
  /** The points of this desk's unit, those that were ended too, in the order in which paper passes them. */
  "points.list": {
    input: Type.Object({}),
    output: Type.Object({ points: Type.Array(countedPointSchema) }),
  },
  /** Adds a point (empty `id`) or changes what one is called; what happened there keeps the name it had then. */
  "points.save": {
    input: Type.Object({ id: Text(40), kind, name: Text(60), number }),
    output: Type.Object({ refusal: Choice(["", ...pointRefusals]) }),
  },
  /** Ends a point with a reason; nothing that happened there changes. */
  "points.end": {
    input: Type.Object({ id: idSchema, reason: Type.String({ minLength: 1, maxLength: 500 }) }),
    output: Type.Object({}),
  },
  /** Takes an ended point into use again. */
  "points.resume": {
    input: Type.Object({ id: idSchema }),
    output: Type.Object({ refusal: Choice(["", ...pointRefusals]) }),
  },
  /** Labels of the points in use, or of one alone, to put up where they are. */
  "points.labels": {
    input: Type.Object({ id: Text(40), paper: Choice(labelPapers) }),
    output: madeFormSchema,
  },
} as const;
