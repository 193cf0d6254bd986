import fc from "fast-check";
import { expect, it } from "vitest";
import type { Group } from "#shared/archive/group.ts";
import { arrangeScheme, walkScheme } from "#shared/archive/scheme.ts";
import { isSound, planScheme, type SchemePlan } from "#shared/inventory/plan-scheme.ts";
import { linesOfScheme, type SchemeLine } from "#shared/inventory/scheme-lines.ts";
import { linesOfTemplate, schemeTemplates } from "#shared/rules/scheme-templates.ts";
import { sampleGroup } from "#tests/helpers/sample-scheme.ts";

const line = (notation: string, title: string, parent = "", row = 0): SchemeLine => ({
  row,
  notation,
  title,
  parent,
  note: "",
});

/** The groups that are there once a plan is written. */
function written(groups: readonly Group[], { adds }: SchemePlan): Group[] {
  const ids = adds.map((_, at) => `new-${String(at).padStart(3, "0")}`);
  return [
    ...groups,
    ...adds.map(({ parent, fields }, at) =>
      sampleGroup(ids[at] ?? "", {
        ...fields,
        parentId: "id" in parent ? parent.id : (ids[parent.at] ?? ""),
        ordinal: at + 1,
      }),
    ),
  ];
}

const shown = (groups: readonly Group[]) =>
  walkScheme(arrangeScheme(groups)).map(({ level, path, group }) => `${level} ${path} ${group.title}`);

it("adds groups under their parents, whichever of them is listed first", () => {
  const plan = planScheme(
    [],
    [line("I.2.a", "Đất ở"), line("I", "Đất đai"), line("2", "Giao đất", "I"), line("II.", "Tư pháp")],
  );
  expect(plan.problems).toEqual([]);
  expect(shown(written([], plan))).toEqual([
    "1 I Đất đai",
    "2 I.2 Giao đất",
    "3 I.2.a Đất ở",
    "1 II Tư pháp",
  ]);
});

it("leaves groups alone that are there by their notation or by their title", () => {
  const groups = [
    sampleGroup("one", { notation: "I", title: "Đất đai" }),
    sampleGroup("two", { notation: "II", title: "Tư pháp", ordinal: 2 }),
    sampleGroup("three", { notation: "III", title: "Tài chính", ordinal: 3 }),
  ];
  const plan = planScheme(groups, [
    line("I", "DAT DAI"),
    line("II", "Hộ tịch", "", 3),
    line("V", "Tài chính"),
    line("1", "Thuế", "V"),
  ]);
  expect(plan.same).toBe(2);
  expect(plan.problems).toEqual([{ row: 3, column: "title", code: "differs", found: "Hộ tịch" }]);
  expect(plan.adds).toEqual([
    {
      parent: { id: "three" },
      level: 2,
      path: "V.1",
      fields: { notation: "1", title: "Thuế", note: "" },
    },
  ]);
});

it("keeps what a list has below a group of another name out, or renames the group where that is asked", () => {
  const groups = [sampleGroup("g-one", { notation: "I", title: "Đất đai", note: "Cũ" })];
  const lines = [
    line("I", "Hội đồng nhân dân", "", 1),
    line("1", "Thường trực", "I", 2),
    line("a", "Kỳ họp", "I.1", 3),
    line("II", "Tư pháp", "", 4),
  ];
  const plan = planScheme(groups, lines);
  expect(isSound(plan)).toBe(true);
  expect(shown(written(groups, plan))).toEqual(["1 I Đất đai", "1 II Tư pháp"]);
  expect(plan.problems.map(({ row, code }) => [row, code])).toEqual([
    [1, "differs"],
    [2, "left-out"],
    [3, "left-out"],
  ]);
  const renaming = planScheme(groups, lines, true);
  expect(renaming.problems).toEqual([]);
  expect(renaming.changes).toEqual([{ id: "g-one", fields: { title: "Hội đồng nhân dân" } }]);
  expect(renaming.adds.map(({ path }) => path)).toEqual(["I.1", "I.1.a", "II"]);
  const noted = [{ ...line("I", "Đất đai"), note: "Mới" }];
  expect(planScheme(groups, noted).problems).toMatchObject([{ column: "note", code: "differs" }]);
  expect(planScheme(groups, noted, true).changes).toEqual([{ id: "g-one", fields: { note: "Mới" } }]);
});

it("tells groups of one title apart by their notations", () => {
  const groups = [sampleGroup("one", { notation: "I", title: "Khác" })];
  const plan = planScheme(groups, [line("I", "Khác"), line("II", "Khác")]);
  expect(plan.same).toBe(1);
  expect(plan.adds.map(({ path }) => path)).toEqual(["II"]);
});

