import { describe, expect, it } from "vitest";
import { bundledRules } from "#shared/rules/pack.ts";
import { changedFiles, fileDifferences, filesIn, readRuleFiles } from "#shared/rules/rule-files.ts";

const present = filesIn(bundledRules);
const { priorities, retention, quality } = bundledRules;
const newer = { ...retention, version: retention.version + 1, schedules: retention.schedules.slice(1) };
const [first, second] = Object.values(bundledRules.profiles);

describe("the data of rules as a file", () => {
  it("is all that no form edits, and says nothing new where it is given back as it was", () => {
    expect(present).toEqual({ profiles: [first, second], priorities, retention, quality });
    const read = readRuleFiles(JSON.parse(JSON.stringify(present)));
    expect(read).toEqual({ ok: true, value: present });
    expect(fileDifferences(present, present)).toEqual([]);
    expect(changedFiles(present, present)).toEqual({});
  });

  it("differs list by list, with the versions of both", () => {
    const own = { ...first, version: 7, source: "Hướng dẫn" } as never;
    const files = { ...present, profiles: [own, second] as never, retention: newer };
    expect(fileDifferences(present, files)).toEqual([
      { of: "file", name: first?.name, before: first?.version, after: 7 },
      { of: "file", name: "retention", before: retention.version, after: newer.version },
    ]);
    expect(changedFiles(present, files)).toEqual({ profiles: [own], retention: newer });
    // A list that says something else under the version in force is told too.
    const same = { retention: { ...newer, version: retention.version } };
    expect(fileDifferences(present, same)).toMatchObject([{ before: 1, after: 1 }]);
    expect(fileDifferences({}, { quality })).toMatchObject([{ name: "quality", before: 0 }]);
  });

  it.each<[string, unknown, string]>([
    ["nothing", {}, "/"],
    ["a list", [present], "/"],
    ["a word", "retention", "/"],
    ["steps, which a form edits", { batchSteps: bundledRules.batchSteps }, "/batchSteps"],
    ["a list without its version", { retention: { ...retention, version: undefined } }, "/retention"],
    ["a profile that is given twice", { profiles: [first, first] }, "twice"],
    ["a pattern that is none", { retention: withPattern("(") }, "not a pattern"],
  ])("is none with %s", (_case, value, fault) => {
    const read = readRuleFiles(value);
    expect(read.ok ? "" : read.fault).toContain(fault);
  });
});

function withPattern(about: string): object {
  const [schedule] = retention.schedules;
  return { ...retention, schedules: [{ ...schedule, rules: [{ about, code: "01", basis: "Thử" }] }] };
}
