import { describe, expect, it } from "vitest";
import { creatorOf, spanOf } from "#province/sharing/finding-aid/describe-fonds.ts";
import { dateOf, languagesIn, nameOf } from "#province/sharing/finding-aid/describe-unit.ts";

describe("what a finding aid says of a unit", () => {
  it("is dated by ISO 8601 where that is sure, and as it was written anyway", () => {
    const spans: [string, string][] = [
      ["1976-2025", "1976/2025"],
      [" 1976 – 2025 ", "1976/2025"],
      ["1980", "1980"],
      ["1980-1980", "1980"],
      ["2025-1976", ""],
      ["trước 1975", ""],
      ["1976-25", ""],
      ["", ""],
    ];
    for (const [text, normal] of spans) expect(spanOf(text)).toEqual({ text: text.trim(), normal });
    const dates: [string, string, string, string][] = [
      ["1995-03", "1996-01-02", "03/1995 – 02/01/1996", "1995-03/1996-01-02"],
      ["1995", "1995", "1995", "1995"],
      ["", "1996", "1996", "1996"],
      ["1996", "1995", "1996 – 1995", ""],
      ["1996", "1996-05", "1996 – 05/1996", "1996/1996-05"],
      ["1995-13", "", "13/1995", ""],
      ["", "", "", ""],
    ];
    for (const [start, end, text, normal] of dates) expect(dateOf(start, end)).toEqual({ text, normal });
  });

  it("names who made it as what its name says", () => {
    const made: [string, string, string][] = [
      ["Phông Ủy ban nhân dân xã Phước Lộc", "corpname", "Ủy ban nhân dân xã Phước Lộc"],
      ["phông lưu trữ Huyện ủy Tuy Phước", "corpname", "Huyện ủy Tuy Phước"],
      ["Phòng Nội vụ", "corpname", "Phòng Nội vụ"],
      ["Phông Gia đình ông Đào Tấn", "famname", "Gia đình ông Đào Tấn"],
      ["Phông cá nhân Đào Tấn", "persname", "cá nhân Đào Tấn"],
      ["Bàn giao", "corpname", "Bàn giao"],
    ];
    for (const [fonds, kind, name] of made) expect(creatorOf(fonds), fonds).toEqual({ kind, name });
  });

  it("knows languages by their names, and gives no code to those that it does not know", () => {
    expect(languagesIn("Tiếng Việt, Pháp; Chăm,")).toEqual([
      { code: "vie", name: "Tiếng Việt" },
      { code: "fre", name: "Pháp" },
      { code: "", name: "Chăm" },
    ]);
    expect(languagesIn(" ")).toEqual([]);
  });

  it("bears a name that XML takes, of no two ids the same", () => {
    const ids = ["a_b", "a b", "a_5f_b", "a-b", "ab", "á", "1", "\u{2A6D6}"];
    const names = ids.map((id) => nameOf("f", id));
    expect(new Set(names).size).toBe(ids.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_.-]*$/);
  });
});
