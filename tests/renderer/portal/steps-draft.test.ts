import { describe, expect, it, test } from "vitest";
import { without } from "#shared/base/without.ts";
import type { EditedSteps } from "#shared/rules/batch-steps.ts";
import { stepDifferences } from "#shared/rules/step-differences.ts";
import {
  blankCentre,
  carrySteps,
  draftOfSteps,
  readSteps,
  type StepsDraft,
} from "#renderer/portal/admin/rules/steps-draft.ts";
import { sampleSteps } from "#tests/helpers/sample-steps.ts";

const usual = without(sampleSteps(2), "version");
const draft = draftOfSteps(usual);
const districts = "52.550";

/** The draft with this said of a step, of the list or of a center. */
function saying(step: keyof StepsDraft["steps"], said: object, scope = ""): StepsDraft {
  const next = structuredClone(draft);
  const steps = scope === "" ? next.steps : next.centres.find((one) => one.scope === scope)?.steps;
  if (steps) Object.assign(steps[step], said);
  return next;
}

describe("steps of batches as they are typed", () => {
  test("mean the list they were made of, where nothing was typed", () => {
    const { steps, faults } = readSteps(draft);
    expect([stepDifferences(usual, steps), faults.size]).toEqual([[], 0]);
  });

  test("leave out a center that says nothing of its own", () => {
    const { steps } = readSteps({ ...draft, centres: [...draft.centres, blankCentre("52.540")] });
    expect(steps.centres?.map(({ scope }) => scope)).toEqual([districts]);
  });

  it.each<[string, StepsDraft, string, string]>([
    ["no source", { ...draft, source: "" }, "source", "missing"],
    ["hours beyond a month", { ...draft, claimHours: "721" }, "hours", "no-hours"],
    [
      "an own day that is none",
      saying("packed", { commune: { by: "day", day: "31/6/2025" } }),
      "/packed/commune",
      "no-day",
    ],
    ["nobody chosen", saying("accepted", { roles: [] }), "/accepted/roles", "nobody"],
    [
      "a step that may not be left out",
      saying("checking", { omitted: "yes" }),
      "/checking/omitted",
      "not-left-out",
    ],
    [
      "a center whose way ends where it leaves a step out",
      {
        ...saying("capturing", { roles: ["sorter"] }, districts),
        steps: saying("preparing", { omitted: "yes" }).steps,
      },
      `${districts}/capturing/roles`,
      "stuck",
    ],
  ])("say of %s what is wrong, at its field", (_case, wrong, field, fault) => {
    expect(readSteps(wrong).faults.get(field)).toBe(fault);
  });

  test("tell each difference from the list in force", () => {
    const edited: EditedSteps = readSteps({
      ...saying("packed", {
        name: "Đóng hộp",
        commune: { by: "day", day: "3/7/2025" },
        asks: ["captured"],
        together: true,
      }),
      centres: [],
    }).steps;
    expect(stepDifferences(usual, edited)).toEqual([
      { of: "name", scope: "", step: "packed", before: undefined, after: "Đóng hộp" },
      { of: "asks", step: "packed", before: [], after: ["captured"] },
      { of: "together", step: "packed", before: false, after: true },
      { of: "due", step: "packed", level: "commune", before: "", after: "2025-07-03" },
      { of: "roles", scope: districts, step: "preparing", before: ["sorter"], after: undefined },
    ]);
  });

  test("keep what was typed of a step where others publish meanwhile, and take on the rest", () => {
    const mine = saying("packed", { name: "Đóng hộp" });
    const theirs = draftOfSteps({ ...usual, source: "Công văn khác", centres: [] });
    const carried = carrySteps(mine, draft, theirs);
    expect(carried).toEqual({ ...theirs, steps: { ...theirs.steps, packed: mine.steps.packed } });
  });
});
