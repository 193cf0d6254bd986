import type { Database } from "./database.ts";

type Counting = { grown: number; due: number };

const countings = new WeakMap<Database, Counting>();
const first = 1000;
const grown = ["records", "audit", "receipts", "search", "words_waiting", "catalogue", "catalogue_waiting"];

/**
 * Lets the server count its tables whenever they have grown by as much again: `rows` more came. It plans by what it
 * believes them to hold, and of a young store it knows nothing before its own housekeeping comes round, which an embedded
 * one does not have: the pages of one item would be looked for among all of the district.
 */
export async function countTables(database: Database, rows: number): Promise<void> {
  const counting = countings.get(database) ?? { grown: 0, due: first };
  countings.set(database, counting);
  counting.grown += rows;
  if (counting.grown < counting.due) return;
  counting.due = 2 * counting.grown;
  await database.query(`analyze ${grown.join(", ")}`);
}
