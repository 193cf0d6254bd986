import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Group } from "#shared/archive/group.ts";
import { type GroupStep, type Placed, planMove, planStep } from "#shared/archive/move-group.ts";
import { editRecord } from "#shared/archive/record.ts";
import {
  arrangeScheme,
  countFiles,
  joinPath,
  nextPlace,
  schemeDepth,
  walkScheme,
} from "#shared/archive/scheme.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { stampAt } from "#tests/helpers/sample-records.ts";
import { drawn, sampleGroup } from "#tests/helpers/sample-scheme.ts";

const groups = [
  sampleGroup("two", { ordinal: 2, notation: "II" }),
  sampleGroup("one", { ordinal: 1, notation: "I" }),
  sampleGroup("b", { parentId: "one", ordinal: 2, notation: "2" }),
  sampleGroup("a", { parentId: "one", ordinal: 1, notation: "1" }),
  sampleGroup("x", { parentId: "b", ordinal: 1, notation: "a" }),
  sampleGroup("gone", { parentId: "one", ordinal: 3, withdrawn: "Trùng" }),
];

function write(all: readonly Group[], placed: readonly Placed[], ms = 2, device = "screen"): Group[] {
  const changes = new Map(placed.map((one) => [one.id, one]));
  return all.map((group) => editRecord(group, changes.get(group.id) ?? {}, stampAt(ms, device)));
}

describe("the tree of a scheme", () => {
  it("stands in the order of its ordinals, with paths, without what is withdrawn", () => {
    expect(drawn(arrangeScheme(groups))).toEqual(["1 I one", "2 I.1 a", "2 I.2 b", "3 I.2.a x", "1 II two"]);
  });

  it("shows at the top, with the reason, what has lost its parent or stands in a circle", () => {
    const scheme = arrangeScheme([
      sampleGroup("lost", { parentId: "never-came" }),
      sampleGroup("c", { parentId: "b", ordinal: 2 }),
      sampleGroup("b", { parentId: "a", ordinal: 3 }),
      sampleGroup("a", { parentId: "b", ordinal: 4 }),
      sampleGroup("own", { parentId: "own", ordinal: 5 }),
    ]);
    expect(scheme.map(({ group, astray }) => [group.id, astray])).toEqual([
      ["lost", "no-parent"],
      ["a", "circle"],
      ["own", "circle"],
    ]);
    expect(walkScheme(scheme)).toHaveLength(5);
  });

  it("writes a path once, whether notations carry those above them or not", () => {
    expect(joinPath("I.2", "a")).toBe("I.2.a");
    expect(joinPath("1", "1.2")).toBe("1.2");
    expect(joinPath("I", "")).toBe("I");
  });

  it("counts a group's files with those below it, and what is in no group that counts", () => {
    const { of, loose } = countFiles(arrangeScheme(groups), [
      { id: "x", files: 3 },
      { id: "one", files: 1 },
      { id: "gone", files: 5 },
      { id: "", files: 7 },
    ]);
    expect(of.get("one")).toEqual({ own: 1, all: 4 });
    expect(of.get("b")).toEqual({ own: 0, all: 3 });
    expect(loose).toBe(12);
  });

  it("gives a new group the place and the notation after its siblings", () => {
    const scheme = arrangeScheme(groups);
    expect(nextPlace(scheme, "")).toEqual({ ordinal: 3, notation: "III" });
    expect(nextPlace(scheme, "one")).toEqual({ ordinal: 3, notation: "3" });
    expect(nextPlace(scheme, "x")).toEqual({ ordinal: 1, notation: "1" });
    expect(nextPlace([], "")).toEqual({ ordinal: 1, notation: "I" });
  });
});

