import { expect } from "vitest";
import { paperHoldReasons } from "#shared/archive/paper-hold.ts";
import { pageDefects } from "#shared/archive/page.ts";
import { reportGroups, type ReportRow } from "#shared/archive/report-row.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { type Figure, figureIn, figureNames, measureOf } from "#shared/report/report-figures.ts";
import { totalOf } from "#shared/report/sum-rows.ts";
import type { Index } from "#electron/index/open-index.ts";
import { figureHandlers } from "#electron/report/figure-handlers.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { defectsByHand, type Held } from "./count-by-hand.ts";
import { district, today, units } from "./work-at-random.ts";

/** Every figure that a report can be asked for. */
const kinds: Partial<Record<Figure["name"], readonly string[]>> = {
  ...{ group: reportGroups, held: paperHoldReasons, defect: pageDefects },
};
const figures = figureNames.flatMap((name) => {
  const of = kinds[name] ?? [""];
  return of.map((one): Pick<Figure, "name" | "of"> => ({ name, of: one }));
});

/** Asks a desk for the whole of a list, `limit` rows at a time. */
export function openLists(journal: Journal, index: Index) {
  const profile = () => ({ name: "", role: "district-checker", scope: district }) as never;
  const calls = figureHandlers({ index, journal, units, profile });
  return async (figure: Figure, limit: number) => {
    const rows: CallOutput<"reports.figure">["rows"] = [];
    for (;;) {
      const some = await calls["reports.figure"]({ ...figure, from: rows.length, limit });
      rows.push(...some.rows);
      if (some.rows.length < limit) return { ...some, rows };
    }
  };
}

/** Expects of each figure, of one unit and of all, that its list has as many rows as the count by hand gives. */
export async function expectLists(
  parts: { journal: Journal; index: Index; held: Held; seed: number },
  byHand: readonly ReportRow[],
): Promise<void> {
  const { journal, index, held, seed } = parts;
  const listed = openLists(journal, index);
  const sum: ReportRow = { ...totalOf({ scope: district, rows: byHand }), unit: "" };
  for (const row of [byHand[seed % byHand.length] ?? sum, sum])
    for (const figure of figures) {
      const { unit } = row;
      const told = `seed ${seed} ${unit} ${figure.name} ${figure.of}`;
      const list = await listed({ ...figure, unit, day: today }, seed % 10 === 0 ? 3 : 100);
      const number =
        figureIn(row, figure) ??
        units
          .filter(({ scope }) => unit === "" || scope === unit)
          .reduce((all, { scope }) => all + (defectsByHand(held, scope)[figure.of] ?? 0), 0);
      // A rejected page is one page, whatever its size; others weigh what they are in A4.
      const isWeight = measureOf(figure.name) === "pages" && figure.name !== "defect";
      const weights = list.rows.reduce((all, { weight }) => all + weight, 0);
      expect(list.rows.length, told).toBe(list.total);
      expect(new Set(list.rows.map(({ id }) => id)).size, told).toBe(list.total);
      expect(isWeight ? list.sum : list.total, told).toBe(number);
      expect(weights, told).toBe(list.sum);
    }
}
