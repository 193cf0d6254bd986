import { type Static, Type } from "typebox";
import type { Role } from "#shared/archive/role.ts";
import { may } from "#shared/archive/permissions.ts";
import { Choice, Text } from "#shared/base/schema.ts";

/** Why the paper of a single item, a file, or a whole batch, is kept back. */
export const paperHoldReasons = [
  "torn",
  "stuck",
  "missing-leaves",
  "secret",
  "special-format",
  "other",
] as const;

export type PaperHoldReason = (typeof paperHoldReasons)[number];

/**
 * Why an item, file or batch is kept back, by whom and when; with an empty `code` it was let go on again, and `why` says why.
 * It is one field, so that of two edits the later stands whole; those before it are in the journal.
 */
export const paperHoldSchema = Type.Object({
  code: Choice(["", ...paperHoldReasons]),
  why: Text(500),
  at: Text(30),
  by: Text(200),
});

export type PaperHold = Static<typeof paperHoldSchema>;

type Holdable = { held?: PaperHold | undefined };

/** Whether an item, file or batch is kept back now. */
export function isHeld(record: Holdable): boolean {
  return holdCode(record) !== "";
}

/** Why it is kept back now; empty where it is not. */
export function holdCode({ held }: Holdable): PaperHold["code"] {
  return held?.code ?? "";
}

export type HoldRefusal = "not-your-role" | "why-missing" | "why-too-long" | "held-already" | "not-held";

/**
 * Whether a person of this role may keep a record back (`code` says why) or let it go on (empty `code`). Words are
 * asked for where the code alone says nothing: for "other", and for letting go.
 */
export function refuseHold(
  record: Holdable,
  code: PaperHold["code"],
  why: string,
  role: Role,
): HoldRefusal | undefined {
  if (!may(role, "hold")) return "not-your-role";
  if (code === "" && !isHeld(record)) return "not-held";
  if (code !== "" && holdCode(record) === code) return "held-already";
  if ((code === "" || code === "other") && why.trim() === "") return "why-missing";
  return why.trim().length > 500 ? "why-too-long" : undefined;
}

/** How many are kept back for each reason, in the order of the reasons; none of those that are not. */
export function countHolds(records: readonly Holdable[]): { code: PaperHoldReason; count: number }[] {
  return paperHoldReasons
    .map((code) => ({ code, count: records.filter((record) => holdCode(record) === code).length }))
    .filter(({ count }) => count > 0);
}
