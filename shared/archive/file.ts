import { type Static, Type } from "typebox";
import {
  accessCodes,
  arrangements,
  conditionCodes,
  languageCodes,
  priorityGroups,
  retentionCodes,
} from "#shared/archive/codes.ts";
import { paperHoldSchema } from "#shared/archive/paper-hold.ts";
import { recordFields } from "#shared/archive/record.ts";
import { Choice, Count, Text } from "#shared/base/schema.ts";

/** A file (hồ sơ): one line of the inventory; lengths as TT 05/2025/TT-BNV. Dates are `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
export const fileSchema = Type.Object({
  ...recordFields,
  fondsId: Type.String({ maxLength: 40 }),
  /** The batch the file travels in; empty while in none. */
  batchId: Type.String({ maxLength: 40, default: "" }),
  /** The group of the fonds' classification scheme; empty while in none. */
  groupId: Text(40),
  /** Mã hồ sơ: names the file's documents on disk. */
  code: Type.String({ maxLength: 100 }),
  /** Số và ký hiệu hồ sơ. */
  notation: Text(20),
  /** Mục lục số. */
  inventory: Text(20),
  box: Text(20),
  title: Type.String({ maxLength: 1000 }),
  retention: Choice(retentionCodes),
  access: Choice(accessCodes),
  language: Choice(languageCodes),
  startDate: Text(10),
  endDate: Text(10),
  /** Số tờ as listed; 0 while not counted. */
  leafCount: Count(99999),
  /** Số trang as listed; 0 while not counted. */
  pageCount: Count(99999),
  condition: Choice(conditionCodes),
  priority: Choice(priorityGroups),
  /** How far the paper was arranged (chỉnh lý). */
  arrangement: Choice(arrangements),
  /** In frequent use: within the letter's scope whatever its years. */
  frequentUse: Type.Boolean({ default: false }),
  /** Why a file outside of the letter's scope is taken in all the same; empty where none is needed. */
  scopeReason: Text(500),
  /** Where the paper stands: kho, giá, tầng. */
  location: Text(100),
  /** Code of the commune (from 1 July 2025) that the file goes to, chosen where the commune of the fonds is split. */
  successor: Text(10),
  keywords: Text(100),
  note: Text(2000),
  /** When the center counted the paper in (ISO 8601); empty while not received. */
  receivedAt: Text(30),
  /** Why its paper is kept back; files that never were have none. */
  held: Type.Optional(paperHoldSchema),
});

export type ArchiveFile = Static<typeof fileSchema>;
