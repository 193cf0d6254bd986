import { expect, it } from "vitest";
import { markOf, secrecyIn } from "#shared/reading/find-marks.ts";

it("knows marks of secrecy and urgency that stand alone in capitals, tones or not", () => {
  expect(markOf("MẬT")).toEqual({ field: "secrecy", value: "Mật" });
  expect(markOf("MAT")).toEqual({ field: "secrecy", value: "Mật" });
  expect(markOf("TỐI MẶT")).toEqual({ field: "secrecy", value: "Tối mật" });
  expect(markOf("[TUYỆT MẬT]")).toEqual({ field: "secrecy", value: "Tuyệt mật" });
  expect(markOf("ĐỘ MẬT: MẬT")).toBeUndefined();
  expect(markOf("DẤU MẬT")).toEqual({ field: "secrecy", value: "Mật" });
  expect(markOf("HỎA TỐC")).toEqual({ field: "urgency", value: "Hỏa tốc" });
  expect(markOf("THƯỢNG KHẨN")).toEqual({ field: "urgency", value: "Thượng khẩn" });
});

it("takes no word of a text for a mark", () => {
  for (const text of [
    "bí mật",
    "Mật ong",
    "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "ỦY BAN MẶT TRẬN",
    "Khẩn trương",
    "",
    "12",
  ]) {
    expect(markOf(text), text).toBeUndefined();
  }
});

it("tells the gravest mark of a page", () => {
  const word = (text: string, line: number) => ({
    text,
    confidence: 50,
    box: [0, line * 20, 40, line * 20 + 10] as [number, number, number, number],
    line,
  });
  expect(secrecyIn([word("MẬT", 0), word("TỐI", 1), { ...word("MẬT", 1), box: [45, 20, 80, 30] }])).toBe(
    "Tối mật",
  );
  expect(secrecyIn([word("mật", 0), word("Nghị", 1)])).toBe("");
});
