import { expect, test } from "vitest";
import { readPreamble } from "#shared/inventory/read-preamble.ts";

test.each([
  [[["Hồ sơ số: 05"]], { "file.number": "05" }],
  [[["Hồ sơ số 05"]], { "file.number": "05" }],
  [[["Hồ sơ số:", "", "05"]], { "file.number": "05" }],
  [[["Mã hồ sơ", "H05.02.2015.07"]], { "file.code": "H05.02.2015.07" }],
  [[["Mục lục số: 01; Hộp số: 12"]], { "file.inventory": "01", "file.box": "12" }],
  [
    [["MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU"], ["Thời hạn bảo quản: Vĩnh viễn"], ["Năm 2015"]],
    { "file.retention": "Vĩnh viễn", year: "2015" },
  ],
  [[["Hồ sơ số: ……"], ["Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do"]], {}],
  [[["Hộp số: 1"], ["Hộp số: 2"]], { "file.box": "1" }],
])("%j says %j", (rows, said) => expect(Object.fromEntries(readPreamble(rows))).toEqual(said));
