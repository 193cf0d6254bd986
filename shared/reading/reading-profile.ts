import { type Static, Type } from "typebox";
import { Parse } from "typebox/value";
import profile from "#resources/rules/reading.json" with { type: "json" };

const bounds = Type.Record(Type.String(), Type.Number({ minimum: 0, maximum: 1 }));

/** From what confidence on the machine may confirm a field; a field that is not named it never confirms. */
const readingProfileSchema = Type.Object({
  name: Type.String({ minLength: 1 }),
  version: Type.Integer({ minimum: 1 }),
  source: Type.String({ minLength: 1 }),
  /** Where the record's field is empty and the reading alone speaks. */
  confirmFrom: bounds,
  /** Where the listed record says the same as the reading. */
  agreeFrom: bounds,
});

export type ReadingProfile = Static<typeof readingProfileSchema>;

export const readingProfile: ReadingProfile = Parse(readingProfileSchema, profile);
