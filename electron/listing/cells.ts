import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import type { Traits } from "./traits.ts";

/** The cell of these traits, given out where there is none yet. */
export type CellOf = (traits: Traits) => number;

export function openCells(database: Sqlite): CellOf {
  const find = database.prepare("SELECT cell FROM cells WHERE traits = ?");
  const insert = database.prepare("INSERT INTO cells (traits) VALUES (?)");
  return (traits) => {
    const written = writeTraits(traits);
    const row = find.get(written);
    return row ? numberIn(row, "cell") : Number(insert.run(written).lastInsertRowid);
  };
}

/** All cells there are: a few thousand at most, for a district has few kinds of documents. */
export function readCells(database: Sqlite): Map<number, Traits> {
  const rows = database.prepare("SELECT cell, traits FROM cells").all();
  return new Map(rows.map((row) => [numberIn(row, "cell"), readTraits(textIn(row, "traits"))]));
}

function writeTraits(traits: Traits): string {
  const { collection, fonds, unit, type, year, retention, priority, arrangement, state, inScope } = traits;
  return JSON.stringify([
    collection,
    fonds,
    unit,
    type,
    year,
    retention,
    priority,
    arrangement,
    state,
    inScope,
  ] satisfies Written);
}

type Written = [
  Traits["collection"],
  string,
  string,
  string,
  number,
  string,
  string,
  string,
  Traits["state"],
  boolean,
];

/** As `writeTraits` wrote it: the index holds what the desk wrote itself. */
function readTraits(written: string): Traits {
  const [collection, fonds, unit, type, year, retention, priority, arrangement, state, inScope] = JSON.parse(
    written,
  ) as Written;
  return { collection, fonds, unit, type, year, retention, priority, arrangement, state, inScope };
}
