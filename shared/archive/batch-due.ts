import { type Static, Type } from "typebox";
import { may } from "#shared/archive/permissions.ts";
import { type Role, roleSchema } from "#shared/archive/role.ts";
import { Text } from "#shared/base/schema.ts";

/** The steps that a batch can be due at, in the order of its way: to have come to each, or beyond it. */
export const dueSteps = [
  "handed-over",
  "received",
  "preparing",
  "capturing",
  "checking",
  "accepted",
  "packed",
  "sent",
  "acknowledged",
] as const;

export type DueStep = (typeof dueSteps)[number];

/**
 * A day of a batch's own (`yyyy-mm-dd`) by the end of which it is to have come to a step, why, and who set it when; an
 * empty day goes back to the day of the list of steps.
 */
export const ownDueSchema = Type.Object({
  day: Text(10),
  why: Text(500),
  at: Text(30),
  by: Text(200),
  role: roleSchema,
});

export type OwnDue = Static<typeof ownDueSchema>;

const own = Type.Optional(ownDueSchema);

/** One field for each step: two people who set the days of two steps, unknown to each other, both keep theirs. */
export const dueProperties = {
  dueHandedOver: own,
  dueReceived: own,
  duePreparing: own,
  dueCapturing: own,
  dueChecking: own,
  dueAccepted: own,
  duePacked: own,
  dueSent: own,
  dueAcknowledged: own,
};

export type DueField = keyof typeof dueProperties;

export const dueFields: Record<DueStep, DueField> = {
  "handed-over": "dueHandedOver",
  received: "dueReceived",
  preparing: "duePreparing",
  capturing: "dueCapturing",
  checking: "dueChecking",
  accepted: "dueAccepted",
  packed: "duePacked",
  sent: "dueSent",
  acknowledged: "dueAcknowledged",
};

/** What a record knows of days of its own. */
export type OwnDues = { readonly [Field in DueField]?: OwnDue | undefined };

export type DueRefusal = "not-your-role" | "not-a-day" | "why-missing" | "why-too-long" | "same-day";

/** Whether a person of this role may set the day of a step (empty: take their own day away again); `undefined` means yes. */
export function refuseDue(
  dues: OwnDues,
  step: DueStep,
  day: string,
  why: string,
  role: Role,
): DueRefusal | undefined {
  if (!may(role, "set-due")) return "not-your-role";
  if (day !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(day)) return "not-a-day";
  if ((dues[dueFields[step]]?.day ?? "") === day) return "same-day";
  if (why.trim() === "") return "why-missing";
  return why.trim().length > 500 ? "why-too-long" : undefined;
}
