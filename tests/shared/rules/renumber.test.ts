import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLeaves } from "#shared/archive/leaf-span.ts";
import { findLeaves } from "#shared/rules/leaf-numbers.ts";
import { orderItems, renumberLeaves, renumberOrdinals } from "#shared/rules/renumber.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";

const items = [
  sampleItem("c", { ordinal: 7, number: "10", issuedDate: "2016-03-01", leaves: "4-5" }),
  sampleItem("a", { ordinal: 1, number: "9", issuedDate: "2016-04-01", leaves: "1-2" }),
  sampleItem("b", { ordinal: 3, number: "", issuedDate: "", leaves: "9" }),
];

describe("renumbering", () => {
  it.each([
    ["place", "a b c"],
    ["number", "a c b"],
    ["date", "c a b"],
  ] as const)("puts items by %s", (order, ids) => {
    expect(
      orderItems(items, order)
        .map(({ id }) => id)
        .join(" "),
    ).toBe(ids);
  });

  it("gives ordinals from 1 without a gap, and names only what changes", () => {
    expect(renumberOrdinals(items, "number")).toEqual([{ id: "c", from: 7, to: 2 }]);
  });

  it("lets leaves run on from 1, each item keeping how many it has", () => {
    expect(renumberLeaves(items)).toEqual({
      changes: [{ id: "b", from: "9", to: "3" }],
      unknown: [],
    });
  });

  it("changes no leaves where those of one item are not known", () => {
    const blank = sampleItem("d", { ordinal: 2, leaves: "" });
    expect(renumberLeaves([...items, blank])).toEqual({ changes: [], unknown: ["d"] });
  });

  it("leaves nothing to find, and keeps every count", () => {
    const span = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), (spans) => {
        const before = spans.map(([first, more], index) =>
          sampleItem(`i${String(index)}`, {
            ordinal: index + 1,
            leaves: `${String(first)}-${String(first + more)}`,
          }),
        );
        const to = new Map(renumberLeaves(before).changes.map((change) => [change.id, change.to]));
        const after = before.map((item) => ({ ...item, leaves: to.get(item.id) ?? item.leaves }));
        expect(findLeaves({ id: "f", code: "c", leafCount: 0 }, after)).toBeUndefined();
        const count = (leaves: string) => {
          const [first, last] = readLeaves(leaves) ?? [0, -1];
          return last - first + 1;
        };
        expect(after.map(({ leaves }) => count(leaves))).toEqual(before.map(({ leaves }) => count(leaves)));
      }),
    );
  });
});
