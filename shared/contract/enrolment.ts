import { type Static, Type } from "typebox";
import { roleSchema } from "#shared/archive/role.ts";
import { Choice } from "#shared/base/schema.ts";
import { sessionSchema } from "#shared/contract/session.ts";
import { enrolmentTextLimit } from "#shared/keys/enrolment-file.ts";

/** Why an enrolment file cannot be used; empty where it can. */
export const enrolmentProblems = [
  "",
  "not-a-file",
  "not-signed",
  "expired",
  "unit-unknown",
  "address-insecure",
] as const;

const text = Type.Object({ text: Type.String({ maxLength: enrolmentTextLimit }) });

/** What an enrolment file says. */
export const enrolmentReadSchema = Type.Object({
  problem: Choice(enrolmentProblems),
  province: Type.String(),
  address: Type.String(),
  /** Of the province's key, to compare by telephone. */
  mark: Type.String(),
  scope: Type.String(),
  role: Type.Union([roleSchema, Type.Null()]),
  name: Type.String(),
  expiresAt: Type.String(),
  /** True where this machine is connected to a province with another key. */
  otherProvince: Type.Boolean(),
});

export type EnrolmentRead = Static<typeof enrolmentReadSchema>;

export const enrolmentCalls = {
  /** Reads an enrolment file, or the text of its code, and checks its signature and its time; changes nothing. */
  "enrolment.read": { input: text, output: enrolmentReadSchema },
  /**
   * Has this machine let in by the province of the file, and takes the file's unit and role over. Fails with
   * `enrolment-refused` or a fault of the province, and then changes nothing.
   */
  "enrolment.use": {
    input: Type.Object({ ...text.properties, person: Type.String({ minLength: 1, maxLength: 200 }) }),
    output: sessionSchema,
  },
} as const;
