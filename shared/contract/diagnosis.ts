import { type Static, Type } from "typebox";

export const diagnosisSchema = Type.Object({
  /** What the bundle is called when it is saved. */
  name: Type.String(),
  /** All that is in it, file by file: nothing else is. */
  files: Type.Array(Type.Object({ name: Type.String(), text: Type.String() })),
  /** The very same files as a ZIP, in base64: a few hundred kilobytes at most. */
  zip: Type.String(),
});

export type Diagnosis = Static<typeof diagnosisSchema>;

export const diagnosisCalls = {
  /** What whoever helps needs to know of this machine: counts, sizes, versions and fault codes; no title, no name. */
  "diagnosis.read": { input: Type.Object({}), output: diagnosisSchema },
} as const;
