import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { pageDefects } from "#shared/archive/page.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import type { DefectCount } from "#shared/contract/quality.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";

const columns = { operator: "maker", scanner: "scanner", day: "day" } as const;

/** Pages that count, judged and rejected, by who scanned them, where, or when; days in their order. */
export function countDefects(database: Sqlite, group: CallInput<"quality.defects">["group"]): DefectCount[] {
  const column = columns[group];
  const rows = database
    .prepare(
      `SELECT ${column} AS name, verdict, defect, count(*) AS pages FROM page_rows
       GROUP BY ${column}, verdict, defect ORDER BY ${column}`,
    )
    .all();
  const counts = new Map<string, DefectCount>();
  for (const row of rows) {
    const name = textIn(row, "name");
    const count = counts.get(name) ?? { name, pages: 0, judged: 0, rejected: 0, defects: [] };
    const pages = numberIn(row, "pages");
    count.pages += pages;
    if (row["verdict"] !== "") count.judged += pages;
    if (row["verdict"] === "rejected") {
      count.rejected += pages;
      const defect = pageDefects.find((known) => known === row["defect"]) ?? "";
      count.defects.push({ defect, pages });
    }
    counts.set(name, count);
  }
  return [...counts.values()];
}

/** The counts with people as `1`, `2`…; scanners and days keep their names, and what nobody is named for stays so. */
export function withoutNames(
  group: CallInput<"quality.defects">["group"],
  counts: readonly DefectCount[],
): DefectCount[] {
  if (group !== "operator") return [...counts];
  const named = counts.filter(({ name }) => name !== "");
  return counts.map((one) => ({ ...one, name: one.name === "" ? "" : String(named.indexOf(one) + 1) }));
}
