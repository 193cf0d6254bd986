import { type Static, Type } from "typebox";
import { recordFields } from "#shared/archive/record.ts";
import { Text } from "#shared/base/schema.ts";

/** A fonds (phông): all records of the body that made them, open or closed (TT 05/2025/TT-BNV). */
export const fondsSchema = Type.Object({
  ...recordFields,
  /** Mã phông. */
  code: Type.String({ maxLength: 13 }),
  name: Type.String({ maxLength: 200 }),
  /** Mã cơ quan lưu trữ, in either style in use (`H08.…`, `….H08`). */
  archiveCode: Text(13),
  history: Text(20000),
  /** "Thời gian tài liệu", as written: `1976-2025`. */
  dateSpan: Text(30),
  open: Type.Boolean(),
  note: Text(1000),
});

export type Fonds = Static<typeof fondsSchema>;