it("refuses a notation that no group may have, however its path is written", () => {
  const long = "x".repeat(21);
  const plan = planScheme([], [line("I", "Nhóm", "", 1), line(`I.${long}`, "Nhóm dưới", "", 2)]);
  expect(plan.problems).toMatchObject([{ row: 2, column: "notation", code: "too-long" }]);
});

it("plans five thousand lines in whatever order they come", () => {
  const chain = Array.from({ length: 5000 }, (_, at) =>
    line("", `Nhóm ${at}`, at === 4999 ? "" : `Nhóm ${at + 1}`, at + 1),
  );
  const plan = planScheme([], chain);
  expect(plan.adds).toHaveLength(6);
  expect(plan.problems).toHaveLength(4994);
});

it("tells at its row and column what is wrong, and then nothing of the list is written", () => {
  const plan = planScheme(
    [],
    [
      line("I", "", "", 2),
      line("II", "Tư pháp", "", 3),
      line("II", "Hộ tịch", "", 4),
      line("1", "Nhóm", "IX", 5),
      line("V", "x".repeat(301), "", 6),
      line("A", "Vòng", "B", 7),
      line("B", "Vòng hai", "A", 8),
    ],
  );
  expect(isSound(plan)).toBe(false);
  expect(plan.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, "title", "empty-title"],
    [4, "notation", "twice"],
    [5, "parent", "parent-not-found"],
    [6, "title", "too-long"],
    [7, "parent", "parent-not-found"],
    [8, "parent", "parent-not-found"],
  ]);
});

it("refuses more levels than a scheme has", () => {
  const chain = ["1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1", "1.1.1.1.1.1", "1.1.1.1.1.1.1"];
  const plan = planScheme(
    [],
    chain.map((notation, at) => line(notation, `Cấp ${at + 1}`, "", at + 1)),
  );
  expect(plan.adds).toHaveLength(6);
  expect(plan.problems).toMatchObject([{ row: 7, code: "too-deep" }]);
});

it("copies every scheme whole, and adds nothing the second time", () => {
  const spec = fc.array(fc.record({ parent: fc.nat(20), notated: fc.boolean() }), { maxLength: 20 });
  fc.assert(
    fc.property(spec, (specs) => {
      const groups: Group[] = [];
      for (const [at, { parent, notated }] of specs.entries()) {
        const above = groups[parent];
        const deep = above
          ? walkScheme(arrangeScheme(groups)).find(({ group }) => group === above)
          : undefined;
        groups.push(
          sampleGroup(`g${String(at).padStart(2, "0")}`, {
            parentId: above && (deep?.level ?? 9) < 6 ? above.id : "",
            ordinal: at + 1,
            notation: notated ? String(at + 1) : "",
            title: `Nhóm ${at}`,
          }),
        );
      }
      const plan = planScheme([], linesOfScheme(groups));
      expect(plan.problems).toEqual([]);
      const copy = written([], plan);
      expect(shown(copy)).toEqual(shown(groups));
      const again = planScheme(copy, linesOfScheme(groups));
      expect(again.adds).toEqual([]);
      expect(again.same).toBe(groups.length);
    }),
  );
});

it("begins from every template, divided by years within or before its groups", () => {
  for (const template of schemeTemplates) {
    for (const years of [
      undefined,
      { from: 2015, to: 2017, first: false },
      { from: 2015, to: 2017, first: true },
    ]) {
      const lines = linesOfTemplate(template, years);
      const plan = planScheme([], lines);
      expect(plan.problems).toEqual([]);
      expect(plan.adds).toHaveLength(lines.length);
    }
  }
  const [template] = schemeTemplates;
  if (!template) throw new Error("no template");
  const first = written([], planScheme([], linesOfTemplate(template, { from: 2016, to: 2016, first: true })));
  expect(shown(first).slice(0, 3)).toEqual([
    "1 2016 Năm 2016",
    "2 2016.I Hội đồng nhân dân",
    "3 2016.I.1 Thường trực Hội đồng nhân dân",
  ]);
  const within = written(
    [],
    planScheme([], linesOfTemplate(template, { from: 2016, to: 2017, first: false })),
  );
  expect(shown(within).slice(0, 4)).toEqual([
    "1 I Hội đồng nhân dân",
    "2 I.1 Thường trực Hội đồng nhân dân",
    "3 I.1.2016 Năm 2016",
    "3 I.1.2017 Năm 2017",
  ]);
});
