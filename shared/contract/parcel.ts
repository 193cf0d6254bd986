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
  /** Records that the province keeps until those come that they belong to. */
  held: Type.Integer(),
  confirmed: Type.Integer(),
  /** When a centre of the district said that it has it, and which; empty until its word was read. */
  arrivedAt: Type.String(),
  arrivedWith: Type.String(),
  arrivedRefused: Type.Integer(),
});

export type ParcelRow = Static<typeof parcelRowSchema>;

/** A parcel that this machine took in as its district's centre. */
const takenParcelSchema = Type.Object({
  id: Type.String(),
  sender: Type.String(),
  scope: Type.String(),
  sequence: Type.Integer(),
  at: Type.String(),
  takenAt: Type.String(),
  times: Type.Integer(),
  /** True where a later parcel of the same machine was taken before. */
  outOfOrder: Type.Boolean(),
  accepted: Type.Integer(),
  merged: Type.Integer(),
  refused: Type.Integer(),
  objects: Type.Integer(),
  /** Told when it is taken: acceptances that its sender is to bring again, for records of them lack here. */
  held: Type.Optional(Type.Integer()),
});

export type TakenParcel = Static<typeof takenParcelSchema>;

/** A parcel in a folder, by what stands on it for anyone to read; nothing of that is proven yet. */
const foundParcelSchema = Type.Object({
  name: Type.String(),
  size: Type.Number(),
  sequence: Type.Integer(),
  from: Type.String(),
  at: Type.String(),
  /** How often it was taken here. */
  times: Type.Integer(),
});

export type FoundParcel = Static<typeof foundParcelSchema>;

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
  /** What a parcel leaves out because the district's centre has it already. */
  atCentre: Type.Object({ records: Type.Integer(), objects: Type.Integer() }),
  /** The centre's machines that can open a parcel written now. */
  centres: Type.Array(Type.String()),
  /** True where this machine checks for a district and may take in its communes' parcels. */
  mayTake: Type.Boolean(),
  taken: Type.Array(takenParcelSchema),
  /** How many records of a parcel have been taken; nothing while none is. */
  taking: Type.Union([Type.Integer(), Type.Null()]),
});

export const parcelCalls = {
  "parcel.list": { input: nothing, output: parcelListSchema },
  /**
   * Writes everything the province does not have into a sealed file in a folder that a person named, and a label to
   * print beside it; into several where one would be too large for a stick. Nothing counts as sent before the receipt.
   */
  "parcel.write": {
    input: Type.Object({
      folder: Type.String({ maxLength: 1000 }),
      /** Also what the district's centre is known to have. */
      all: Type.Optional(Type.Boolean()),
    }),
    output: Type.Array(parcelRowSchema),
  },
  /** Which parcels lie in a folder. */
  "parcel.look": {
    input: Type.Object({ folder: Type.String({ maxLength: 1000 }) }),
    output: Type.Array(foundParcelSchema),
  },
  /** Takes a commune's parcel into this centre, and writes beside it the word to carry back that it has arrived. */
  "parcel.take": {
    input: Type.Object({
      folder: Type.String({ maxLength: 1000 }),
      name: Type.String({ maxLength: 255, pattern: "^[^/\\\\]+\\.mlgoi$" }),
    }),
    output: takenParcelSchema,
  },
  /** Writes this machine's card, signed by the province, for communes that have no line to hear of it. */
  "parcel.writeCard": {
    input: Type.Object({ folder: Type.String({ maxLength: 1000 }) }),
    output: Type.Object({ path: Type.String() }),
  },
  /** Reads such a card; answers whose it is. */
  "parcel.readCard": {
    input: Type.Object({ text: Type.String({ maxLength: 20_000 }) }),
    output: Type.Object({ name: Type.String() }),
  },
  /** Reads the province's receipt or a centre's word of arrival, stored as an object before. */
  "parcel.readReceipt": {
    input: Type.Object({ digest: Type.String({ maxLength: 64 }) }),
    output: parcelRowSchema,
  },
} as const;
