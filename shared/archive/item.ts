import { type Static, Type } from "typebox";
import { accessCodes, conditionCodes, documentTypeCodes, languageCodes } from "#shared/archive/codes.ts";
import { paperHoldSchema } from "#shared/archive/paper-hold.ts";
import { recordFields } from "#shared/archive/record.ts";
import { signatureSchema } from "#shared/archive/signature.ts";
import { Choice, Count, Text } from "#shared/base/schema.ts";

/** Why an item waits for a person; empty while nothing is wrong. */
export const holdReasons = ["", "unreadable-page", "no-text", "rendition-failed", "secret", "other"] as const;

/** An item (văn bản) in a file; lengths as TT 05/2025/TT-BNV, the signer as NĐ 30/2020/NĐ-CP. */
export const itemSchema = Type.Object({
  ...recordFields,
  fileId: Type.String({ maxLength: 40 }),
  /** Số thứ tự văn bản trong hồ sơ, from 1. */
  ordinal: Type.Integer({ minimum: 1, maximum: 9999999, multipleOf: 1 }),
  type: Choice(documentTypeCodes),
  /** Số. */
  number: Text(11),
  /** Ký hiệu. */
  symbol: Text(30),
  issuedDate: Text(10),
  issuer: Text(200),
  subject: Type.String({ maxLength: 500 }),
  /** Nơi nhận, where it tells two otherwise equal documents apart. */
  addressee: Text(200),
  signer: Text(100),
  language: Choice(languageCodes),
  access: Choice(accessCodes),
  condition: Choice(conditionCodes),
  /** Tờ số: `1-3`. */
  leaves: Text(20),
  /** Số trang as listed; 0 while not counted. */
  pageCount: Count(9999),
  keywords: Text(100),
  autograph: Text(2000),
  note: Text(500),
  /** Why an item that looks like a duplicate of another is kept; empty where none was found, or none justified. */
  keptBecause: Text(300),
  hold: Choice(holdReasons),
  /** Why a person keeps its paper back; items that never were have none. */
  held: Type.Optional(paperHoldSchema),
  /** The two-layer PDF/A made of the item's pages: its digest and size in bytes; empty and 0 before. */
  renditionDigest: Type.String({ maxLength: 64, default: "" }),
  renditionSize: Count(4_000_000_000),
  /**
   * `two-layer`: PDF/A with the page's words under its image; `image-only`: PDF/A without, as the conversion failed;
   * `untouched`: the signed or born-digital PDF itself, its words beside it.
   */
  renditionKind: Choice(["", "two-layer", "image-only", "untouched"]),
  /** The object with the report of the checks that the rendition passed (see `renditionReportSchema`). */
  reportDigest: Text(64),
  /** The object with the fields read from the scan (see `itemReadingSchema`); they count only once confirmed. */
  readingDigest: Text(64),
  /** Names of fields that a person confirmed against the scan, apart by blanks. */
  fieldsConfirmed: Text(200),
  /** Names of fields that the machine confirmed: it read the same as is listed, or filled them in where it was sure. */
  fieldsByMachine: Text(200),
  /** When and by whom the captured item was checked; empty before. */
  checkedAt: Text(30),
  checkedBy: Text(200),
  /** Who captured its pages, a name a line, as whoever passed it saw: none of them passes it. Earlier items have none. */
  makers: Type.Optional(Text(2000)),
  /** Why an authority did not take that it was passed (a code); empty, or nothing, where none did. */
  checkRefusal: Type.Optional(Text(100)),
  /** The province's own SHA-256 of the rendition, and when it gave it; empty before. */
  receiptDigest: Type.String({ maxLength: 64, default: "" }),
  receiptAt: Text(30),
  /** The signature last put on its rendition; items that were never signed have none. */
  signature: Type.Optional(signatureSchema),
});

export type Item = Static<typeof itemSchema>;
