import { expect, test } from "vitest";
import { chaseForm } from "#shared/forms/chase-form.ts";
import { chaseList } from "#shared/handover/chase-list.ts";
import { blankRow } from "#shared/report/sum-rows.ts";

const commune = (name: string, listed: number, given: number) => {
  const row = blankRow({ unit: `52.550.${name}`, name, level: "commune" });
  return {
    ...row,
    listed: { ...row.listed, files: listed },
    handedOver: { ...row.handedOver, files: given },
  };
};
const rows = [
  blankRow({ unit: "52.550", name: "Huyện", level: "district" }),
  commune("A", 10, 10),
  commune("B", 10, 4),
  commune("C", 20, 0),
  commune("D", 0, 0),
  commune("E", 10, 1),
];

test("communes that lack most come first; all are late from the day itself, but those that are done", () => {
  const on = (today: string) =>
    chaseList(rows, { before: "2025-06-20", chaseFrom: "2025-06-20", today }).map(
      ({ name, state, daysLate }) => [name, state, daysLate],
    );
  expect(on("2025-06-22")).toEqual([
    ["D", "nothing-listed", 3],
    ["C", "nothing-given", 3],
    ["E", "part", 3],
    ["B", "part", 3],
    ["A", "all", 0],
  ]);
  expect(on("2025-06-20").map(([, , late]) => late)).toEqual([1, 1, 1, 1, 0]);
  expect(on("2025-06-19").every(([, , late]) => late === 0)).toBe(true);
});

test("the printed list leaves out who is done, and counts them", () => {
  const about = { before: "2025-06-20", chaseFrom: "2025-06-20", today: "2025-06-22" };
  const words = { parent: "", agency: "Huyện", place: "", date: "", preparer: "", position: "", year: "" };
  const form = chaseForm(chaseList(rows, about), about, words);
  expect(form.rows.map(([at, name, , , lacking, , late]) => [at, name, lacking, late])).toEqual([
    ["1", "D", "0", "3"],
    ["2", "C", "20", "3"],
    ["3", "E", "9", "3"],
    ["4", "B", "6", "3"],
  ]);
  expect(form.totals).toEqual(["Có 4 trên 5 đơn vị chưa giao đủ tài liệu."]);
  expect(form.facts).toEqual(["(Số liệu đến ngày 22/06/2025; hạn giao: trước ngày 20/06/2025)"]);
});

test("communes that lack something are chased from the day set, whatever their lateness", () => {
  const chased = (today: string) =>
    chaseList(rows, { before: "2025-06-20", chaseFrom: "2025-06-23", today })
      .filter((row) => row.chased)
      .map(({ name }) => name);
  expect(chased("2025-06-22")).toEqual([]);
  expect(chased("2025-06-23")).toEqual(["D", "C", "E", "B"]);
  expect(chaseList(rows, { before: "", chaseFrom: "", today: "2025-06-23" }).some((row) => row.chased)).toBe(
    false,
  );
  const about = { before: "2025-06-20", chaseFrom: "2025-06-23", today: "2025-06-22" };
  const words = { parent: "", agency: "", place: "", date: "", preparer: "", position: "", year: "" };
  expect(chaseForm([], about, words).facts).toEqual([
    "(Số liệu đến ngày 22/06/2025; hạn giao: trước ngày 20/06/2025; đôn đốc từ ngày 23/06/2025)",
  ]);
});
