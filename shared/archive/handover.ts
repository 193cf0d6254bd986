import { type Static, Type } from "typebox";
import { recordFields } from "#shared/archive/record.ts";
import { Choice, Count, Measure, Text } from "#shared/base/schema.ts";

/** The three occasions on which paper changes hands. */
export const handoverOccasions = ["commune-to-center", "center-to-contractor", "return"] as const;

/** A party to a handover: its unit or firm, and who signs for it. */
export const partySchema = Type.Object({ body: Text(200), person: Text(200), position: Text(200) });

/** What is handed over, in numbers; 0 where it was not counted. */
const handoverCountSchema = Type.Object({
  boxes: Count(99_999),
  files: Count(999_999),
  items: Count(9_999_999),
  leaves: Count(99_999_999),
  metres: Measure(0, 99_999),
  objects: Count(99_999_999),
});

/** What a count on receipt found otherwise than the list says. */
export const handoverDifferenceSchema = Type.Object({
  fileId: Text(40),
  /** Code of the file or number of the box, to show. */
  label: Text(60),
  what: Choice(["missing", "extra", "leaves", "condition"]),
  expected: Text(60),
  found: Text(60),
  note: Text(300),
});

/** Minutes of a handover (biên bản giao nhận hồ sơ, tài liệu: NĐ 30/2020/NĐ-CP, appendix V), and what was counted against them. */
export const handoverSchema = Type.Object({
  ...recordFields,
  batchId: Type.String({ minLength: 1, maxLength: 40 }),
  occasion: Choice(handoverOccasions),
  /** Center, year, sequence, and the machine that gave it: `550-2025-014-K7QM`. */
  number: Type.String({ minLength: 1, maxLength: 20 }),
  at: Type.String({ minLength: 10, maxLength: 30 }),
  from: partySchema,
  to: partySchema,
  /** Tên khối tài liệu. */
  subject: Text(500),
  /** Thời gian của hồ sơ, tài liệu. */
  dateSpan: Text(60),
  stated: handoverCountSchema,
  /** Tình trạng tài liệu. */
  condition: Text(1000),
  /** SHA-256 of the attached list in its canonical form; its first characters stand on each page. */
  listDigest: Text(64),
  countedAt: Text(30),
  countedBy: Text(200),
  counted: handoverCountSchema,
  differences: Type.Array(handoverDifferenceSchema, { maxItems: 5000 }),
  /** The scan of the signed minutes; empty until it is kept. */
  signedDigest: Text(64),
  note: Text(1000),
});

export type Handover = Static<typeof handoverSchema>;

export type HandoverOccasion = Handover["occasion"];
export type Party = Static<typeof partySchema>;
export type HandoverCount = Static<typeof handoverCountSchema>;
export type HandoverDifference = Static<typeof handoverDifferenceSchema>;
