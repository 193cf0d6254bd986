import { setImmediate as pause } from "node:timers/promises";
import type { Static } from "typebox";
import { DeskFault } from "#shared/contract/fault.ts";
import type {
  FieldChange,
  RowProblem,
  UnknownCode,
  workbookReportSchema,
} from "#shared/contract/workbook.ts";
import { gatherMarks, type MarkMet } from "#shared/inventory/exclusion-of-line.ts";
import type { LegacyCell, Line } from "#shared/inventory/line.ts";
import {
  type FileToWrite,
  type ImportContext,
  type ItemToWrite,
  type Met,
  planImport,
} from "#shared/inventory/plan-import.ts";
import { codeKey, proposeCode } from "#shared/inventory/propose-code.ts";
import type { SheetLines, SheetSummary } from "#shared/inventory/read-lines.ts";

export type WorkbookReport = Static<typeof workbookReportSchema>;

/** A workbook as it was read: its sheets, and its lines in the order they are planned in. */
export type ReadWorkbook = { sheets: SheetSummary[]; lines: Line[]; macros: boolean };

const mostShown = 2000;
const mostPreviewed = 20;
const mostSamples = 20;
const mostUnknown = 500;
const sliceSize = 200;

/** All lines of a workbook. Faults: `workbook-empty` where nothing stands in it, `workbook-no-headings`. */
export async function gatherLines(
  slices: AsyncIterable<SheetLines>,
  told: (rows: number) => void = () => undefined,
): Promise<ReadWorkbook> {
  const sheets: { summary: SheetSummary; lines: Line[] }[] = [];
  let rows = 0;
  let macros = false;
  for await (const { summary, lines, macros: carried } of slices) {
    let sheet = sheets.at(-1);
    if (sheet?.summary.name !== summary.name) sheets.push((sheet = { summary, lines: [] }));
    sheet.summary = summary;
    for (const line of lines) sheet.lines.push(line);
    macros ||= carried === true;
    told((rows += lines.length));
  }
  const summaries = sheets.map((sheet) => sheet.summary);
  if (summaries.every((sheet) => sheet.filledRows === 0)) throw new DeskFault("workbook-empty");
  if (summaries.every((sheet) => sheet.fingerprint === "")) throw new DeskFault("workbook-no-headings");
  // Sheets of items name files that other sheets of the same workbook list.
  const ofItems = (sheet: { summary: SheetSummary }) => sheet.summary.layout === "item-inventory";
  const ordered = [...sheets.filter((sheet) => !ofItems(sheet)), ...sheets.filter(ofItems)];
  return { sheets: summaries, lines: ordered.flatMap((sheet) => sheet.lines), macros };
}

/** A listed record that the sheet tells of, and the place of the row that does. */
export type MetAt = Met & { sheet: string; row: number };

/** A new item, and the row that lists it. */
export type ItemAt = ItemToWrite & { sheet: string; row: number };

export type Plan = {
  files: FileToWrite[];
  items: ItemAt[];
  met: MetAt[];
  marks: MarkMet[];
  problems: RowProblem[];
  report: WorkbookReport;
};

