import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { sumFigures } from "#shared/completeness/sum-figures.ts";
import { matrixStages } from "#shared/completeness/stages.ts";
import type { MatrixFigures, MatrixPlace, MatrixRow } from "#shared/contract/completeness.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import { vi as all } from "#shared/text/vi.ts";
import { type MatrixView, readMatrixAt, toMatrixAt } from "#renderer/features/matrix/matrix-address.ts";
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
  return { stages, odd: 2, corrections: 0 };
}

function row(scope: string, label: string, level: MatrixRow["level"], files: readonly number[]): MatrixRow {
  return { ...figures(files), label, title: "", level, place: { ...top, step: "fonds", scope } };
}

const units = [
  row("52.550", "Huyện Tuy Phước", "district", [40, 40, 30, 20, 20, 25, 0, 5, 4]),
  row("52.550.21952", "Xã Phước Sơn", "commune", [60, 50, 20, 10, 10, 15, 0, 0, 0]),
];

const nameOf = (one: MatrixRow | undefined) => ({ label: one?.label ?? "", title: one?.title ?? "" });

it("opens where its address says, list and filter included, and Back undoes a step", async () => {
  const asked: CallInput<"matrix.count">[] = [];
  const { desk } = answeringDesk({
    "matrix.count": (said) => {
      asked.push(said);
      return { place: said.place ?? top, path: [], rows: units, total: sumFigures(units), more: 0 };
    },
    "matrix.corrections": () => ({ total: 0, rows: [] }),
  });
  const work = await openWork(sampleChecker);
  const { history } = renderScreen(<MatrixScreen />, { work, desk });
  const user = userEvent.setup({ delay: null });
  await user.selectOptions(await screen.findByLabelText(words.group), words.groups.plan);
  await user.selectOptions(await screen.findByLabelText(words.only), words.onlyChoices.red);
  await user.selectOptions(await screen.findByLabelText(words.level), words.levelChoices.commune);
  await expect.poll(() => asked.at(-1)?.narrow).toEqual({ group: "plan", level: "commune", only: "red" });
  await user.click(await screen.findByRole("link", { name: "Xã Phước Sơn" }));
  await expect.poll(() => asked.at(-1)?.place?.scope).toBe("52.550.21952");
  const address = history.at(-1) ?? "";
  cleanup();

  renderScreen(<MatrixScreen />, { work, desk, at: address });
  await screen.findByRole("table", { name: words.table });
  expect(asked.at(-1)).toEqual({
    place: units[1]?.place,
    narrow: { group: "plan", level: "commune", only: "red" },
  });
  cleanup();

  const list: MatrixView = {
    ...{ place: null, measure: "items", narrow: { group: "", level: "", only: "" }, from: 0 },
    list: { kind: "corrections", of: top },
  };
  renderScreen(<MatrixScreen />, { work, desk, at: toMatrixAt(list) });
  await screen.findByRole("dialog", { name: words.corrections });
  expect(readMatrixAt(toMatrixAt(list).slice("/matrix/".length))).toEqual(list);
});

it("shows what lacks first, opens the list behind a figure, and goes down and back by keyboard", async () => {
  const lists: CallInput<"matrix.list">[] = [];
  const { desk } = answeringDesk({
    "matrix.count": ({ place }) => {
      const rows =
        place === null ? units : [{ ...row("x", "H05", "", [60, 50]), title: "UBND xã Phước Sơn" }];
      const path = place === null ? [] : [{ step: "units" as const, ...nameOf(units[1]), place }];
      return { place: place ?? top, path, rows, total: sumFigures(rows), more: 0 };
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
  within(table).getByRole("link", { name: words.figure(words.stages.listed, words.sum, "100") });
  within(table).getByText(words.levels.district);
  expect(await findBarriers()).toEqual([]);

  await user.click(screen.getByRole("link", { name: words.reds.received("10") }));
  await screen.findByRole("link", { name: "H05.7.0" });
  expect(lists.at(-1)).toMatchObject({ place: top, stage: "received", state: "lacks", measure: "files" });
  expect(screen.getByRole("link", { name: "H05.7.0" }).getAttribute("href")).toBe("/inventory/file/file-7");
  await user.click(screen.getByRole("button", { name: words.later }));
  await screen.findByRole("link", { name: "H05.7.50" });
  await user.keyboard("{Escape}");
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();

  await user.click(screen.getByRole("radio", { name: words.measures.items }));
  const tile = screen.getByRole("link", { name: new RegExp(`^${words.stages.captured}\\s*500`) });
  await user.click(tile);
  await screen.findByRole("link", { name: "H05.7.0" });
  expect(lists.at(-1)).toMatchObject({ stage: "captured", state: "has", measure: "items" });
  await user.keyboard("{Escape}");
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();

  screen.getByRole("link", { name: "Xã Phước Sơn" }).focus();
  await user.keyboard("{Enter}");
  await screen.findByRole("link", { name: "H05 · UBND xã Phước Sơn" });
  const path = screen.getByRole("navigation", { name: words.path });
  await user.click(within(path).getByRole("link", { name: words.all }));
  await screen.findByRole("link", { name: "Huyện Tuy Phước" });
});

it("says that nothing is listed yet", async () => {
  const { desk } = answeringDesk({
    "matrix.count": () => ({ place: top, path: [], rows: [], total: figures([]), more: 0 }),
  });
  renderScreen(<MatrixScreen />, { work: await openWork(sampleChecker), desk });
  await screen.findByText(words.empty);
});
