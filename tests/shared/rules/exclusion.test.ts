import { Check } from "typebox/value";
import { expect, it } from "vitest";
import { type Exclusion, exclusionSchema } from "#shared/archive/exclusion.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { classOfMark, excludeSecret } from "#shared/rules/exclusion.ts";
import { stampAt } from "#tests/helpers/sample-records.ts";

it.each([
  ["Mật", "mat"],
  ["TỐI MẬT", "toi-mat"],
  ["Tuyệt mật", "tuyet-mat"],
  ["03", "unnamed"],
  ["M-UBND", "unnamed"],
])("mark %j is %s", (mark, name) => {
  expect(classOfMark(mark)).toBe(name);
});

it("the decision says where the paper is, and makes a whole record", () => {
  const met = {
    fondsId: "fonds-1",
    mark: "Tối mật",
    metAt: `Sheet1 ${"x".repeat(300)}`,
    inventory: "01",
    box: "12",
    file: "",
    leaves: "3-5",
  };
  const fields = excludeSecret(met, { now: "2025-05-20T02:00:00.000Z", by: "Nguyễn Văn Mẫu" });
  expect(fields).toMatchObject({
    class: "toi-mat",
    place: "mục lục 01, hộp 12, tờ 3-5",
    decidedBy: "Nguyễn Văn Mẫu",
    note: "",
  });
  const record = makeRecord<Exclusion>({ ...fields, id: "x1", scope: "52.550" }, stampAt(1));
  expect(Check(exclusionSchema, record)).toBe(true);
});
