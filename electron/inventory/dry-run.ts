import { setImmediate as pause } from "node:timers/promises";
import type { Static } from "typebox";
import { DeskFault } from "#shared/contract/fault.ts";
import type { workbookReportSchema } from "#shared/contract/workbook.ts";
import type { Line, RowProblem } from "#shared/inventory/line.ts";
import {
  type FileToWrite,
  type ImportContext,
  type ItemToWrite,
  planImport,
} from "#shared/inventory/plan-import.ts";
import type { SheetLines, SheetSummary } from "#shared/inventory/read-lines.ts";

export type WorkbookReport = Static<typeof workbookReportSchema>;

/** A workbook as it was read: its sheets, and its lines in the order they are planned in. */
export type ReadWorkbook = { sheets: SheetSummary[]; lines: Line[] };

const mostProblems = 2000;
const mostPreviewed = 20;
const sliceSize = 200;

/** All lines of a workbook. Faults: `workbook-empty` where nothing stands in it, `workbook-no-headings`. */
export async function gatherLines(slices: AsyncIterable<SheetLines>): Promise<ReadWorkbook> {
  const sheets: { summary: SheetSummary; lines: Line[] }[] = [];
  for await (const { summary, lines } of slices) {
    let sheet = sheets.at(-1);
    if (sheet?.summary.name !== summary.name) sheets.push((sheet = { summary, lines: [] }));
    sheet.summary = summary;
    for (const line of lines) sheet.lines.push(line);
  }
  const summaries = sheets.map((sheet) => sheet.summary);
  if (summaries.every((sheet) => sheet.filledRows === 0)) throw new DeskFault("workbook-empty");
  if (summaries.every((sheet) => sheet.layout === null)) throw new DeskFault("workbook-no-headings");
  // Sheets of items name files that other sheets of the same workbook list.
  const ofItems = (sheet: { summary: SheetSummary }) => sheet.summary.layout === "item-inventory";
  const ordered = [...sheets.filter((sheet) => !ofItems(sheet)), ...sheets.filter(ofItems)];
  return { sheets: summaries, lines: ordered.flatMap((sheet) => sheet.lines) };
}

export type Plan = { files: FileToWrite[]; items: ItemToWrite[]; report: WorkbookReport };

/** What an import would write, and its report; gives way to other work between slices of rows. */
export async function planWorkbook(read: ReadWorkbook, context: ImportContext, token: string): Promise<Plan> {
  const decide = planImport(context);
  const years = new Map(read.sheets.map((sheet) => [sheet.name, sheet.year]));
  const files: FileToWrite[] = [];
  const items: ItemToWrite[] = [];
  const told: Record<RowProblem["severity"], Told[]> = { error: [], warning: [] };
  const itemCounts = new Map<string, number>();
  let [refusedRows, skippedRows, toldInAll] = [0, 0, 0];
  for (const [at, line] of read.lines.entries()) {
    if (at % sliceSize === sliceSize - 1) await pause();
    const { outcome, file, item, problems: found } = decide(line, years.get(line.sheet) ?? "");
    if (outcome === "refused") refusedRows += 1;
    if (outcome === "skipped" && found.some((problem) => problem.code === "already-listed")) skippedRows += 1;
    if (file) files.push(file);
    if (item) {
      items.push(item);
      itemCounts.set(item.fileId, (itemCounts.get(item.fileId) ?? 0) + 1);
    }
    for (const problem of found) told[problem.severity].push({ at: toldInAll++, problem });
  }
  const problems = chooseProblems(told.error, told.warning);
  const report: WorkbookReport = {
    token,
    sheets: read.sheets.map(({ name, layout, headingRow, rows, unknownColumns }) => ({
      name,
      layout,
      headingRow,
      rows,
      unknownColumns,
    })),
    files: files.length,
    items: items.length,
    refusedRows,
    skippedRows,
    problems,
    more: toldInAll > problems.length,
    preview: files.slice(0, mostPreviewed).map(({ id, fields }) => ({
      code: fields.code,
      title: fields.title,
      items: itemCounts.get(id) ?? 0,
      dates: [fields.startDate, fields.endDate].filter((date) => date !== "").join(" – "),
    })),
  };
  return { files, items, report };
}

type Told = { at: number; problem: RowProblem };

/** As many problems as a report holds, in the order of their rows: errors before warnings where not all have room. */
function chooseProblems(errors: readonly Told[], warnings: readonly Told[]): RowProblem[] {
  const chosen = [
    ...errors.slice(0, mostProblems),
    ...warnings.slice(0, Math.max(0, mostProblems - errors.length)),
  ];
  return chosen.sort((one, other) => one.at - other.at).map(({ problem }) => problem);
}
