import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";

export const lackCodes = [
  "not-received",
  "file-held",
  "no-items",
  "not-captured",
  "pages-missing",
  "pages-extra",
  "leaves-missing",
  "leaves-extra",
  "page-held",
  "page-rejected",
  "page-faulty",
  "page-unjudged",
  "item-held",
  "no-rendition",
  "not-checked",
  "box-gap",
  "file-gap",
  "leaf-gap",
] as const;

/** What one file or item lacks, with the counts the words need: of a gap in a row of numbers, its first and last. */
export const lackSchema = Type.Object({
  code: Choice(lackCodes),
  /** Empty where numbers of boxes or files lack in a fonds. */
  fileId: Type.String(),
  /** Empty where the file as a whole lacks something. */
  itemId: Type.String(),
  /** Code of the file or item, to show; of a row of numbers, that of its fonds, inventory list and box. */
  label: Type.String(),
  expected: Type.Integer(),
  found: Type.Integer(),
});

export type Lack = Static<typeof lackSchema>;
