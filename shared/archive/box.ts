import { type Static, Type } from "typebox";
import { conditionCodes } from "#shared/archive/codes.ts";
import { recordFields } from "#shared/archive/record.ts";
import { Choice, Measure, Text } from "#shared/base/schema.ts";

/** A box (hộp, cặp) of paper; the files in it carry its `inventory` and `number`. */
export const boxSchema = Type.Object({
  ...recordFields,
  fondsId: Type.String({ maxLength: 40 }),
  /** Mục lục số, as the files carry it. */
  inventory: Text(20),
  /** Hộp số, as the files carry it. */
  number: Type.String({ minLength: 1, maxLength: 20 }),
  /** Kho. */
  room: Text(60),
  /** Giá. */
  shelf: Text(60),
  /** Tầng, ngăn. */
  tier: Text(60),
  condition: Choice(conditionCodes),
  /** Mét giá; 0 while not measured. */
  metres: Measure(0, 99),
  note: Text(500),
});

export type Box = Static<typeof boxSchema>;
