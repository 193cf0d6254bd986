import fc from "fast-check";
import { expect, it } from "vitest";
import { readLeaves, writeLeaves } from "#shared/archive/leaf-span.ts";
import { findLeaves } from "#shared/rules/leaf-numbers.ts";

const file = { id: "file-1", code: "H05.01", leafCount: 0 };
const items = (...leaves: string[]) =>
  leaves.map((text, index) => ({ id: `i${String(index)}`, leaves: text }));

it.each([
  ["12", [12, 12]],
  ["012–15", [12, 15]],
  ["1 - 3", [1, 3]],
  ["3-1", undefined],
  ["0", undefined],
  ["1,3", undefined],
  ["", undefined],
])("leaves %j are %j", (text, span) => {
  expect(readLeaves(text)).toEqual(span);
});

it("tells gaps, overlaps, what does not read, and another number listed", () => {
  expect(findLeaves({ ...file, leafCount: 12 }, items("3-5", "5-8", "7", "10", "bìa", ""))).toEqual({
    fileId: "file-1",
    code: "H05.01",
    gaps: [
      [1, 2],
      [9, 9],
    ],
    overlaps: [
      { leaves: [5, 5], itemIds: ["i0", "i1"] },
      { leaves: [7, 7], itemIds: ["i1", "i2"] },
    ],
    unread: ["i4"],
    last: 10,
    listed: 12,
  });
});

it("has nothing to say of leaves that run through, or of none", () => {
  expect(findLeaves({ ...file, leafCount: 6 }, items("4-6", "1-3"))).toBeUndefined();
  expect(findLeaves({ ...file, leafCount: 6 }, items("", ""))).toBeUndefined();
  expect(findLeaves(file, [])).toBeUndefined();
});

it("claims of each leaf are those that a count leaf by leaf finds", () => {
  const span = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 15 }), (spans) => {
      const listed = spans.map(([first, more], index) => ({
        id: `i${String(index)}`,
        leaves: writeLeaves([first, first + more]),
      }));
      const found = findLeaves(file, listed);
      const last = Math.max(0, ...spans.map(([first, more]) => first + more));
      for (let leaf = 1; leaf <= last; leaf += 1) {
        const claims = listed.filter((_, index) => {
          const [first, more] = spans[index] ?? [0, 0];
          return leaf >= first && leaf <= first + more;
        });
        const within = ([from, to]: readonly number[]) => leaf >= (from ?? 0) && leaf <= (to ?? 0);
        expect(found?.gaps.some(within) ?? false).toBe(claims.length === 0);
        const overlap = found?.overlaps.filter(({ leaves }) => within(leaves)) ?? [];
        expect(overlap.map(({ itemIds }) => [...itemIds].sort())).toEqual(
          claims.length > 1 ? [claims.map(({ id }) => id).sort()] : [],
        );
      }
    }),
  );
});
