import { Type } from "typebox";

/** A text of at most `maxLength` characters; the empty text means "not known". */
export function Text(maxLength: number) {
  return Type.String({ maxLength, default: "" });
}

/** What a person says of an act: at least five characters beside the blanks around them, at most `maxLength`. */
export function Said(maxLength: number) {
  return Type.String({ maxLength, pattern: "^\\s*\\S[\\s\\S]{3,}\\S\\s*$" });
}

/** One of the given words, in the form RxDB can index (a bare enumeration it cannot). */
export function Choice<const Words extends readonly string[]>(words: Words) {
  return Type.Unsafe<Words[number]>({
    type: "string",
    enum: [...words],
    maxLength: Math.max(1, ...words.map((word) => word.length)),
  });
}

/** A whole number from 0 to `maximum`; 0 means "not counted" where the field says so. */
export function Count(maximum: number) {
  return Type.Integer({ minimum: 0, maximum, multipleOf: 1, default: 0 });
}

/** A number from `minimum` to `maximum`. */
export function Measure(minimum: number, maximum: number) {
  return Type.Number({ minimum, maximum });
}
