import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { updateStandings } from "#shared/keys/judge-update.ts";

/** A file that installs the program, as it was found in a folder. */
const foundUpdateSchema = Type.Object({
  name: Type.String(),
  standing: Choice(updateStandings),
  /** As its sheet says; empty where there is none, or none that counts. */
  version: Type.String(),
  at: Type.String(),
  size: Type.Number(),
});

export type FoundUpdate = Static<typeof foundUpdateSchema>;

export const foundUpdatesSchema = Type.Object({
  /** False where no enrolment file gave the province's key: nothing can be told from anything. */
  enrolled: Type.Boolean(),
  updates: Type.Array(foundUpdateSchema),
});

export const updateCalls = {
  /**
   * What lies in a folder that a person named, each file read whole and held against its sheet, signed by the
   * province of this machine. Nothing is run and nothing written.
   */
  "update.look": {
    input: Type.Object({ folder: Type.String({ maxLength: 1000 }) }),
    output: foundUpdatesSchema,
  },
};
