import { type Static, Type } from "typebox";
import { recordFields } from "#shared/archive/record.ts";
import { reportRowSchema } from "#shared/archive/report-row.ts";
import { Choice, Count, Text } from "#shared/base/schema.ts";

/** Why work stood still or went slowly, as the report names it. */
export const difficultyCodes = [
  "no-network",
  "scanner-broken",
  "too-few-people",
  "paper-not-delivered",
  "paper-not-arranged",
  "paper-torn",
  "power-cut",
  "no-signature",
  "other",
  // What is kept back, in the order of its reasons; a message says a code by its place, so new ones come last.
  "held-torn",
  "held-stuck",
  "held-missing-leaves",
  "held-secret",
  "held-special-format",
  "held-other",
] as const;

export type DifficultyCode = (typeof difficultyCodes)[number];

/** The difficulty that files kept back for each reason are, in the order of `paperHoldReasons`. */
export const heldDifficulties = [
  "held-torn",
  "held-stuck",
  "held-missing-leaves",
  "held-secret",
  "held-special-format",
  "held-other",
] as const satisfies readonly DifficultyCode[];

/** A day (`yyyy-mm-dd`) before which documents are to be digitized: those of the district's own bodies, or all. */
const reportDeadlineSchema = Type.Object({
  of: Choice(["district", "all"]),
  before: Type.String({ minLength: 10, maxLength: 10 }),
});

export type ReportDeadline = Static<typeof reportDeadlineSchema>;

/** A day's report of a unit as it was sent. It is frozen: a correction is a new version with its reason. */
export const reportSchema = Type.Object({
  ...recordFields,
  /** The day it is about, `yyyy-mm-dd`, in Vietnam. */
  day: Type.String({ minLength: 10, maxLength: 10 }),
  /** 1 for the first of its day. */
  version: Count(999),
  /** Within the unit and year: `2025-014`. */
  number: Type.String({ minLength: 1, maxLength: 20 }),
  /** The moment whose figures it states ("số liệu đến …"), ISO 8601. */
  asOf: Type.String({ minLength: 10, maxLength: 30 }),
  /** The last entry of the journal that is counted in. */
  atSeq: Count(Number.MAX_SAFE_INTEGER),
  /** When the desk last heard all that other machines had written; empty where it never did. */
  heardAt: Text(30),
  madeAt: Type.String({ minLength: 10, maxLength: 30 }),
  madeBy: Text(200),
  rows: Type.Array(reportRowSchema, { maxItems: 300 }),
  scanners: Count(9999),
  people: Count(9999),
  difficulties: Type.Array(Choice(difficultyCodes), { maxItems: 20 }),
  remark: Text(4000),
  /** Before which day each level is to be done, as it was when the report was made; earlier ones do not say. */
  deadlines: Type.Optional(Type.Array(reportDeadlineSchema, { maxItems: 2 })),
  /** Why this version corrects the one before; empty in the first. */
  reason: Text(1000),
  /** SHA-256 over the canonical form of everything above. */
  digest: Text(64),
});

export type Report = Static<typeof reportSchema>;
