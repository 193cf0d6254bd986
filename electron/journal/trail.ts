import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { type KeptState, trailOf, type TrailOrigin, trailOrigins } from "#shared/archive/trail.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { Journal } from "./journal.ts";
import { textIn } from "./row.ts";

/** Entries of one record that are read back at once; a record is seldom written so often. */
const most = 200;

/** The latest states of a record in the order of writing, and whether there are older ones. */
export function openTrail(database: Sqlite): Pick<Journal, "states"> {
  const latest = database.prepare(
    `SELECT at, device, origin, state FROM entries INDEXED BY entries_of_record
     WHERE id = ? AND collection = ? ORDER BY seq DESC LIMIT ?`,
  );
  return {
    states(collection, id) {
      const rows = latest.all(id, collection, most + 1);
      const states = rows
        .slice(0, most)
        .reverse()
        .map((row) => ({
          at: textIn(row, "at"),
          device: textIn(row, "device"),
          origin: originOf(textIn(row, "origin")),
          state: JSON.parse(textIn(row, "state")) as KeptState["state"],
        }));
      return { states, more: rows.length > most };
    },
  };
}

/** Answers who changed what of a record, and whether the journal is whole. */
export function trailHandlers(journal: Journal): Pick<DeskHandlers, "records.trail"> {
  return {
    "records.trail"({ collection, id }) {
      const { states, more } = journal.states(collection, id);
      const entries = trailOf(states);
      // Without its older states the first one read did not make the record.
      return { entries: more ? entries.filter(({ first }) => !first) : entries, more };
    },
  };
}

function originOf(text: string): TrailOrigin {
  return trailOrigins.find((origin) => origin === text) ?? "desk";
}
