import { describe, expect, it } from "vitest";
import { duplicateBucket, findDuplicates, twinsOf } from "#shared/rules/duplicates.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";

const told = (...items: Parameters<typeof findDuplicates>[0]) =>
  findDuplicates(items).map(({ kind, itemIds, justified }) => [kind, itemIds.join(" "), justified]);

describe("duplicates", () => {
  it("are items of one number, symbol, date and subject, however their tones are placed", () => {
    const subject = "Quyết định về việc giao đất tại xã Phước Hòa";
    expect(
      told(
        sampleItem("a", { subject }),
        sampleItem("b", { subject: subject.replace("Hòa", "Hoà"), number: "0123", symbol: "qđ - ubnd" }),
        sampleItem("c", { subject, number: "124" }),
      ),
    ).toEqual([["same", "a b", false]]);
  });

  it.each([
    ["another addressee", { addressee: "Phòng Nội vụ" }, { addressee: "Phòng Tài chính" }],
    ["another date", {}, { issuedDate: "1998-05-04" }],
    ["another symbol", {}, { symbol: "QĐ-CTUBND" }],
    ["another issuer", {}, { issuer: "UBND xã Phước Hòa" }],
    ["quite another subject", {}, { subject: "Bổ nhiệm cán bộ địa chính" }],
    ["no number", { number: "" }, { number: "" }],
    ["no date", { issuedDate: "" }, { issuedDate: "" }],
  ])("are not those of %s", (_, one, other) => {
    expect(told(sampleItem("a", one), sampleItem("b", other))).toEqual([]);
  });

  it("are near where subjects are nearly equal, or one addressee is not known", () => {
    expect(
      told(
        sampleItem("a", { subject: "Quyết định về việc giao đất ở cho hộ ông Nguyễn Văn An" }),
        sampleItem("b", { subject: "QĐ về việc giao đất ở cho hộ ông Nguyễn Văn An" }),
        sampleItem("c", { number: "5", addressee: "Phòng Nội vụ" }),
        sampleItem("d", { number: "5" }),
      ),
    ).toEqual([
      ["near", "a b", false],
      ["near", "c d", false],
    ]);
  });

  it("are told by equal scans where nothing else tells them, and not twice", () => {
    const scanned = (id: string, number: string) => ({
      ...sampleItem(id, { number }),
      contents: ["digest#0"],
    });
    expect(told(scanned("a", "1"), scanned("b", "2"))).toEqual([["content", "a b", false]]);
    expect(told(scanned("a", "1"), scanned("b", "1"))).toEqual([["same", "a b", false]]);
  });

  it("are justified where all but one say why they are kept", () => {
    const kept = { keptBecause: "Bản lưu ở hai hồ sơ" };
    expect(told(sampleItem("a"), sampleItem("b", kept), sampleItem("c"))).toEqual([["same", "a b c", false]]);
    expect(told(sampleItem("a"), sampleItem("b", kept), sampleItem("c", kept))).toEqual([
      ["same", "a b c", true],
    ]);
  });

  it("are compared within a number and date only, so that 100,000 items are few comparisons", () => {
    const one = sampleItem("a");
    const items = Array.from({ length: 100_000 }, (_, index) => ({
      ...one,
      id: `i${String(index)}`,
      // A number column filled down by mistake: half of all under one number.
      number: index % 2 === 0 ? "1" : String(index),
      subject: `Giao đất cho hộ ${String(index)} thôn ${String(index * 7)} tờ bản đồ ${String(index * 13)} thửa đất`,
    }));
    expect(
      findDuplicates([...items, { ...one, number: "99999" }, { ...one, id: "z", number: "99999" }]),
    ).toEqual(expect.arrayContaining([{ kind: "same", itemIds: ["a", "z"], justified: false }]));
  });
});

it("a new item's twins are those it would be a duplicate of", () => {
  const others = [
    sampleItem("a"),
    sampleItem("b", { number: "9" }),
    sampleItem("c", { subject: "Khác hẳn" }),
  ];
  expect(twinsOf(sampleItem("new"), others)).toEqual(["a"]);
  expect(twinsOf(sampleItem("a"), others)).toEqual([]);
  expect(twinsOf(sampleItem("new", { number: "" }), others)).toEqual([]);
});

it("a bucket is number and date, and empty where one is not known", () => {
  expect(duplicateBucket({ number: "0012", issuedDate: "2016-05-03" })).toBe("12|2016-05-03");
  expect(duplicateBucket({ number: "12", issuedDate: "" })).toBe("");
});
