import fc from "fast-check";
import { expect, it } from "vitest";
import { closeGaps, giveOrder, inPlaces, makeRoom, type Placed } from "#shared/capture/page-places.ts";

const pages: Placed[] = [
  { id: "a", ordinal: 1 },
  { id: "b", ordinal: 2 },
  { id: "d", ordinal: 4 },
];

it("makes room before a page, behind all, and in a gap left for a page that is to come", () => {
  expect(makeRoom(pages, "b", 2)).toEqual({
    first: 2,
    places: [
      { id: "b", ordinal: 4 },
      { id: "d", ordinal: 6 },
    ],
  });
  expect(makeRoom(pages, undefined, 3)).toEqual({ first: 5, places: [] });
  expect(makeRoom([], undefined, 1)).toEqual({ first: 1, places: [] });
  expect(makeRoom(pages, "gone", 1).first).toBe(5);
});

it("closes the gap of a page that goes, and keeps the one left for a page to come", () => {
  expect(closeGaps(pages, new Set(["a"]))).toEqual([
    { id: "b", ordinal: 1 },
    { id: "d", ordinal: 3 },
  ]);
});

it("gives another order over the same places", () => {
  expect(giveOrder(pages, ["d", "a", "b"])).toEqual([
    { id: "d", ordinal: 1 },
    { id: "a", ordinal: 2 },
    { id: "b", ordinal: 4 },
  ]);
  expect(giveOrder(pages, ["b"])).toEqual([]);
});

const anyPages = fc
  .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 30 })), {
    selector: ([id]) => id,
    maxLength: 12,
  })
  .map((pairs): Placed[] => pairs.map(([id, ordinal]) => ({ id, ordinal })));

function after(before: readonly Placed[], places: readonly Placed[]): Placed[] {
  const changed = new Map(places.map(({ id, ordinal }) => [id, ordinal]));
  return before.map(({ id, ordinal }) => ({ id, ordinal: changed.get(id) ?? ordinal }));
}

function isStrict(placed: readonly Placed[]): boolean {
  const ordinals = placed.map(({ ordinal }) => ordinal);
  return new Set(ordinals).size === ordinals.length && ordinals.every((ordinal) => ordinal >= 1);
}

it("never lays two pages at one place behind the spot, and keeps the order of those that are there", () => {
  fc.assert(
    fc.property(anyPages, fc.nat(), fc.integer({ min: 1, max: 5 }), (held, pick, count) => {
      const order = inPlaces(held).map(({ id }) => id);
      const before = order[pick % (order.length + 1)];
      const { first, places } = makeRoom(held, before, count);
      const now = after(held, places);
      expect(inPlaces(now).map(({ id }) => id)).toEqual(order);
      const behind = now.filter(
        ({ id }) => order.indexOf(id) >= (before ? order.indexOf(before) : order.length),
      );
      expect(isStrict(behind)).toBe(true);
      for (const { ordinal } of behind) expect(ordinal).toBeGreaterThanOrEqual(first + count);
      const above = now.filter(({ id }) => !behind.some((one) => one.id === id));
      for (const { ordinal } of above) expect(ordinal).toBeLessThan(first);
    }),
  );
});

it("orders as told, strictly; what goes away leaves no gap of its own", () => {
  fc.assert(
    fc.property(anyPages, fc.infiniteStream(fc.nat()), (held, dice) => {
      const ids = held.map(({ id }) => id);
      const wanted = ids
        .map((id) => ({ id, key: dice.next().value as number }))
        .sort((x, y) => x.key - y.key);
      const order = wanted.map(({ id }) => id);
      const now = after(held, giveOrder(held, order));
      expect(inPlaces(now).map(({ id }) => id)).toEqual(order);
      expect(isStrict(now)).toBe(true);
      const gone = new Set(order.filter((_, at) => at % 2 === 0));
      const rest = after(held, closeGaps(held, gone)).filter(({ id }) => !gone.has(id));
      expect(isStrict(rest)).toBe(true);
      expect(inPlaces(rest).map(({ id }) => id)).toEqual(
        inPlaces(held).flatMap(({ id }) => (gone.has(id) ? [] : [id])),
      );
    }),
  );
});
