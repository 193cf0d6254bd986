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
] as const;

/** What one file or item lacks, with the counts the words need. */
export const lackSchema = Type.Object({
  code: Choice(lackCodes),
  fileId: Type.String(),
  /** Empty where the file as a whole lacks something. */
  itemId: Type.String(),
  /** Code of the file or item, to show. */
  label: Type.String(),
  expected: Type.Integer(),
  found: Type.Integer(),
});

export type Lack = Static<typeof lackSchema>;
