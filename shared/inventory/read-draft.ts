import { fail, ok, type Result } from "#shared/base/result.ts";

export const draftProblemCodes = [
  "empty",
  "too-long",
  "date-not-read",
  "dates-reversed",
  "number-not-read",
  "measure-not-read",
  "number-too-large",
  "not-known",
  "code-twice",
  "ordinal-twice",
  "secret",
] as const;

/** What is wrong with one field of a form; `limit` is the greatest length or number where the code means one. */
export type DraftProblem<Field extends string = string> = {
  field: Field;
  code: (typeof draftProblemCodes)[number];
  limit: number;
};

/** What one field's text says, and what is wrong with it; the value is the nearest there is even then. */
export type FieldReading<Value> = {
  value: Value;
  problem?: { code: DraftProblem["code"]; limit: number };
};

/** How one field is read from what was typed. */
export type FieldReader<Value> = (text: string) => FieldReading<Value>;

type Readers = Readonly<Record<string, FieldReader<unknown>>>;
type FieldOf<Table extends Readers> = keyof Table & string;
type ValueOf<Table extends Readers, Field extends FieldOf<Table>> = ReturnType<Table[Field]>["value"];

/** One field as typed: its value, or what is wrong with it. */
export function readField<Table extends Readers, Field extends FieldOf<Table>>(
  readers: Table,
  field: Field,
  text: string,
): Result<ValueOf<Table, Field>, DraftProblem<Field>> {
  const { value, problem } = readers[field]?.(text) ?? { value: undefined };
  return problem ? fail({ field, ...problem }) : ok(value as ValueOf<Table, Field>);
}

/** Every field of a form as typed, in the order of the table, and all that is wrong with them. */
export function readFields<Table extends Readers>(
  readers: Table,
  draft: Readonly<Record<FieldOf<Table>, string>>,
): {
  fields: { [Field in FieldOf<Table>]: ValueOf<Table, Field> };
  problems: DraftProblem<FieldOf<Table>>[];
} {
  const problems: DraftProblem<FieldOf<Table>>[] = [];
  const fields: Partial<Record<string, unknown>> = {};
  for (const [name, reader] of Object.entries(readers)) {
    const field = name as FieldOf<Table>;
    const { value, problem } = reader(draft[field]);
    fields[field] = value;
    if (problem) problems.push({ field, ...problem });
  }
  return { fields: fields as { [Field in FieldOf<Table>]: ValueOf<Table, Field> }, problems };
}
