import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { sumFigures } from "#shared/completeness/sum-figures.ts";
import { matrixStages } from "#shared/completeness/stages.ts";
import type { MatrixFigures, MatrixPlace, MatrixRow } from "#shared/contract/completeness.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import { vi as all } from "#shared/text/vi.ts";
import { MatrixScreen } from "#renderer/features/matrix/matrix-screen.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const words = all.matrix;
const top: MatrixPlace = {
  ...{ step: "units", scope: "52.550", fondsId: "", inventory: "", box: "", fileId: "" },
};

function figures(files: readonly number[]): MatrixFigures {
  const stages = matrixStages.map((_, at) => ({
    files: files[at] ?? 0,
    items: (files[at] ?? 0) * 10,
    leaves: (files[at] ?? 0) * 30,
  }));
  return { stages, odd: 2 };
}

function row(scope: string, label: string, level: MatrixRow["level"], files: readonly number[]): MatrixRow {
  return { ...figures(files), label, title: "", level, place: { ...top, step: "fonds", scope } };
}

const units = [
  row("52.550", "Huyện Tuy Phước", "district", [40, 40, 30, 20, 20, 25, 0, 5, 4]),
  row("52.550.21952", "Xã Phước Sơn", "commune", [60, 50, 20, 10, 10, 15, 0, 0, 0]),
];

it("shows what lacks first, opens the list behind a figure, and goes down and back by keyboard", async () => {
  const lists: CallInput<"matrix.list">[] = [];
  const { desk } = answeringDesk({
    "matrix.count": ({ place }) => {
      const rows =
        place === null ? units : [{ ...row("x", "H05", "", [60, 50]), title: "UBND xã Phước Sơn" }];
      return { place: place ?? top, rows, total: sumFigures(rows), more: 0 };
    },
    "matrix.list": (asked) => {
      lists.push(asked);
      const found = {
        id: `i${asked.from}`,
        fileId: "file-7",
        label: `H05.7.${asked.from}`,
        title: "Giao đất",
      };
      return { total: 120, rows: [found] };
    },
  });
  renderScreen(<MatrixScreen />, { work: await openWork(sampleChecker), desk });
  const user = userEvent.setup({ delay: null });
  const table = await screen.findByRole("table", { name: words.table });
  within(table).getByRole("button", { name: words.figure(words.stages.listed, words.sum, "100") });
  within(table).getByText(words.levels.district);
  expect(await findBarriers()).toEqual([]);

  await user.click(screen.getByRole("button", { name: words.reds.received("10") }));
  await screen.findByRole("link", { name: "H05.7.0" });
  expect(lists.at(-1)).toMatchObject({ place: top, stage: "received", state: "lacks", measure: "files" });
  expect(screen.getByRole("link", { name: "H05.7.0" }).getAttribute("href")).toBe("/inventory/file/file-7");
  await user.click(screen.getByRole("button", { name: words.later }));
  await screen.findByRole("link", { name: "H05.7.50" });
  await user.keyboard("{Escape}");
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();

  await user.click(screen.getByRole("radio", { name: words.measures.items }));
  const tile = screen.getByRole("button", { name: new RegExp(`^${words.stages.captured}\\s*500`) });
  await user.click(tile);
  await screen.findByRole("link", { name: "H05.7.0" });
  expect(lists.at(-1)).toMatchObject({ stage: "captured", state: "has", measure: "items" });
  await user.keyboard("{Escape}");
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();

  screen.getByRole("button", { name: "Xã Phước Sơn" }).focus();
  await user.keyboard("{Enter}");
  await screen.findByRole("button", { name: "H05 · UBND xã Phước Sơn" });
  const path = screen.getByRole("navigation", { name: words.path });
  await user.click(within(path).getByRole("button", { name: words.all }));
  await screen.findByRole("button", { name: "Huyện Tuy Phước" });
});

it("says that nothing is listed yet", async () => {
  const { desk } = answeringDesk({
    "matrix.count": () => ({ place: top, rows: [], total: figures([]), more: 0 }),
  });
  renderScreen(<MatrixScreen />, { work: await openWork(sampleChecker), desk });
  await screen.findByText(words.empty);
});
