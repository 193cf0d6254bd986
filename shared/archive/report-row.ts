import { type Static, Type } from "typebox";
import { Choice, Count, Measure, Text } from "#shared/base/schema.ts";

const amount = { files: Count(99_999_999), items: Count(999_999_999), pages: Count(999_999_999) };

/** The groups by which the province's letter orders the work. */
export const reportGroups = ["decision", "plan", "report", "frequent", "other"] as const;

/** The figures of one unit in a daily report; all are totals up to its hour but `today`. Pages are A4 equivalents. */
export const reportRowSchema = Type.Object({
  unit: Type.String({ minLength: 2, maxLength: 24 }),
  name: Text(200),
  level: Choice(["district", "commune"]),
  /** Tổng theo danh mục. */
  listed: Type.Object({
    ...amount,
    metres: Measure(0, 999_999),
    boxes: Count(9_999_999),
    leaves: Count(999_999_999),
  }),
  handedOver: Type.Object(amount),
  today: Type.Object(amount),
  captured: Type.Object(amount),
  checked: Count(99_999_999),
  returned: Count(99_999_999),
  confirmed: Count(99_999_999),
  signed: Count(99_999_999),
  packed: Count(99_999_999),
  sent: Count(99_999_999),
  /** Captured items by group, in the order of `reportGroups`. */
  groups: Type.Array(Count(999_999_999), { minItems: 5, maxItems: 5 }),
  /**
   * Files that are kept back, with their batch or an item in them, for each of `paperHoldReasons`; a file counts once
   * for each reason. Reports of earlier versions have none.
   */
  held: Type.Optional(Type.Array(Count(99_999_999), { minItems: 6, maxItems: 6 })),
});

export type ReportRow = Static<typeof reportRowSchema>;
