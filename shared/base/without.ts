/**
 * The same fields but one, which it never had: an object of which a field was deleted stays slow to read, and records
 * are read, hashed and written out again and again.
 */
export function without<Value extends object, Field extends keyof Value>(
  value: Value,
  field: Field,
): Omit<Value, Field> {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- named so that the others are without it
  const { [field]: _, ...others } = value;
  return others;
}