describe("a move", () => {
  const moved = (id: string, step: GroupStep) => {
    const plan = planStep(arrangeScheme(groups), id, step);
    return plan.ok ? drawn(arrangeScheme(write(groups, plan.value))) : plan.fault;
  };

  it("goes one step among siblings, into the one above, out of the parent", () => {
    expect(moved("b", "up")).toEqual(["1 I one", "2 I.2 b", "3 I.2.a x", "2 I.1 a", "1 II two"]);
    expect(moved("one", "down")).toEqual(["1 II two", "1 I one", "2 I.1 a", "2 I.2 b", "3 I.2.a x"]);
    expect(moved("two", "in")).toEqual(["1 I one", "2 I.1 a", "2 I.2 b", "3 I.2.a x", "2 I.II two"]);
    expect(moved("b", "out")).toEqual(["1 I one", "2 I.1 a", "1 2 b", "2 2.a x", "1 II two"]);
  });

  it("says why a step cannot be taken", () => {
    expect(moved("one", "up")).toBe("first");
    expect(moved("two", "down")).toBe("last");
    expect(moved("a", "in")).toBe("none-above");
    expect(moved("one", "out")).toBe("at-top");
    expect(moved("gone", "up")).toBe("not-there");
  });

  it("is refused into a group's own descendant, and below the deepest level", () => {
    const scheme = arrangeScheme(groups);
    expect(planMove(scheme, "one", { parentId: "x" })).toEqual({ ok: false, fault: "own-descendant" });
    expect(planMove(scheme, "one", { parentId: "one" })).toEqual({ ok: false, fault: "own-descendant" });
    const chain = Array.from({ length: schemeDepth }, (_, at) =>
      sampleGroup(`d${at}`, { parentId: at === 0 ? "" : `d${at - 1}` }),
    );
    const deep = arrangeScheme([...chain, sampleGroup("e", { ordinal: 9 })]);
    expect(planMove(deep, "e", { parentId: "d5" })).toEqual({ ok: false, fault: "too-deep" });
    expect(planMove(deep, "e", { parentId: "d4" }).ok).toBe(true);
  });

  it("leaves a group where it stands that is dropped upon itself", () => {
    expect(planMove(arrangeScheme(groups), "one", { parentId: "", before: "one" })).toEqual({
      ok: true,
      value: [],
    });
  });

  it("writes only what changes, and heals a group that was astray", () => {
    const lost = [
      sampleGroup("lost", { parentId: "never-came", ordinal: 1 }),
      sampleGroup("t", { ordinal: 2 }),
    ];
    const plan = planMove(arrangeScheme(lost), "lost", { parentId: "" });
    expect(plan).toEqual({
      ok: true,
      value: [
        { id: "t", parentId: "", ordinal: 1 },
        { id: "lost", parentId: "", ordinal: 2 },
      ],
    });
  });
});

it("shows every group that counts exactly once, however the moves of two devices meet", () => {
  const move = fc.record({
    who: fc.nat(1),
    id: fc.nat(7),
    parent: fc.nat(8),
    before: fc.nat(7),
    ms: fc.nat(9),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const first = Array.from({ length: 8 }, (_, at) => sampleGroup(`g${at}`, { ordinal: at + 1 }));
      const devices = [first, first];
      for (const { who, id, parent, before, ms } of moves) {
        const own = devices[who] ?? first;
        const place = { parentId: parent === 8 ? "" : `g${parent}`, before: `g${before}` };
        const plan = planMove(arrangeScheme(own), `g${id}`, place);
        if (plan.ok) devices[who] = write(own, plan.value, 10 + ms, `device-${who}`);
      }
      const [one = first, other = first] = devices;
      const merged = one.map((group, at) => mergeRecords(group, other[at] ?? group));
      const mergedBack = other.map((group, at) => mergeRecords(group, one[at] ?? group));
      const shown = drawn(arrangeScheme(merged));
      expect(shown).toEqual(drawn(arrangeScheme(mergedBack.reverse())));
      const ids = walkScheme(arrangeScheme(merged)).map(({ group }) => group.id);
      expect(ids.toSorted()).toEqual(first.map(({ id }) => id));
    }),
    { numRuns: 400 },
  );
});
