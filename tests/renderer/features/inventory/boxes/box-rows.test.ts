import { expect, it } from "vitest";
import type { Box } from "#shared/archive/box.ts";
import { beginBox, idOfBox } from "#shared/archive/box-id.ts";
import {
  filesInNone,
  isPlaceless,
  joinBoxes,
  narrowRows,
} from "#renderer/features/inventory/boxes/box-rows.ts";
import { stampAt } from "#tests/helpers/sample-records.ts";

const tree = {
  inventories: [
    {
      inventory: "01",
      files: 9,
      boxes: [
        { box: "", files: 2, items: 0, leaves: 5, locations: [] },
        { box: "1", files: 4, items: 0, leaves: 100, locations: [] },
        { box: "12", files: 3, items: 0, leaves: 50, locations: ["Kho cũ"] },
      ],
    },
  ],
};

const box = (number: string, fields: Partial<Box> = {}): Box => ({
  ...beginBox({ fondsId: "f", inventory: "01", number }, "52.550", stampAt(1)),
  ...fields,
});

const numbers = (rows: readonly { number: string }[]) => rows.map(({ number }) => number);

it("lists the boxes that files name with what is written of them, then those that files have left", () => {
  const rows = joinBoxes("f", tree, [
    box("1", { shelf: "3" }),
    box("10", { room: "2" }),
    box("2", { room: "2" }),
    box("7"),
    box("8", { room: "2", withdrawn: "nhầm" }),
  ]);
  expect(numbers(rows)).toEqual(["1", "12", "2", "10"]);
  expect(rows[0]).toMatchObject({
    id: idOfBox({ fondsId: "f", inventory: "01", number: "1" }),
    files: 4,
    leaves: 100,
    box: { shelf: "3" },
  });
  expect(rows.map(isPlaceless)).toEqual([false, false, false, false]);
  expect(joinBoxes("f", tree, []).map(isPlaceless)).toEqual([true, false]);
  expect(filesInNone(tree)).toBe(2);
});

it("narrows by words without accents, numbers whole, and by what has no place", () => {
  const rows = joinBoxes("f", tree, [box("2", { room: "Kho lưu trữ", shelf: "1" })]);
  expect(numbers(narrowRows(rows, "kho", false))).toEqual(["12", "2"]);
  expect(numbers(narrowRows(rows, "luu tru", false))).toEqual(["2"]);
  expect(numbers(narrowRows(rows, "1", false))).toEqual(["1", "2"]);
  expect(numbers(narrowRows(rows, "", true))).toEqual(["1"]);
  expect(narrowRows(rows, "nhà bếp", false)).toEqual([]);
});
