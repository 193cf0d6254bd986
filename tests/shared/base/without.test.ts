import { expect, test } from "vitest";
import { without } from "#shared/base/without.ts";

test("all fields but one, and the value stays as it was", () => {
  const record = { id: "1", clocks: { "*": "x" }, title: "Hồ sơ" };
  expect(without(record, "clocks")).toEqual({ id: "1", title: "Hồ sơ" });
  expect(record).toEqual({ id: "1", clocks: { "*": "x" }, title: "Hồ sơ" });
});
