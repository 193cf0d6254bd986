import { paperHoldReasons } from "#shared/archive/paper-hold.ts";
import type { ReportRow } from "#shared/archive/report-row.ts";

type Unit = Pick<ReportRow, "unit" | "name" | "level">;

const nothing = { files: 0, items: 0, pages: 0 };

/** The row of a unit that has nothing yet. */
export function blankRow(unit: Unit): ReportRow {
  return {
    ...unit,
    listed: { ...nothing, metres: 0, boxes: 0, leaves: 0 },
    ...{ handedOver: nothing, today: nothing, captured: nothing },
    ...{ checked: 0, returned: 0, confirmed: 0, signed: 0, packed: 0, sent: 0 },
    groups: [0, 0, 0, 0, 0],
  };
}

/** The rows of several units as one of the unit above them. Metres are rounded to the centimetre. */
export function sumRows(rows: readonly ReportRow[], unit: Unit): ReportRow {
  return rows.reduce<ReportRow>((sum, row) => ({ ...add(sum, row), ...unit }), blankRow(unit));
}

function add(one: ReportRow, other: ReportRow): ReportRow {
  const amounts = (name: "handedOver" | "today" | "captured") => ({
    files: one[name].files + other[name].files,
    items: one[name].items + other[name].items,
    pages: one[name].pages + other[name].pages,
  });
  return {
    ...one,
    listed: {
      files: one.listed.files + other.listed.files,
      items: one.listed.items + other.listed.items,
      pages: one.listed.pages + other.listed.pages,
      metres: Math.round((one.listed.metres + other.listed.metres) * 100) / 100,
      boxes: one.listed.boxes + other.listed.boxes,
      leaves: one.listed.leaves + other.listed.leaves,
    },
    handedOver: amounts("handedOver"),
    today: amounts("today"),
    captured: amounts("captured"),
    checked: one.checked + other.checked,
    returned: one.returned + other.returned,
    confirmed: one.confirmed + other.confirmed,
    signed: one.signed + other.signed,
    packed: one.packed + other.packed,
    sent: one.sent + other.sent,
    groups: one.groups.map((count, at) => count + (other.groups[at] ?? 0)),
    ...(one.held || other.held
      ? { held: paperHoldReasons.map((_, at) => (one.held?.[at] ?? 0) + (other.held?.[at] ?? 0)) }
      : {}),
  };
}

/** The whole of a report: its units' rows as one. */
export function totalOf(report: { scope: string; rows: readonly ReportRow[] }, name = ""): ReportRow {
  return sumRows(report.rows, { unit: report.scope, name, level: "district" });
}
