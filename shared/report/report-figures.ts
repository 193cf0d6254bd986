import { type Static, Type } from "typebox";
import { paperHoldReasons } from "#shared/archive/paper-hold.ts";
import { reportGroups, type ReportRow } from "#shared/archive/report-row.ts";
import { Choice } from "#shared/base/schema.ts";

/** Files, items or pages: what a figure counts, and so what its list names. */
export type FigureMeasure = "files" | "items" | "pages";

/** The figures of a report that have a list behind them, by what they count. Pages weigh what they are in A4. */
const measures = {
  listed: "files",
  "listed-items": "items",
  "handed-over": "files",
  "today-files": "files",
  "today-items": "items",
  "today-pages": "pages",
  captured: "files",
  "captured-items": "items",
  "captured-pages": "pages",
  checked: "files",
  returned: "files",
  confirmed: "files",
  signed: "files",
  packed: "files",
  sent: "files",
  group: "items",
  held: "files",
  defect: "pages",
} as const satisfies Record<string, FigureMeasure>;

export type FigureName = keyof typeof measures;

export const figureNames = Object.keys(measures) as FigureName[];

/** One figure of a report: `of` is its group, reason to keep back or defect, `day` the day of what is of one alone. */
export const figureSchema = Type.Object({
  name: Choice(figureNames),
  of: Type.String({ maxLength: 20 }),
  /** The unit whose row it stands in; empty for the sum of all rows. */
  unit: Type.String({ maxLength: 24 }),
  day: Type.String({ pattern: "^(\\d{4}-\\d{2}-\\d{2})?$" }),
});

export type Figure = Static<typeof figureSchema>;

/** What the list of a figure names. */
export function measureOf(name: FigureName): FigureMeasure {
  return measures[name];
}

/** The figure as a row of the report says it; `undefined` for what no row has: defects, and pages of an earlier day. */
export function figureIn(row: ReportRow, { name, of }: Pick<Figure, "name" | "of">): number | undefined {
  const { listed, handedOver, today, captured } = row;
  const figures: Record<FigureName, number | undefined> = {
    listed: listed.files,
    "listed-items": listed.items,
    "handed-over": handedOver.files,
    "today-files": today.files,
    "today-items": today.items,
    "today-pages": today.pages,
    captured: captured.files,
    "captured-items": captured.items,
    "captured-pages": captured.pages,
    checked: row.checked,
    returned: row.returned,
    confirmed: row.confirmed,
    signed: row.signed,
    packed: row.packed,
    sent: row.sent,
    group: row.groups[reportGroups.findIndex((group) => group === of)],
    held: row.held?.[paperHoldReasons.findIndex((reason) => reason === of)],
    defect: undefined,
  };
  return figures[name];
}
