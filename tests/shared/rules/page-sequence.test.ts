import { describe, expect, it } from "vitest";
import type { Page } from "#shared/archive/page.ts";
import { likenessDistance } from "#shared/capture/likeness.ts";
import {
  checkLeafCount,
  checkPrintedNumbers,
  confirmRepeats,
  repeatCandidates,
  saysTheSame,
} from "#shared/rules/page-sequence.ts";
import { samplePage } from "#tests/helpers/sample-records.ts";

const form = (name: string, born: number, plot: string) =>
  `ĐƠN ĐỀ NGHỊ CẤP GIẤY CHỨNG NHẬN Kính gửi Ủy ban nhân dân huyện Tuy Phước Tôi tên là ${name} sinh năm ${born}
   hiện ở thôn Đại Tín xã Phước Lộc đề nghị cấp giấy chứng nhận quyền sử dụng đất đối với thửa đất số ${plot} tờ bản đồ
   trong thời gian sớm nhất Tôi xin cam đoan những lời khai trên là đúng sự thật và chịu trách nhiệm trước pháp luật`;

const scan = (id: string, fields: Partial<Page> = {}) =>
  samplePage(id, { blank: "no", likeness: "0".repeat(64), masterDigest: id.padEnd(64, "0"), ...fields });

describe("repeated pages", () => {
  it("are those that look the same and say the same; the later one is named", () => {
    const pairs = repeatCandidates([scan("a"), scan("b", { likeness: `${"0".repeat(60)}00ff` })]);
    const texts = new Map([
      ["a", form("Nguyễn Văn An", 1960, "123")],
      // As a reader misreads the same page.
      ["b", form("Nguyễn Văn An", 1960, "123").replace("nghị", "nghi").replace("những", "nhưng")],
    ]);
    expect(confirmRepeats(pairs, (id) => texts.get(id))).toMatchObject([
      { code: "repeated", pageId: "b", otherId: "a" },
    ]);
  });

  it("are not the same form filled in for another person", () => {
    const pairs = repeatCandidates([scan("a"), scan("b")]);
    expect(pairs).toHaveLength(1);
    const texts = new Map([
      ["a", form("Nguyễn Văn An", 1960, "123")],
      ["b", form("Trần Thị Bình", 1971, "125")],
    ]);
    expect(confirmRepeats(pairs, (id) => texts.get(id))).toEqual([]);
    expect(saysTheSame(form("Nguyễn Văn An", 1960, "123"), form("Nguyễn Văn Bảy", 1960, "124"))).toBe(false);
  });

  it("are not asserted where the words are not known, nor of blank or different pages", () => {
    expect(confirmRepeats(repeatCandidates([scan("a"), scan("b")]), () => undefined)).toEqual([]);
    expect(repeatCandidates([scan("a", { blank: "yes" }), scan("b", { blank: "yes" })])).toEqual([]);
    expect(repeatCandidates([scan("a"), scan("b", { likeness: "f".repeat(64) })])).toEqual([]);
    expect(repeatCandidates([scan("a"), scan("b", { likeness: "" })])).toEqual([]);
  });

  it("are certain where one scan was attached twice, and not where it was split in two", () => {
    const same = { masterDigest: "c".repeat(64), masterPage: 0, likeness: "" };
    const whole = [scan("a", same), scan("b", same)];
    expect(confirmRepeats(repeatCandidates(whole), () => undefined)).toHaveLength(1);
    const halves = whole.map((page, at) => ({ ...page, correction: { ...page.correction, left: at / 2 } }));
    expect(repeatCandidates(halves)).toEqual([]);
  });
});

it("the distance of likenesses counts differing bits", () => {
  expect(likenessDistance("0".repeat(64), "0".repeat(64))).toBe(0);
  expect(likenessDistance("0".repeat(64), "f".repeat(64))).toBe(256);
  expect(likenessDistance("0".repeat(64), `8${"0".repeat(62)}3`)).toBe(3);
  expect(likenessDistance("", "0".repeat(64))).toBe(256);
});

describe("printed page numbers", () => {
  const numbered = (...numbers: number[]) =>
    checkPrintedNumbers(numbers.map((printedNumber, at) => ({ id: `p${at + 1}`, printedNumber })));

  it.each([[[0, 2, 3, 4]], [[0, 0, 3, 0, 5]], [[]], [[0, 7]], [[0, 2, 83, 4, 5]], [[0, 2, 2000, 0]]])(
    "%j raise no suspicion",
    (numbers) => {
      expect(numbered(...numbers)).toEqual([]);
    },
  );

  it("that jump say which pages may lack, and before which", () => {
    expect(numbered(0, 2, 3, 6, 7)).toEqual([
      { code: "numbers-missing", pageId: "p4", otherId: "p3", from: 4, to: 5 },
    ]);
  });

  it("that fall say which page may be out of order", () => {
    expect(numbered(0, 2, 4, 3, 5)).toMatchObject([{ code: "out-of-order" }]);
    expect(numbered(0, 5, 2, 3, 4)[0]).toMatchObject({ code: "out-of-order", pageId: "p2", from: 5 });
  });
});

it("leaves have one page at least and two at most", () => {
  const pages = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `p${at}` }));
  expect(checkLeafCount("1-3", pages(3))).toEqual([]);
  expect(checkLeafCount("1-3", pages(6))).toEqual([]);
  expect(checkLeafCount("1-3", pages(2))).toMatchObject([{ code: "leaves-few", from: 3, to: 2 }]);
  expect(checkLeafCount("5", pages(3))).toMatchObject([{ code: "leaves-many", from: 1, to: 3 }]);
  expect(checkLeafCount("", pages(3))).toEqual([]);
  expect(checkLeafCount("1-3", [])).toEqual([]);
});
