import { Check } from "typebox/value";
import { type Figure, figureSchema } from "#shared/report/report-figures.ts";
import { readFields, writeFields } from "#renderer/app/address-fields.ts";
import { toReports } from "#renderer/app/addresses.ts";

/** Stands in the address of a list in place of a day: what is counted now. */
const now = "now";

/** Where the list behind a figure is: the report with the list open, from its row `from` (0 the first). */
export function toFigure(figure: Partial<Figure> & Pick<Figure, "name">, from = 0): string {
  const { name, of = "", unit = "", day = "" } = figure;
  return `${toReports(now)}/${writeFields({ name, of, unit, day, from: from === 0 ? "" : String(from) })}`;
}

/** The list that the last part of such an address opens; undefined where it names none. */
export function readFigure(part: string | undefined): { figure: Figure; from: number } | undefined {
  const { name = "", of = "", unit = "", day = "", from = "0" } = readFields(part);
  const figure: unknown = { name, of, unit, day };
  if (!Check(figureSchema, figure) || !/^\d{1,9}$/.test(from)) return undefined;
  return { figure, from: Number(from) };
}
