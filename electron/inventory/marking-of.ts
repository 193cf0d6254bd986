import type { RowProblem } from "#shared/contract/workbook.ts";
import { workbook as english } from "#shared/text/en/workbook.ts";
import { workbook as vietnamese } from "#shared/text/vi/workbook.ts";
import type { ReadWorkbook } from "./dry-run.ts";
import type { Marking } from "./mark-problems.ts";

/** What a workbook to give back shows: every problem in words, but that a row is listed already, which is none. */
export function markingOf(
  { sheets }: ReadWorkbook,
  problems: readonly RowProblem[],
  language: "vi" | "en",
): Marking {
  const words = language === "vi" ? vietnamese : english;
  const secret = problems.filter(({ code }) => code === "secret");
  const foundOf = ({ found, code }: RowProblem) => (code === "secret" ? "" : found);
  return {
    sheets: sheets.filter(({ layout }) => layout !== null).map(({ name }) => name),
    problems: problems.map((problem) => {
      const { sheet, row, cell, severity, code } = problem;
      const what = `${words.severities[severity]}: ${words.problems[code]}`;
      const found = foundOf(problem);
      return { sheet, row, cell, severity, text: found === "" ? what : `${what} («${found}»)` };
    }),
    hidden: new Set(secret.map(({ sheet, row }) => `${sheet}\n${row}`)),
    list: {
      name: words.problemsTitle.slice(0, 31),
      headings: [
        ...[words.sheet, words.row, words.cell, words.column, words.severity, words.problem, words.found],
      ],
      rows: problems.map((problem) => [
        ...[problem.sheet, problem.row, problem.cell, problem.column, words.severities[problem.severity]],
        ...[words.problems[problem.code], foundOf(problem)],
      ]),
    },
  };
}
