import { type Static, Type } from "typebox";
import { recordFields } from "#shared/archive/record.ts";
import { Text } from "#shared/base/schema.ts";

/** The most characters of a group's fields. */
export const groupLengths = { notation: 20, title: 300, note: 500 } as const;

/** A group of a fonds' classification scheme (phương án phân loại); groups without `parentId` are its topmost. */
export const groupSchema = Type.Object({
  ...recordFields,
  fondsId: Type.String({ maxLength: 40 }),
  /** The group it stands in; empty at the top. */
  parentId: Text(40),
  /** Place among its siblings, from 1. */
  ordinal: Type.Integer({ minimum: 1, maximum: 99999, multipleOf: 1 }),
  /** Ký hiệu: `I`, `1.2`, `a`. */
  notation: Text(groupLengths.notation),
  title: Type.String({ minLength: 1, maxLength: groupLengths.title }),
  note: Text(groupLengths.note),
});

export type Group = Static<typeof groupSchema>;
