import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { roleSchema } from "#shared/archive/role.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { publicKeysSchema, signatureTextSchema } from "#shared/keys/key-text.ts";

/** What a province gives for one machine: where it is, how it is known, and a secret that lets one machine in. */
export const enrolmentSchema = Type.Object({
  product: Type.Literal("mucluc-enrolment"),
  version: Type.Literal(1),
  province: Type.String({ minLength: 1, maxLength: 200 }),
  address: Type.String({ minLength: 1, maxLength: 500, pattern: "^https?://" }),
  keys: publicKeysSchema,
  scope: Type.String({ maxLength: 24, pattern: "^[0-9A-Za-z]+(\\.[0-9A-Za-z]+){0,2}$" }),
  role: roleSchema,
  /** What the machine is called at the province. */
  name: Type.String({ maxLength: 200 }),
  /** Works once, for one machine, until it expires. */
  secret: Type.String({ pattern: "^[A-Za-z0-9_-]{43}$" }),
  issuedAt: Type.String({ minLength: 20, maxLength: 30 }),
  expiresAt: Type.String({ minLength: 20, maxLength: 30 }),
});

export type EnrolmentGiven = Static<typeof enrolmentSchema>;

export const enrolmentFileSchema = Type.Object({
  enrolment: enrolmentSchema,
  /** The province's, over the canonical JSON of the enrolment. */
  signature: signatureTextSchema,
});

export type EnrolmentFile = Static<typeof enrolmentFileSchema>;

/** The text that the province signs. */
export function enrolmentText(enrolment: EnrolmentGiven): string {
  return canonicalJson(enrolment);
}

/** What a machine signs when it asks to be let in: that it holds the keys it names. */
export function enrolmentProofText(request: { secret: string; deviceId: string; keys: object }): string {
  const { secret, deviceId, keys } = request;
  return canonicalJson({ secret, deviceId, keys });
}

/** Longest text of an enrolment file; what is longer is some other file. */
export const enrolmentTextLimit = 8000;

/** Reads the file, or the text of its QR code, which is the same. Its signature is yet to be checked. */
export function readEnrolmentFile(text: string): Result<EnrolmentFile, "not-a-file"> {
  if (text.length > enrolmentTextLimit) return fail("not-a-file");
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, "").trim());
    return Check(enrolmentFileSchema, value) ? ok(value) : fail("not-a-file");
  } catch {
    return fail("not-a-file");
  }
}

/** A machine asks to be let in with the secret of an enrolment file. */
export const enrolRequestSchema = Type.Object({
  secret: Type.String({ pattern: "^[A-Za-z0-9_-]{43}$" }),
  deviceId: Type.String({ minLength: 1, maxLength: 40 }),
  keys: publicKeysSchema,
  signature: signatureTextSchema,
});

export type EnrolRequest = Static<typeof enrolRequestSchema>;

export const enrolAnswerSchema = Type.Object({
  deviceId: Type.String(),
  token: Type.String({ minLength: 16, maxLength: 500 }),
  scope: Type.String(),
  role: roleSchema,
});

export type EnrolAnswer = Static<typeof enrolAnswerSchema>;
