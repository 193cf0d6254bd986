import fc from "fast-check";
import { expect, it } from "vitest";
import { proposeByOrder } from "#shared/capture/propose-by-order.ts";

const item = (id: string, pageCount: number, leaves = "") => ({ id, pageCount, leaves });
const singles = (count: number) => Array.from({ length: count }, (_, at) => ({ key: `k${at}`, pages: 1 }));

it("gives each document to the item at its place, surer the more of them have the pages listed", () => {
  const runs = [3, 2, 4].map((pages, at) => ({ key: `k${at}`, pages }));
  const right = proposeByOrder(runs, [item("a", 3), item("b", 2), item("c", 4)]);
  expect(right.proposals.map(({ itemId, keys }) => [itemId, keys])).toEqual([
    ["a", ["k0"]],
    ["b", ["k1"]],
    ["c", ["k2"]],
  ]);
  expect(right.sureness).toBe(0.95);
  expect(proposeByOrder(runs, [item("a", 2), item("b", 3), item("c", 4)]).sureness).toBeLessThan(0.6);
});

it("fills single pages in until each item has what is listed", () => {
  const { proposals, sureness } = proposeByOrder(singles(5), [item("a", 3), item("b", 2)]);
  expect(proposals.map(({ keys }) => keys)).toEqual([
    ["k0", "k1", "k2"],
    ["k3", "k4"],
  ]);
  expect(sureness).toBe(0.9);
  expect(proposeByOrder(singles(4), [item("a", 3), item("b", 2)]).sureness).toBeLessThanOrEqual(0.5);
});

it("stops at an item whose pages nobody listed, and is not sure", () => {
  const { proposals, sureness } = proposeByOrder(singles(6), [item("a", 2), item("b", 0), item("c", 2)]);
  expect(proposals.map(({ itemId }) => itemId)).toEqual(["a"]);
  expect(sureness).toBeLessThanOrEqual(0.5);
  expect(proposeByOrder([], [item("a", 2)])).toEqual({ proposals: [], sureness: 0 });
});

it("gives no page twice, and keeps the order of both sides", () => {
  const anyItem = fc.tuple(fc.nat(6), fc.constantFrom("", "1-2"));
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 15 }),
      fc.array(anyItem),
      (sizes, list) => {
        const runs = sizes.map((pages, at) => ({ key: `k${at}`, pages }));
        const items = list.map(([count, leaves], at) =>
          item(`i${String(at).padStart(3, "0")}`, count, leaves),
        );
        const { proposals, sureness } = proposeByOrder(runs, items);
        const keys = proposals.flatMap((one) => one.keys);
        expect(keys).toEqual(runs.slice(0, keys.length).map(({ key }) => key));
        const ids = proposals.map(({ itemId }) => itemId);
        expect(ids).toEqual([...new Set(ids)].sort());
        expect(sureness).toBeGreaterThanOrEqual(0);
        expect(sureness).toBeLessThan(1);
      },
    ),
  );
});
