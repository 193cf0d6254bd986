import { expect, test } from "vitest";
import { accessCodes } from "#shared/archive/codes.ts";
import { levelOf, rankOf, tellsOfPersons } from "#shared/archive/access-level.ts";

const plain = { item: "", file: "", personal: false, secret: false } as const;

test("what is secret has no level, whatever else is said of it", () => {
  for (const item of accessCodes)
    for (const file of accessCodes)
      for (const personal of [true, false]) {
        expect(levelOf({ item, file, personal, secret: true })).toBeUndefined();
        if (item === "03" || file === "03")
          expect(levelOf({ item, file, personal, secret: false })).toBeUndefined();
      }
});

test("what tells of persons is closed until its own code opens it", () => {
  expect(levelOf({ ...plain, personal: true })).toBe("closed");
  expect(levelOf({ ...plain, file: "01", personal: true })).toBe("closed");
  expect(levelOf({ ...plain, item: "02", file: "01", personal: true })).toBe("closed");
  expect(levelOf({ ...plain, item: "01", personal: true })).toBe("open");
});

test("a code of the item goes before that of its file, and none opens nothing", () => {
  expect(levelOf(plain)).toBe("conditional");
  expect(levelOf({ ...plain, file: "01" })).toBe("open");
  expect(levelOf({ ...plain, item: "02", file: "01" })).toBe("conditional");
  expect(levelOf({ ...plain, item: "01", file: "02" })).toBe("open");
  expect(rankOf("open")).toBeLessThan(rankOf("conditional"));
  expect(rankOf("conditional")).toBeLessThan(rankOf("closed"));
});

test("papers and numbers of persons are known with and without accents, over lines, and not in other words", () => {
  for (const text of [
    "Số CMND: 211 234 567",
    "chứng minh\nnhân dân",
    "GIAY KHAI SINH",
    "Căn cước công dân",
    "số 052085001234 cấp ngày",
    "052 085 001 234",
    "sơ yếu lý lịch",
  ])
    expect(tellsOfPersons(text), text).toBe(true);
  for (const text of [
    "Quyết định giao đất",
    "số 12/QĐ-UB ngày 1.1.1995",
    "1052085001234",
    "kinh phí 152085001234 đồng",
  ])
    expect(tellsOfPersons(text), text).toBe(false);
  // Syllables say no more: it errs on the side of closing.
  expect(tellsOfPersons("công khai sinh hoạt")).toBe(true);
});
