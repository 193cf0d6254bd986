import { expect, it } from "vitest";
import type { Side } from "#shared/archive/count-leaves.ts";
import { type ListedPages, suspectMissed } from "#shared/capture/suspect-missed.ts";

const pages = (count: number): Side[] => Array.from({ length: count }, () => ({ blank: "no" }));
const listed = (id: string, pageCount: number, found: number, leaves = ""): ListedPages => ({
  item: { id, pageCount, leaves },
  pages: pages(found),
});

it("suspects a separator that was missed, and says from which page on and for whom", () => {
  expect(suspectMissed([listed("a", 3, 5), listed("b", 2, 0), listed("c", 4, 4)])).toEqual([
    { itemId: "a", unit: "page", found: 5, expected: 3, emptyIds: ["b"], from: 3 },
  ]);
});

it("finds four of seven missed ones by the counts", () => {
  // Seven items of two pages; the separators of the 2nd, 3rd, 5th and 7th were not read.
  const found = [6, 0, 0, 4, 0, 4, 0];
  const suspicions = suspectMissed(found.map((count, at) => listed(`i${at + 1}`, 2, count)));
  expect(suspicions.map(({ itemId, emptyIds }) => [itemId, emptyIds])).toEqual([
    ["i1", ["i2", "i3"]],
    ["i4", ["i5"]],
    ["i6", ["i7"]],
  ]);
});

it("goes by leaves where only they are listed, with both sides allowed", () => {
  expect(suspectMissed([listed("a", 0, 4, "1-2"), listed("b", 0, 0, "3")])).toEqual([]);
  expect(suspectMissed([listed("a", 0, 5, "1-2"), listed("b", 0, 0, "3")])).toMatchObject([
    { unit: "leaf", found: 3, expected: 2, emptyIds: ["b"], from: 4 },
  ]);
});

it("suspects nothing where the next has its pages, or where nothing is listed to count against", () => {
  expect(suspectMissed([listed("a", 3, 5), listed("b", 2, 2)])).toEqual([]);
  expect(suspectMissed([listed("a", 0, 50), listed("b", 2, 0)])).toEqual([]);
  expect(suspectMissed([listed("a", 3, 3), listed("b", 2, 0)])).toEqual([]);
});
