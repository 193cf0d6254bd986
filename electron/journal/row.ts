import type { SQLOutputValue } from "node:sqlite";

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** The text in a column; throws where there is none. */
export function textIn(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new Error(`no text in column ${column}`);
  return value;
}

/** The number in a column; throws where there is none. */
export function numberIn(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new Error(`no number in column ${column}`);
  return value;
}
