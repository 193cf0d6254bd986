import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { roleSchema } from "#shared/archive/role.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { publicKeysSchema, signatureTextSchema } from "#shared/keys/key-text.ts";

/** A machine that a province let in: who it is, where it may write, and by which keys it is known. */
export const machineSchema = Type.Object({
  deviceId: Type.String({ minLength: 1, maxLength: 40 }),
  scope: Type.String({ maxLength: 24 }),
  role: roleSchema,
  name: Type.String({ maxLength: 200 }),
  keys: publicKeysSchema,
  /** When it was let in, and when it was shut out (ISO 8601); empty while it is in. */
  enrolledAt: Type.String({ maxLength: 30 }),
  revokedAt: Type.String({ maxLength: 30 }),
});

export type Machine = Static<typeof machineSchema>;

/** The province's signed word on one machine: holds wherever it is carried, without a line. */
export const machineCardSchema = Type.Object({ machine: machineSchema, signature: signatureTextSchema });

export type MachineCard = Static<typeof machineCardSchema>;

/** What `GET /machines` answers: the machines within the asker's unit, and the checking ones of the district over it. */
export const machinesAnswerSchema = Type.Object({ cards: Type.Array(machineCardSchema, { maxItems: 5000 }) });

/** The text that the province signs. */
export function machineText(machine: Machine): string {
  return canonicalJson(machine);
}

/** Reads a card from a file. Its signature is yet to be checked. */
export function readMachineCard(text: string): Result<MachineCard, "not-a-card"> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, "").trim());
    return Check(machineCardSchema, value) ? ok(value) : fail("not-a-card");
  } catch {
    return fail("not-a-card");
  }
}
