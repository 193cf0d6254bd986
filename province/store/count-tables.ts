import type { Database } from "./database.ts";

type Counting = { grown: number; due: number; counted: number; kinds: Map<string, number> };

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
/** So many of a kind are enough for the server to believe that there are some. */
const enough = 200;
const kinds = [
  "records (district, collection, id, parent, scope, seq)",
  "search (district, collection, id, scope)",
];
/** By what rows are found and put together. */
const keys = [
  ...kinds,
  "audit (district, id)",
  "receipts",
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
  const counting = countingOf(database);
  counting.grown += rows;
  if (counting.grown < counting.due) return;
  counting.due = 2 * counting.grown;
  const tables = counting.counted % wholeEach === 0 ? whole : keys;
  counting.counted += 1;
  await database.query(`analyze ${tables.join(", ")}`);
}

/**
 * Lets the server count the tables of records and words soon after the first of a collection came of a district. Before, it
 * believes that there is next to nothing of these: any index, and any order of joining, seems as good to it as the one by
 * id, and it reads all that lies there for each push.
 */
export async function countKinds(
  database: Database,
  district: string,
  collection: string,
  rows: number,
): Promise<void> {
  const { kinds: known } = countingOf(database);
  const kind = `${district}/${collection}`;
  const before = known.get(kind) ?? 0;
  if (before >= enough) return;
  known.set(kind, before + rows);
  if (before + rows >= enough) await database.query(`analyze ${kinds.join(", ")}`);
}

function countingOf(database: Database): Counting {
  const counting = countings.get(database) ?? { grown: 0, due: first, counted: 0, kinds: new Map() };
  countings.set(database, counting);
  return counting;
}
