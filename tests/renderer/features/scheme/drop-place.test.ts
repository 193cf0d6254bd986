import { expect, it } from "vitest";
import { arrangeScheme, walkScheme } from "#shared/archive/scheme.ts";
import { dropPlace, zoneAt } from "#renderer/features/scheme/drop-place.ts";
import { sampleGroup } from "#tests/helpers/sample-scheme.ts";

const scheme = arrangeScheme([
  sampleGroup("one", { ordinal: 1 }),
  sampleGroup("a", { parentId: "one", ordinal: 1 }),
  sampleGroup("b", { parentId: "one", ordinal: 2 }),
  sampleGroup("two", { ordinal: 2 }),
]);

function place(id: string, zone: ReturnType<typeof zoneAt>, open = true) {
  const node = walkScheme(scheme).find(({ group }) => group.id === id);
  if (!node) throw new Error(id);
  return dropPlace(scheme, node, zone, open);
}

it("drops between rows at their edges, and into a row at its middle", () => {
  expect([0, 9, 10, 20, 30, 31].map((y) => zoneAt(y, 40))).toEqual([
    "before",
    "before",
    "into",
    "into",
    "into",
    "after",
  ]);
  expect(place("two", "before")).toEqual({ parentId: "", before: "two" });
  expect(place("two", "into")).toEqual({ parentId: "two" });
  expect(place("two", "after")).toEqual({ parentId: "" });
  expect(place("a", "after")).toEqual({ parentId: "one", before: "b" });
});

it("drops below an open group before the first that is seen there", () => {
  expect(place("one", "after")).toEqual({ parentId: "one", before: "a" });
  expect(place("one", "after", false)).toEqual({ parentId: "", before: "two" });
});
