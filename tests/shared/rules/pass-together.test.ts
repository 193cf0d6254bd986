import { expect, test } from "vitest";
import { refuseTogether, sortTogether } from "#shared/rules/pass-together.ts";

const document = (id: string, retention: "01" | "02", checkedAt = "") => ({
  id,
  file: { retention },
  item: { checkedAt },
});
const documents = [
  document("kept", "01"),
  document("some", "02"),
  document("passed", "02", "2025-05-20T01:00:00.000Z"),
  document("more", "02"),
];
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test("a passed sample stands for what is of limited value; what is permanent is opened one by one", () => {
  const batch = { samplePlan: "sample", sampleResult: "passed" } as const;
  expect(refuseTogether(batch)).toBeUndefined();
  const { together, oneByOne } = sortTogether(batch, documents);
  expect(ids(together)).toEqual(["some", "more"]);
  expect(ids(oneByOne)).toEqual(["kept"]);
});

test.each([
  ["", "", "no-sample"],
  ["full", "", "no-sample"],
  ["full", "passed", "no-sample"],
  ["sample", "failed", "no-sample"],
  ["sample", "", "sample-open"],
] as const)(
  "with the plan “%s” and the result “%s” nothing is passed together",
  (samplePlan, sampleResult, why) => {
    const batch = { samplePlan, sampleResult };
    expect(refuseTogether(batch)).toBe(why);
    expect(ids(sortTogether(batch, documents).together)).toEqual([]);
    expect(ids(sortTogether(batch, documents).oneByOne)).toEqual(["kept", "some", "more"]);
  },
);
