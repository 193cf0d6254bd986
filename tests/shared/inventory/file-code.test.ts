import { expect, test } from "vitest";
import { makeFileCode, namesAFile } from "#shared/inventory/file-code.ts";

test.each([
  [{ code: "H05.02", archiveCode: "" }, "2015", "01/HC", "H05.02.2015.01.HC"],
  [{ code: "H05.02", archiveCode: "H05" }, "2015", "12", "H05.02.2015.12"],
  [{ code: "UB-TP", archiveCode: "H08.31" }, "01", "12", "H08.31.UB-TP.01.12"],
  [{ code: "H05", archiveCode: "" }, "2015", " a: b? ", "H05.2015.a.b"],
  [{ code: "H05", archiveCode: "" }, "", "12", undefined],
  [{ code: "H05", archiveCode: "" }, "2015", "", undefined],
  [{ code: "", archiveCode: "" }, "2015", "12", undefined],
])("%j, %j and %j make %j", (fonds, year, notation, code) =>
  expect(makeFileCode(fonds, year, notation)).toBe(code),
);

test.each([
  ["H05.02.2015.01", true],
  ["", false],
  ["a/b", false],
  ["a\\b", false],
  ["con.", false],
  ["x".repeat(101), false],
])("%j names a file: %s", (code, names) => expect(namesAFile(code)).toBe(names));
