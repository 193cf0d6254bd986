import { type Static, Type } from "typebox";
import { custodyPoints } from "#shared/archive/custody.ts";
import { recordFields } from "#shared/archive/record.ts";
import { Choice, Text } from "#shared/base/schema.ts";

/**
 * A place of a center at which paper is scanned by its label: a table, a scanner, a shelf. Its kind says what a scan there
 * means. It is ended with a reason, never deleted, and may be taken into use again.
 */
export const custodyPointSchema = Type.Object({
  ...recordFields,
  kind: Choice(custodyPoints),
  name: Type.String({ minLength: 1, maxLength: 60 }),
  /** Of several of one kind; a scanner always has one. */
  number: Text(10),
  /** Since when it is no longer used, ISO 8601; empty while it is. */
  endedAt: Text(30),
  endedBy: Text(200),
  endedReason: Text(500),
});

export type CustodyPointRecord = Static<typeof custodyPointSchema>;

/** What people call a point: its name, then its number. */
export function nameOfPoint({ name, number }: Pick<CustodyPointRecord, "name" | "number">): string {
  return number === "" ? name : `${name} ${number}`;
}

/** Whether paper is scanned at a point now. */
export function isInUse({ endedAt, withdrawn }: Pick<CustodyPointRecord, "endedAt" | "withdrawn">): boolean {
  return endedAt === "" && withdrawn === "";
}