/** What an import would write, and its report; gives way to other work between slices of rows. */
export async function planWorkbook(
  read: ReadWorkbook,
  context: Omit<ImportContext, "lines">,
  token: string,
  told: (rows: number) => void = () => undefined,
): Promise<Plan> {
  const decide = planImport({ ...context, lines: read.lines });
  const years = new Map(read.sheets.map((sheet) => [sheet.name, sheet.year]));
  const files: FileToWrite[] = [];
  const items: ItemAt[] = [];
  const met: MetAt[] = [];
  const problems: RowProblem[] = [];
  const samples: LegacyCell[] = [];
  const itemCounts = new Map<string, number>();
  let [refusedRows, skippedRows] = [0, 0];
  for (const [at, line] of read.lines.entries()) {
    if (at % sliceSize === sliceSize - 1) {
      told(at);
      await pause();
    }
    const outcome = decide(line, years.get(line.sheet) ?? "");
    const { file, item, problems: found } = outcome;
    if (outcome.outcome === "refused") refusedRows += 1;
    const listed = found.some((problem) => problem.code === "already-listed");
    if (outcome.outcome === "skipped" && listed) skippedRows += 1;
    if (file) files.push(file);
    if (item) {
      items.push({ ...item, sheet: line.sheet, row: line.row });
      itemCounts.set(item.fileId, (itemCounts.get(item.fileId) ?? 0) + 1);
    }
    for (const one of outcome.met) met.push({ ...one, sheet: line.sheet, row: line.row });
    // What is listed as the sheet says it is counted, and no problem.
    for (const problem of found) if (problem.code !== "already-listed") problems.push(problem);
    if (line.legacy && samples.length < mostSamples && !found.some(({ code }) => code === "secret")) {
      samples.push(...line.legacy.slice(0, 3));
    }
  }
  const marks = gatherMarks(read.lines);
  const changes = met.flatMap(changesOf);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const shown = chooseProblems(problems, errors);
  const report: WorkbookReport = {
    token,
    sheets: read.sheets.map(({ name, layout, headingRow, rows, unknownColumns, columns, remembered }) => ({
      ...{ name, layout, headingRow, rows, unknownColumns, columns, remembered },
    })),
    files: files.length,
    items: items.length,
    refusedRows,
    skippedRows,
    exclusions: marks.length,
    problems: shown,
    errors,
    warnings: problems.length - errors,
    more: problems.length > shown.length,
    changes: changes.slice(0, mostShown),
    changesInAll: changes.length,
    conflictsInAll: changes.filter(({ conflict }) => conflict).length,
    unknownCodes: gatherUnknown(problems),
    legacy: {
      cells: problems.filter(({ code }) => code === "legacy-font").length,
      samples: samples.slice(0, mostSamples),
    },
    macros: read.macros,
    preview: files.slice(0, mostPreviewed).map(({ id, fields }) => ({
      code: fields.code,
      title: fields.title,
      items: itemCounts.get(id) ?? 0,
      dates: [fields.startDate, fields.endDate].filter((date) => date !== "").join(" – "),
    })),
  };
  return { files, items, met, marks, problems, report };
}

/** Names one change, for the person to leave it out. */
export function keyOf(id: string, field: string): string {
  return `${id}.${field}`;
}

function changesOf({ collection, sheet, row, label, id, differences }: MetAt): FieldChange[] {
  return differences.map(({ field, was, becomes, conflict }) => ({
    ...{ key: keyOf(id, field), collection, sheet, row, label, field, conflict },
    was: String(was).slice(0, 300),
    becomes: String(becomes).slice(0, 300),
  }));
}

/** As many problems as a report holds, in the order of their rows: errors before warnings where not all have room. */
function chooseProblems(problems: readonly RowProblem[], errors: number): RowProblem[] {
  let room = { error: mostShown, warning: Math.max(0, mostShown - errors) };
  return problems.filter(({ severity }) => {
    if (room[severity] === 0) return false;
    room = { ...room, [severity]: room[severity] - 1 };
    return true;
  });
}

/** Each value no list has once, the most frequent first. */
function gatherUnknown(problems: readonly RowProblem[]): UnknownCode[] {
  const values = new Map<string, UnknownCode>();
  for (const { list, found } of problems) {
    if (list === undefined) continue;
    const key = codeKey(list, found);
    const known = values.get(key);
    if (known) known.count += 1;
    else values.set(key, { list, value: found, count: 1, proposed: "" });
  }
  const most = [...values.values()].sort((one, other) => other.count - one.count).slice(0, mostUnknown);
  return most.map((unknown) => ({ ...unknown, proposed: proposeCode(unknown.list, unknown.value) }));
}
