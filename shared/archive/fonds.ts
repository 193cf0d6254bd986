import { type Static, Type } from "typebox";
import { recordFields } from "#shared/archive/record.ts";
import { Count, Text } from "#shared/base/schema.ts";

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
  /** Phương án phân loại, or các nhóm tài liệu chủ yếu. */
  keyGroups: Text(300),
  /** Các loại hình tài liệu khác. */
  otherTypes: Text(300),
  languages: Text(100),
  /** Công cụ tra cứu. */
  findingAids: Text(50),
  /** Tổng số tài liệu giấy; 0 while not known. */
  paperTotal: Count(9_999_999_999),
  /** Số trang đã lập bản sao bảo hiểm. */
  copiedPages: Count(9_999_999_999),
  /** When the province confirmed `code` and `archiveCode` (ISO 8601); empty while they are provisional. */
  codesConfirmedAt: Text(30),
  note: Text(1000),
});

export type Fonds = Static<typeof fondsSchema>;
