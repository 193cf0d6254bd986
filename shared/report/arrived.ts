import { type Static, Type } from "typebox";
import { reportSchema } from "#shared/archive/report.ts";
import { reportRowSchema } from "#shared/archive/report-row.ts";
import { Choice } from "#shared/base/schema.ts";
import { findingSchema } from "#shared/report/check-report.ts";

const { day, version, asOf, madeAt, madeBy, reason, remark, scanners, people, difficulties, rows } =
  reportSchema.properties;

/** A report as it reached the province: by sync, parcel or file with its rows, or by message with its total alone. */
export const arrivedReportSchema = Type.Object({
  id: Type.String(),
  district: Type.String(),
  ...{ day, version, asOf, madeAt, madeBy, reason, remark, scanners, people, difficulties, rows },
  /** When the province had it, milliseconds since 1970: its own clock, not the desk's. */
  arrivedAt: Type.Number(),
  by: Choice(["sync", "message"]),
  digestStart: Type.String(),
});

export type ArrivedReport = Static<typeof arrivedReportSchema>;

const districtSchema = Type.Object({
  district: Type.String(),
  name: Type.String(),
  /** `missing`: none of this day has come; its totals are those of `figuresOf`. */
  state: Choice(["reported", "late", "missing"]),
  report: Type.Union([arrivedReportSchema, Type.Null()]),
  /** The day whose figures stand here; empty where there never was a report. */
  figuresOf: Type.String(),
  total: reportRowSchema,
  /** Others of the same version that came later, from another desk: they do not count until one is corrected. */
  beside: Type.Array(arrivedReportSchema),
  findings: Type.Array(findingSchema),
  /** How the figures of the day before were changed since they were rolled up: version by version, with the reasons. */
  corrected: Type.Array(
    Type.Object({
      day: Type.String(),
      version: Type.Integer(),
      reason: Type.String(),
      pages: Type.Integer(),
      was: Type.Integer(),
    }),
  ),
});

export type RolledUp = Static<typeof districtSchema>;

/** All districts' reports of a day as the province knew them at a moment, milliseconds since 1970. */
export const rollUpSchema = Type.Object({
  day: Type.String(),
  at: Type.Number(),
  rows: Type.Array(districtSchema),
  total: reportRowSchema,
});

export type RollUp = Static<typeof rollUpSchema>;
