import { type TSchema, type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { Choice } from "#shared/base/schema.ts";
import { Refused } from "#province/routes/typed.ts";

const text = Type.String({ maxLength: 40, pattern: "^[^\\u0000]*$" });

/** A place in the order of changes. */
export const changePlace = Type.Object({
  stamp: Type.Integer({ minimum: 0, maximum: 253_402_300_799 }),
  district: text,
  kind: Choice(["files", "items"]),
  id: text,
});

/** A place in the order of districts and ids. */
export const keyPlace = Type.Object({ district: text, id: text });

/** A place as a cursor: nothing of it is kept here, and nothing in it lets anybody have more. */
export function writeCursor<Shape extends TSchema>(shape: Shape, place: Static<Shape>): string {
  if (!Check(shape, place)) throw new Error("no place of this order");
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** The place of a cursor; nothing where none is given. Throws `bad-call` on what is no cursor of this order. */
export function readCursor<Shape extends TSchema>(
  shape: Shape,
  cursor: string | undefined,
): Static<Shape> | undefined {
  if (cursor === undefined || cursor === "") return undefined;
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Check(shape, read)) return read;
  } catch {
    // Told below.
  }
  throw new Refused(400, "bad-call", "this is no cursor of this list");
}
