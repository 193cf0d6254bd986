import { describe, expect, test } from "vitest";
import { documentTypes } from "#shared/archive/codes.ts";
import {
  readAccess,
  readCondition,
  readDocumentType,
  readLanguage,
  readRetention,
  splitDocumentType,
} from "#shared/inventory/read-code.ts";

describe("codes written as words", () => {
  test.each([
    ["Vĩnh viễn", "01"],
    ["vinh vien", "01"],
    ["VV", "01"],
    ["01", "01"],
    ["1", "01"],
    ["70 năm", "02"],
    ["50 năm", "03"],
    ["30 NĂM", "04"],
    ["20 năm", "05"],
    ["10 năm", "06"],
    ["10", "06"],
    ["05", "05"],
    ["Bảo quản vĩnh viễn", "01"],
    ["01 - Vĩnh viễn", "01"],
    ["", ""],
  ])("retention %j is %j", (text, code) => expect(readRetention(text)).toBe(code));

  test.each(["lâu", "5 năm", "hết hiệu lực", "99"])("retention %j is not known", (text) =>
    expect(readRetention(text)).toBeUndefined(),
  );

  test.each([
    ["Công khai", "01"],
    ["Không hạn chế", "01"],
    ["Hạn chế", "02"],
    ["Mật", "03"],
    ["3", "03"],
  ])("access %j is %j", (text, code) => expect(readAccess(text)).toBe(code));

  test.each([
    ["Tiếng Việt", "01"],
    ["Việt", "01"],
    ["Việt - Anh", "06"],
    ["Hán Nôm", "09"],
    ["01", "01"],
  ])("language %j is %j", (text, code) => expect(readLanguage(text)).toBe(code));

  test.each([
    ["Tốt", "01"],
    ["bình thường", "02"],
    ["rách", "03"],
    ["Hỏng", "03"],
  ])("condition %j is %j", (text, code) => expect(readCondition(text)).toBe(code));
});

describe("document types", () => {
  test("every type is read by code, name and abbreviation", () => {
    for (const [code, name, short] of documentTypes) {
      for (const text of [
        code,
        String(Number(code)),
        name,
        name.toUpperCase(),
        name.normalize("NFD"),
        short,
      ]) {
        if (text !== "") expect([text, readDocumentType(text)]).toEqual([text, code]);
      }
    }
  });

  test.each([
    ["quyet dinh", "02"],
    ["QĐ", "02"],
    ["QyĐ", "05"],
    ["BIÊN BẢN", "20"],
    ["CV", "22"],
    ["", ""],
  ])("%j is %j", (text, code) => expect(readDocumentType(text)).toBe(code));

  test.each(["biên bản thanh lý", "Giay thoi tra luong", "Nghị định"])("%j is not known", (text) =>
    expect(readDocumentType(text)).toBeUndefined(),
  );

  test.each([
    ["Quyết định về việc cấp đất", "02", "về việc cấp đất"],
    ["Báo cáo: tình hình năm 2015", "14", "tình hình năm 2015"],
    ["V/v mời họp", "", "V/v mời họp"],
    ["Quyết tâm thi đua", "", "Quyết tâm thi đua"],
    ["12 hộ dân", "", "12 hộ dân"],
  ])("%j begins with type %j", (text, type, rest) => expect(splitDocumentType(text)).toEqual({ type, rest }));
});
