import { type Static, Type } from "typebox";
import { batchSchema } from "#shared/archive/batch.ts";
import { claimRefusals, claimStands } from "#shared/archive/claim.ts";
import { claimStations, noteSchema } from "#shared/archive/note.ts";
import { Choice, Text } from "#shared/base/schema.ts";

const idSchema = Type.String({ minLength: 1, maxLength: 40 });

/** Work that a person took on, where it stands now, and what it is. */
const heldClaimSchema = Type.Object({
  note: noteSchema,
  station: Choice(claimStations),
  machine: Text(200),
  until: Text(30),
  stand: Choice(claimStands),
  batch: Type.Pick(batchSchema, ["id", "number", "name", "state"]),
  /** The code of the file; empty where it is the batch as a whole. */
  fileCode: Text(200),
  /** Of one that another has instead: who, on which machine, since when. */
  other: Type.Union([Type.Null(), Type.Object({ by: Text(200), machine: Text(200), at: Text(30) })]),
  own: Type.Boolean(),
});

export type HeldClaim = Static<typeof heldClaimSchema>;

/** Who works on what: a batch or a file at a station, taken on by a person. */
export const claimCalls = {
  /**
   * The claims that stand, and one's own that ended by another's doing or with their time, until they are let go. Of one
   * batch, or of all (empty id), the latest first.
   */
  "claims.list": {
    input: Type.Object({ batchId: Text(40) }),
    output: Type.Object({ claims: Type.Array(heldClaimSchema) }),
  },
  /** Takes work on; what another holds only with a reason. On the disk when answered. */
  "claims.take": {
    input: Type.Object({
      subject: Choice(["batches", "files"]),
      subjectId: idSchema,
      station: Choice(claimStations),
      reason: Text(500),
    }),
    output: Type.Object({ refusal: Choice(["", ...claimRefusals]) }),
  },
  /** Lets go of what one took on, or sets aside that another has it; another's is refused. */
  "claims.release": { input: Type.Object({ id: idSchema }), output: Type.Object({}) },
} as const;
