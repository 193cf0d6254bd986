import { type Static, Type } from "typebox";
import { recordFields } from "#shared/archive/record.ts";
import { Choice, Text } from "#shared/base/schema.ts";

/** Classes of secrecy (Luật Bảo vệ bí mật nhà nước 2018, Điều 8), and "unnamed" where only the mark was seen. */
export const secrecyClasses = ["mat", "toi-mat", "tuyet-mat", "unnamed"] as const;

/**
 * The decision to keep a document out because it bears a mark of secrecy. It says where the paper is, never what it
 * says: neither title, subject nor symbol is recorded.
 */
export const exclusionSchema = Type.Object({
  ...recordFields,
  fondsId: Type.String({ maxLength: 40 }),
  class: Choice(secrecyClasses),
  /** Where the mark was met: a workbook's sheet and row, a form, the grid. */
  metAt: Text(200),
  /** Where the paper is: inventory, box, file number, as far as known. */
  place: Text(200),
  decidedAt: Text(30),
  decidedBy: Text(200),
  note: Text(500),
});

export type Exclusion = Static<typeof exclusionSchema>;
