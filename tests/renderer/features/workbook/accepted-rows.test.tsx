import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { WorkbookReportView } from "#renderer/features/workbook/workbook-report.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const words = vi.workbookImport;
const none = () => undefined;

it("says before the write which rows an accepted batch keeps out, and how many in all", async () => {
  const { desk } = answeringDesk({});
  const report = {
    ...{ token: "t", sheets: [], files: 1, items: 1, refusedRows: 0, exclusions: 0, problems: [] },
    ...{ errors: 0, warnings: 0, more: false, changes: [], changesInAll: 0, conflictsInAll: 0 },
    ...{ unknownCodes: [], legacy: { cells: 0, samples: [] }, macros: false, preview: [] },
    accepted: [{ sheet: "Mục lục", row: 12, label: "HS.01 · 3", batch: "2025-007" }],
    acceptedInAll: 1201,
  };
  const props = { name: "a.xlsx", fondsId: "f", writing: false, onAnswer: none, onWrite: none };
  renderScreen(<WorkbookReportView {...props} report={report} />, { work: await openWork(), desk });
  await screen.findByText(words.acceptedAhead("1.201"));
  screen.getByText(words.acceptedRow("Mục lục", "12", "HS.01 · 3", "2025-007"));
  expect(screen.getByRole("alert").textContent).toContain(words.acceptedMore("1.200"));
  expect((await findBarriers()).filter((line) => !line.startsWith("page-has"))).toEqual([]);
});
