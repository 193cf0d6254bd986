import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";

/** The disk of the desk's folder, in bytes: below `stopBelow` nothing more is taken in. */
export const roomReportSchema = Type.Object({
  free: Type.Number(),
  total: Type.Number(),
  stopBelow: Type.Number(),
  state: Choice(["good", "low", "stop"]),
  /** Size of the reserve that the journal may take up on a full disk; 0 while it is used up. */
  reserve: Type.Number(),
});

export type RoomReport = Static<typeof roomReportSchema>;

export const keepingCalls = {
  "keeping.room": { input: Type.Object({}), output: roomReportSchema },
} as const;
