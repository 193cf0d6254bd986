import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { CallInput } from "#shared/contract/desk.ts";
import type { RowProblem, WorkbookReport } from "#shared/contract/workbook.ts";
import { vi } from "#shared/text/vi.ts";
import { ProblemTable } from "#renderer/features/workbook/problem-table.tsx";
import { answeringDesk, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const words = vi.workbook;

const problemAt = (at: number): RowProblem => ({
  sheet: "Mục lục",
  row: at + 2,
  cell: `D${at + 2}`,
  column: "Ngày",
  code: at % 10 === 0 ? "empty-title" : "date-not-read",
  severity: at % 10 === 0 ? "error" : "warning",
  found: `ô ${at}`,
});
const all = Array.from({ length: 5000 }, (_, at) => problemAt(at));

async function openTable() {
  const asked: CallInput<"workbook.problemRows">[] = [];
  const { desk } = answeringDesk({
    "workbook.problemRows": (input) => {
      asked.push(input);
      const { severity, from, count } = input;
      const of = severity ? all.filter((problem) => problem.severity === severity) : all;
      return { problems: of.slice(from, from + count) };
    },
  });
  const report: WorkbookReport = {
    ...{ token: "t", sheets: [], files: 0, items: 0, refusedRows: 500, exclusions: 0 },
    ...{ problems: all.slice(0, 2000), errors: 500, warnings: 4500, more: true, changes: [] },
    ...{ changesInAll: 0, conflictsInAll: 0, unknownCodes: [], macros: false, preview: [] },
    legacy: { cells: 0, samples: [] },
  };
  renderScreen(<ProblemTable report={report} />, { work: await openWork(), desk });
  return { asked, user: userEvent.setup({ delay: null }) };
}

test("all problems of a large workbook are listed; a page is asked for once, when it comes into view", async () => {
  const { asked, user } = await openTable();
  await screen.findByText("ô 0");
  expect(screen.getByText(words.filterCount(words.filters.all, "5.000"))).toBeDefined();
  expect(asked).toEqual([{ token: "t", from: 0, count: 200 }]);
  await user.click(screen.getByText(words.filterCount(words.filters.error, "500")));
  await screen.findByText("ô 10");
  await waitFor(() => expect(screen.queryByText("ô 1")).toBeNull());
  expect(asked.at(-1)).toEqual({ token: "t", severity: "error", from: 0, count: 200 });
  expect(asked).toHaveLength(2);
});
