import type { DatabaseSync } from "node:sqlite";
import type { Profile } from "#shared/archive/profile.ts";
import { reportGroups } from "#shared/archive/report-row.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import { bitOf, itemStages, type MatrixStage } from "#shared/completeness/stages.ts";
import type { MatrixPlace } from "#shared/contract/completeness.ts";
import { DeskFault } from "#shared/contract/fault.ts";

export type Group = CallInput<"matrix.count">["group"];

const frequent = reportGroups.indexOf("frequent");
const other = reportGroups.indexOf("other");

/** The group of an item (`i`) of a file (`f`), as SQL: a file in frequent use lifts those in no group of their own. */
export const groupOfItem = `(CASE WHEN f.frequent AND i.grp = ${other} THEN ${frequent} ELSE i.grp END)`;

/** The whole of a person's own unit; a fault where the machine is in none yet. */
export function topPlace(profile: Pick<Profile, "scope"> | null): MatrixPlace {
  if (!profile) throw new DeskFault("not-set-up");
  return { step: "units", scope: profile.scope, fondsId: "", inventory: "", box: "", fileId: "" };
}

/** A condition over `standing_files f`, with what it is asked with. */
export type Narrowed = { where: string; values: (string | number)[] };

/** The files that stand below a place, of one group or of all. */
export function narrowTo(database: DatabaseSync, place: MatrixPlace, group: Group): Narrowed {
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
  if (group !== "") also("f.grp = ?", reportGroups.indexOf(group));
  return { where: parts.join(" AND "), values };
}

/** Whether the batch of a file is packed, as SQL. */
export function packedSql(ids: readonly string[]): string {
  if (ids.length === 0) return "0";
  return `(f.batch IN (${ids.map((id) => `'${id.replaceAll("'", "''")}'`).join(", ")}))`;
}

/** Whether a file (`f`) or an item (`i`) is at a stage, as SQL. */
export function atStage(stage: MatrixStage, of: "f" | "i", packed: string): string {
  if (stage === "listed") return "1";
  if (stage === "received") return "f.received";
  if (stage === "packed") return packed;
  return `(${of}.stages & ${bitOf(stage)} <> 0)`;
}

/** A file's items and leaves at a stage, as SQL over its sums. */
export function sumsAt(stage: MatrixStage, packed: string): { items: string; leaves: string } {
  if (stage === "listed" || stage === "received" || stage === "packed") {
    const times = stage === "listed" ? "" : ` * ${atStage(stage, "f", packed)}`;
    const leaves = "CASE WHEN f.file_leaves > 0 THEN f.file_leaves ELSE f.listed_leaves END";
    return { items: `f.items${times}`, leaves: `(${leaves})${times}` };
  }
  const bit = itemStages.indexOf(stage);
  return { items: `f.s${bit}`, leaves: `f.l${bit}` };
}
