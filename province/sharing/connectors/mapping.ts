import { type Static, Type } from "typebox";
import { Check } from "typebox/value";

const rule = Type.Union([
  Type.Object(
    { from: Type.String({ minLength: 1, maxLength: 60 }), codes: Type.Optional(Type.String()) },
    { additionalProperties: false },
  ),
  Type.Object(
    { value: Type.Union([Type.String(), Type.Number(), Type.Boolean()]) },
    { additionalProperties: false },
  ),
]);
const rules = Type.Record(Type.String({ pattern: "^[^.]{1,60}(\\.[^.]{1,60}){0,4}$" }), rule);

/** How records are called by who receives them: their field (dots for fields within) → ours, or a constant. */
export const mappingSchema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 60, pattern: "^[a-z0-9-]+$" }),
  version: Type.Integer({ minimum: 1 }),
  source: Type.String(),
  items: rules,
  files: rules,
  /** Their words for our codes, by the name of the list; a code that is not in it goes as it is. */
  codes: Type.Record(Type.String(), Type.Record(Type.String(), Type.String())),
});

export type Mapping = Static<typeof mappingSchema>;

/** The fields of a record, by our names. */
export type MappedFrom = Readonly<Record<string, string | number | boolean>>;

const blocked = new Set(["__proto__", "constructor", "prototype"]);

/** Reads a mapping; throws on one that names fields we do not have, lists that it lacks, or one field twice. */
export function readMapping(
  text: string,
  known: { items: ReadonlySet<string>; files: ReadonlySet<string> },
): Mapping {
  const read: unknown = JSON.parse(text);
  if (!Check(mappingSchema, read)) throw new Error("this is no mapping of a connector");
  for (const kind of ["items", "files"] as const) {
    const names = Object.keys(read[kind]);
    for (const [to, one] of Object.entries(read[kind])) {
      if ("from" in one && !known[kind].has(one.from))
        throw new Error(`the mapping's ${kind} have no field ${one.from}`);
      if ("from" in one && one.codes !== undefined && !Object.hasOwn(read.codes, one.codes))
        throw new Error(`the mapping has no list ${one.codes}`);
      if (to.split(".").some((part) => blocked.has(part)) || names.some((name) => name.startsWith(`${to}.`)))
        throw new Error(`the mapping cannot have a field ${to}`);
    }
  }
  return read;
}

/** A record under the names of who receives it, in the order of the mapping. */
export function mapRecord(mapping: Mapping, kind: "items" | "files", record: MappedFrom): object {
  const mapped: Record<string, unknown> = {};
  for (const [to, one] of Object.entries(mapping[kind])) {
    const parts = to.split(".");
    const last = parts.pop() ?? "";
    let within = mapped;
    for (const part of parts) within = (within[part] ??= {}) as Record<string, unknown>;
    within[last] = "value" in one ? one.value : codedBy(mapping, one.codes, record[one.from] ?? "");
  }
  return mapped;
}

function codedBy(mapping: Mapping, list: string | undefined, value: string | number | boolean) {
  const words = list === undefined ? undefined : mapping.codes[list];
  return words && Object.hasOwn(words, String(value)) ? (words[String(value)] ?? "") : value;
}
