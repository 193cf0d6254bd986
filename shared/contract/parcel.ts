import { type Static, Type } from "typebox";

const nothing = Type.Object({});

export const parcelRowSchema = Type.Object({
  id: Type.String(),
  sequence: Type.Integer(),
  at: Type.String(),
  path: Type.String(),
  records: Type.Integer(),
  objects: Type.Integer(),
  bytes: Type.Integer(),
  /** Empty until its receipt was read. */
  answeredAt: Type.String(),
  accepted: Type.Integer(),
  merged: Type.Integer(),
  refused: Type.Integer(),
  confirmed: Type.Integer(),
});

export type ParcelRow = Static<typeof parcelRowSchema>;

export const parcelListSchema = Type.Object({
  /** False where no enrolment file gave the province's key: a parcel could not be sealed for it. */
  enrolled: Type.Boolean(),
  /** What a parcel written now would hold. */
  records: Type.Integer(),
  objects: Type.Integer(),
  bytes: Type.Integer(),
  parcels: Type.Array(parcelRowSchema),
  writing: Type.Boolean(),
  writtenBytes: Type.Integer(),
});

export const parcelCalls = {
  "parcel.list": { input: nothing, output: parcelListSchema },
  /**
   * Writes everything the province does not have into one sealed file in a folder that a person named, and a label
   * to print beside it. Nothing counts as sent before the receipt.
   */
  "parcel.write": {
    input: Type.Object({ folder: Type.String({ maxLength: 1000 }) }),
    output: parcelRowSchema,
  },
  /** Reads the province's receipt, stored as an object before. */
  "parcel.readReceipt": {
    input: Type.Object({ digest: Type.String({ maxLength: 64 }) }),
    output: parcelRowSchema,
  },
} as const;
