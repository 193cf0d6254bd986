import { expect, test } from "vitest";
import { compareVersions, judgeUpdate } from "#shared/keys/judge-update.ts";

const sheet = { version: "0.2.0", size: 3, digest: "aa" };
const approved = { size: 3, digest: "aa" };

test.each([
  ["0.1.9", "newer"],
  ["0.2.0", "same"],
  ["0.2.1", "older"],
  ["0.10.0", "older"],
  ["1.0.0", "older"],
  ["0.1.0-thu.3", "newer"],
] as const)("over version %s the approved file is %s", (running, standing) => {
  expect(judgeUpdate(sheet, approved, running)).toBe(standing);
});

test("other bytes, fewer or none are told whatever their version", () => {
  expect(judgeUpdate(sheet, { size: 3, digest: "bb" }, "9.0.0")).toBe("altered");
  expect(judgeUpdate(sheet, { size: 2, digest: "aa" }, "0.1.0")).toBe("altered");
  expect(judgeUpdate(sheet, undefined, "0.2.0")).toBe("not-there");
});

test("versions follow each other by number, not by letter", () => {
  const versions = ["1.10.0", "0.9.12", "1.9.3", "0.10.0", "1.9.20"];
  expect([...versions].sort(compareVersions)).toEqual(["0.9.12", "0.10.0", "1.9.3", "1.9.20", "1.10.0"]);
});
