import type { Database } from "./database.ts";

type Counting = { grown: number; due: number; counted: number };

const countings = new WeakMap<Database, Counting>();
const first = 1000;
/** Of so many countings one is of everything, the others are of the keys. */
const wholeEach = 4;
const whole = [
  "records",
  "audit",
  "receipts",
  "search",
  "words_waiting",
  "catalogue",
  "catalogue_waiting",
  "harvest",
];
/** By what rows are found and put together. */
const keys = [
  "records (district, collection, id, parent, scope, seq)",
  "audit (district, id)",
  "receipts",
  "search (district, collection, id, scope)",
  "words_waiting",
  "catalogue (district, kind, id, file, fonds, scope)",
  "catalogue_waiting",
  "harvest (district, kind, id, file)",
];

/**
 * Lets the server count its tables whenever they have grown by as much again: `rows` more came. It plans by what it
 * believes them to hold, and of a young store it knows nothing before its own housekeeping comes round, which an embedded
 * one does not have: the pages of one item would be looked for among all of the district.
 * Mostly it counts the keys alone, for what a row says takes many times as long.
 */
export async function countTables(database: Database, rows: number): Promise<void> {
  const counting = countings.get(database) ?? { grown: 0, due: first, counted: 0 };
  countings.set(database, counting);
  counting.grown += rows;
  if (counting.grown < counting.due) return;
  counting.due = 2 * counting.grown;
  const tables = counting.counted % wholeEach === 0 ? whole : keys;
  counting.counted += 1;
  await database.query(`analyze ${tables.join(", ")}`);
}
