/** A unique value within its parent, as one text. */
export function uniqueKey(parent: string, value: unknown): string {
  return `${parent}\n${String(value)}`;
}
