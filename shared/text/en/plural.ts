/** A count and its noun: `1 file`, `2 files`. */
export function plural(count: string | number, one: string, many: string): string {
  return `${count} ${String(count) === "1" ? one : many}`;
}
