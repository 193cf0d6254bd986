import fc from "fast-check";
import { expect, test } from "vitest";
import { difficultyCodes, type Report } from "#shared/archive/report.ts";
import { readShortText, writeShortText } from "#shared/report/short-text.ts";
import { totalOf } from "#shared/report/sum-rows.ts";
import { sampleReport } from "#tests/helpers/sample-desk-records.ts";
import { rowOf } from "./campaign.ts";

const device = "01JVXK5Q8Z3T9M4H7C2B6N0PDE";
/** Stands for a signature: of the right length, and of the very text. */
const sign = (text: string) =>
  Array.from(text)
    .reduce((sum, one) => (sum * 33 + one.charCodeAt(0)) % 1e9, 5)
    .toString(36)
    .padEnd(86, "x");
const isSigned = (id: string, body: string, signature: string) => id === device && signature === sign(body);
const report = (fields: Partial<Report> = {}) =>
  sampleReport("R", {
    rows: [rowOf("52.550.21952", 4321, 210), rowOf("52.550.21955", 1234, 0)],
    difficulties: ["no-network", "paper-torn"],
    digest: "ab".repeat(32),
    ...fields,
  });

test("a report in a message says its total, its hour, its version and who signed", () => {
  const text = writeShortText(report(), device, sign);
  expect(text.length).toBeLessThanOrEqual(306);
  const read = readShortText(`Kính gửi Sở: ${text}\n-- gửi từ điện thoại`, isSigned);
  expect(read).toMatchObject({
    ok: true,
    value: {
      ...{ scope: "52.550", day: "2025-05-20", version: 1, scanners: 3, people: 9, deviceId: device },
      difficulties: ["no-network", "paper-torn"],
      digestStart: "ababababab",
      total: { captured: { pages: 5555 }, today: { pages: 210 }, listed: { metres: 6.5 } },
    },
  });
});

test("any figures come back as they were, however the lines were broken", () => {
  const number = fc.integer({ min: 0, max: 9_999_999 });
  fc.assert(
    fc.property(number, number, number, fc.integer({ min: 3, max: 60 }), (pages, today, scanners, width) => {
      const said = report({
        rows: [{ ...rowOf("u", pages, today), signed: today }],
        scanners: scanners % 10_000,
        difficulties: [...difficultyCodes],
      });
      const text = writeShortText(said, device, sign);
      const broken = text.replace(new RegExp(`.{${width}}`, "g"), "$&\r\n  ");
      const read = readShortText(broken, isSigned);
      if (!read.ok) throw new Error(read.fault);
      const { unit, name, level, ...figures } = totalOf(said);
      expect(read.value.total).toMatchObject(figures);
      expect([unit, name, level]).toEqual(["52.550", "", "district"]);
      expect(read.value.scanners).toBe(scanners % 10_000);
      expect(read.value.difficulties).toEqual(difficultyCodes);
    }),
  );
});

test("a line that was cut off, mistyped or altered is told apart, and none is taken", () => {
  const text = writeShortText(report(), device, sign);
  expect(readShortText("báo cáo hôm nay đã gửi", isSigned)).toEqual({ ok: false, fault: "not-a-report" });
  for (let length = 6; length < text.length; length += 7) {
    expect(readShortText(text.slice(0, length), isSigned).ok, `cut at ${length}`).toBe(false);
  }
  const figures = text.split(";")[4] ?? "";
  const mistyped = text.replace(figures, figures.replace("1", "2"));
  expect(readShortText(mistyped, isSigned)).toEqual({ ok: false, fault: "cut-off" });
  expect(readShortText(text, () => false)).toEqual({ ok: false, fault: "altered" });
});
