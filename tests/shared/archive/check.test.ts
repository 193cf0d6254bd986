import { expect, test } from "vitest";
import { blockingLacks, checksOwnWork, refuseAcceptance, unexplained } from "#shared/archive/check.ts";
import { type Lack, lackCodes } from "#shared/archive/lack.ts";

const lack = (code: Lack["code"]): Lack => ({
  code,
  fileId: "f",
  itemId: "",
  label: "H05",
  expected: 0,
  found: 0,
});

test("every lack but extra pages stands against acceptance", () => {
  expect(blockingLacks(lackCodes.map(lack)).map(({ code }) => code)).toEqual(
    lackCodes.filter((code) => code !== "pages-extra" && code !== "leaves-extra"),
  );
});

test("acceptance with lacks wants a justification that says something", () => {
  const explained = { "not-captured": "Tờ 3 đã mất từ trước" };
  expect(refuseAcceptance([], {})).toBeUndefined();
  expect(refuseAcceptance([lack("pages-extra")], {})).toBeUndefined();
  expect(refuseAcceptance([lack("not-captured")], { "not-captured": "   thiếu    " })).toBe(
    "lacks-unexplained",
  );
  expect(refuseAcceptance([lack("not-captured")], explained)).toBeUndefined();
  const two = [lack("not-captured"), lack("page-held"), lack("page-held")];
  expect(refuseAcceptance(two, explained), "each kind wants its own").toBe("lacks-unexplained");
  expect(unexplained(two, explained)).toEqual(["page-held"]);
  expect(refuseAcceptance(two, { ...explained, "page-held": "Ảnh gốc hỏng, không còn bản giấy" })).toBe(
    undefined,
  );
});

test("a person who made one of the pages checks their own work", () => {
  expect(checksOwnWork("Lê Thị Kiểm", ["Trần Văn Quét", "Lê Thị Kiểm"])).toBe(true);
  expect(checksOwnWork("Lê Thị Kiểm", ["Trần Văn Quét"])).toBe(false);
  expect(checksOwnWork("", [""])).toBe(false);
});
