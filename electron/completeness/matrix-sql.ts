import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { reportGroups } from "#shared/archive/report-row.ts";
import { bitOf, itemStages, type MatrixStage } from "#shared/completeness/stages.ts";
import type { MatrixNarrow, MatrixPlace } from "#shared/contract/completeness.ts";
import { DeskFault } from "#shared/contract/fault.ts";

const frequent = reportGroups.indexOf("frequent");
const other = reportGroups.indexOf("other");

/** The group of an item (`i`) of a file (`f`), as SQL: a file in frequent use lifts those in no group of their own. */
export const groupOfItem = `(CASE WHEN f.frequent AND i.grp = ${other} THEN ${frequent} ELSE i.grp END)`;

/** What stands outside of the tables, in the journal: batches are few, and what is sent back is. */
export type Outside = {
  /** Batches that are packed, or further on; and those kept back. */
  packed: readonly string[];
  held: readonly string[];
  /** Files in which something waits to be mended. */
  corrected: readonly string[];
};

export const nothingOutside: Outside = { packed: [], held: [], corrected: [] };

/** Everything, narrowed by nothing. */
export const wholeMatrix: MatrixNarrow = { group: "", level: "", only: "" };

/** The whole of a person's own unit; a fault where the machine is in none yet. */
export function topPlace(profile: Pick<Profile, "scope"> | null): MatrixPlace {
  if (!profile) throw new DeskFault("not-set-up");
  return { step: "units", scope: profile.scope, fondsId: "", inventory: "", box: "", fileId: "" };
}

/**
 * The files to count: `from` what they are read, with the sums of their items as `s` (of one group, where one is asked
 * for), a condition over them, and what it is asked with.
 */
export type Narrowed = {
  from: string;
  where: string;
  values: (string | number)[];
  /** A condition over the items (`i`) of those files, where they are looked at one by one. */
  items: string;
};

/** The files that stand below a place, narrowed. */
export function narrowTo(
  database: Sqlite,
  place: MatrixPlace,
  narrow: MatrixNarrow,
  outside: Outside,
): Narrowed {
  const parts = ["f.stands = 1"];
  const values: (string | number)[] = [];
  const also = (sql: string, ...asked: (string | number)[]) => {
    parts.push(sql);
    values.push(...asked);
  };
  const { step, scope, fondsId, inventory, box, fileId } = place;
  if (step === "units")
    also("(f.scope = ? OR substr(f.scope, 1, ?) = ?)", scope, scope.length + 1, `${scope}.`);
  else if (step === "items") {
    const key = database.prepare("SELECT key FROM keys WHERE collection = 'files' AND id = ?").get(fileId);
    also("f.key = ?", Number(key?.["key"] ?? 0));
  } else {
    also("f.scope = ?", scope);
    if (step !== "fonds") also("f.fonds = ?", fondsId);
    if (step === "files") also("f.inventory = ? AND f.box = ?", inventory, box);
  }
  const { group, level, only } = narrow;
  // A scope is the path of its units: province, district, commune.
  const depth = "length(f.scope) - length(replace(f.scope, '.', ''))";
  if (level !== "") also(`${depth} ${level === "district" ? "= 1" : "> 1"}`);
  const grp = reportGroups.indexOf(group as "other");
  const from =
    group === "" ? "standing_files f" : "standing_files f JOIN standing_groups s ON s.file = f.key";
  if (group !== "") also("s.grp = ?", grp);
  const items = group === "" ? "1" : `${groupOfItem} = ${grp}`;
  if (only === "held")
    also(
      `(f.key IN (SELECT file FROM standing_holds) OR f.batch IN (SELECT value FROM json_each(?)))`,
      JSON.stringify(outside.held),
    );
  if (only !== "red") return { from, where: parts.join(" AND "), values, items };
  const s = sumsOf(group);
  const fewer = ["s0", "s1", "s3"].map((sum) => `${s}.${sum} < ${s}.items`).join(" OR ");
  also(
    `(NOT f.received OR ${s}.odd > 0 OR ${fewer} OR f.key IN
      (SELECT k.key FROM json_each(?) j JOIN keys k ON k.collection = 'files' AND k.id = j.value))`,
    JSON.stringify(outside.corrected),
  );
  return { from, where: parts.join(" AND "), values, items };
}

/** Where the sums of a file's items are: its own, or those of a group. */
export function sumsOf(group: MatrixNarrow["group"]): "f" | "s" {
  return group === "" ? "f" : "s";
}

/** Whether the batch of a file is packed, as SQL. */
export function packedSql(ids: readonly string[]): string {
  if (ids.length === 0) return "0";
  return `(f.batch IN (${ids.map((id) => `'${id.replaceAll("'", "''")}'`).join(", ")}))`;
}

/** Whether a file (`f`, or `s` by its items of a group) or an item (`i`) is at a stage, as SQL. */
export function atStage(stage: MatrixStage, of: "f" | "s" | "i", packed: string): string {
  if (stage === "listed") return "1";
  if (stage === "received") return "f.received";
  if (stage === "packed") return packed;
  return `(${of}.stages & ${bitOf(stage)} <> 0)`;
}

/** A file's items and leaves at a stage, as SQL over its sums or those of a group. */
export function sumsAt(stage: MatrixStage, s: "f" | "s", packed: string): { items: string; leaves: string } {
  if (stage === "listed" || stage === "received" || stage === "packed") {
    const times = stage === "listed" ? "" : ` * ${atStage(stage, s, packed)}`;
    // What a file states of its leaves is of the whole file: of a group it counts where no item is listed.
    const own = s === "f" ? "f.file_leaves > 0" : "s.items = 0 AND f.file_leaves > 0";
    const leaves = `CASE WHEN ${own} THEN f.file_leaves ELSE ${s}.listed_leaves END`;
    return { items: `${s}.items${times}`, leaves: `(${leaves})${times}` };
  }
  const bit = itemStages.indexOf(stage);
  return { items: `${s}.s${bit}`, leaves: `${s}.l${bit}` };
}
