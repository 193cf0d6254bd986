import { type Static, Type } from "typebox";
import { difficultyCodes, reportSchema } from "#shared/archive/report.ts";
import { pageDefects } from "#shared/archive/page.ts";
import { reportRowSchema } from "#shared/archive/report-row.ts";
import { Choice } from "#shared/base/schema.ts";
import { formWordsSchema, madeFormSchema } from "#shared/contract/forms.ts";
import { rollUpSchema } from "#shared/report/arrived.ts";
import { figureSchema } from "#shared/report/report-figures.ts";
import { findingSchema } from "#shared/report/check-report.ts";

const daySchema = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });

const dueSchema = Type.Object({
  state: Choice(["quiet", "soon", "late", "done"]),
  minutes: Type.Integer(),
});

const defectsSchema = Type.Array(Type.Object({ defect: Choice(pageDefects), pages: Type.Integer() }));

export type DefectsNow = Static<typeof defectsSchema>;

/** The day's figures as they are now, not yet frozen, and what was already reported of the day. */
export const reportDraftSchema = Type.Object({
  scope: Type.String(),
  day: Type.String(),
  /** The moment that the figures are of (ISO 8601), and the last entry of the journal that is in them. */
  asOf: Type.String(),
  atSeq: Type.Integer(),
  heardAt: Type.String(),
  rows: Type.Array(reportRowSchema),
  due: dueSchema,
  /** The versions of the day, the first first. */
  made: Type.Array(reportSchema),
  findings: Type.Array(findingSchema),
  /** Pages to be scanned again, by why they were rejected; not part of what is frozen. */
  defects: defectsSchema,
  /** Captured pages (A4) of the days before, the first first. */
  history: Type.Array(Type.Object({ day: Type.String(), pages: Type.Integer() })),
});

export type ReportDraft = Static<typeof reportDraftSchema>;

/** What is behind a figure; of pages `sum` is what they come to in A4, of others their number. */
const listedFigureSchema = Type.Object({
  total: Type.Integer(),
  sum: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      id: Type.String(),
      fileId: Type.String(),
      /** The code of the file, with the item's place in it and the page's where the row is one. */
      label: Type.String(),
      title: Type.String(),
      /** Of a page alone, from 1; else 0. */
      page: Type.Integer(),
      /** What it counts as: pages of A4, else 1. */
      weight: Type.Integer(),
    }),
  ),
});

export const reportFormats = ["pdf", "docx", "xlsx"] as const;

export const messageAnswerSchema = Type.Object({
  /** What became of the message; only `taken` and `known` have a district. */
  outcome: Choice(["taken", "known", "not-a-report", "cut-off", "altered", "not-your-scope"]),
  district: Type.String(),
  day: Type.String(),
  pages: Type.Integer(),
});

export type MessageAnswer = Static<typeof messageAnswerSchema>;

/** The daily report of a district, and the province's of all. */
export const reportCalls = {
  /** How the report of the day stands to 13:00; `quiet` also where none is looked for. Counts nothing. */
  "reports.due": { input: Type.Object({}), output: dueSchema },
  "reports.draft": { input: Type.Object({}), output: reportDraftSchema },
  /** What one figure of the report counts, as of now: how many, what they come to, and some of them. */
  "reports.figure": {
    input: Type.Object({
      ...figureSchema.properties,
      from: Type.Integer({ minimum: 0 }),
      limit: Type.Integer({ minimum: 1, maximum: 100 }),
    }),
    output: listedFigureSchema,
  },
  /** Freezes the figures of `atSeq` as they were shown; a second of a day is a correction and wants its reason. */
  "reports.make": {
    input: Type.Object({
      atSeq: Type.Integer(),
      scanners: Type.Integer({ minimum: 0, maximum: 9999 }),
      people: Type.Integer({ minimum: 0, maximum: 9999 }),
      difficulties: Type.Array(Choice(difficultyCodes), { maxItems: 20 }),
      remark: Type.String({ maxLength: 4000 }),
      reason: Type.String({ maxLength: 1000 }),
    }),
    output: Type.Union([
      Type.Object({ report: reportSchema }),
      Type.Object({ refused: Choice(["reason-missing", "nothing-changed", "day-over", "figures-gone"]) }),
    ]),
  },
  /** The reports of the district, the latest day first, at most 200. */
  "reports.list": { input: Type.Object({}), output: Type.Object({ reports: Type.Array(reportSchema) }) },
  "reports.form": {
    input: Type.Object({
      id: Type.String({ maxLength: 40 }),
      format: Choice(reportFormats),
      words: formWordsSchema,
    }),
    output: madeFormSchema,
  },
  /** The report as one signed line that any message carries. */
  "reports.message": {
    input: Type.Object({ id: Type.String({ maxLength: 40 }) }),
    output: Type.Object({ text: Type.String() }),
  },
  "reports.rollUpForm": {
    input: Type.Object({ day: daySchema, format: Choice(reportFormats), words: formWordsSchema }),
    output: madeFormSchema,
  },
} as const;

/** What a report is asked of the province itself. */
export const provinceReportCalls = {
  /** All districts' reports of a day as the province has them; of an officer. */
  "reports.rollUp": { input: Type.Object({ day: daySchema }), output: rollUpSchema },
  /** Takes a message with a report in at the province. */
  "reports.takeMessage": {
    input: Type.Object({ text: Type.String({ minLength: 1, maxLength: 5000 }) }),
    output: messageAnswerSchema,
  },
} as const;
