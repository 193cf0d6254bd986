import fc from "fast-check";
import { expect, test } from "vitest";
import { findIdentityNumbers, maskIdentityNumbers } from "#shared/portal/identity-numbers.ts";

test.each([
  ["CMND số 211234567 do Công an Bình Định cấp", "CMND số ••••••••• do Công an Bình Định cấp"],
  ["Giấy chứng minh nhân dân: 211 234 567", "Giấy chứng minh nhân dân: ••• ••• •••"],
  ["số định danh 052.203.001.234", "số định danh •••.•••.•••.•••"],
  ["CCCD 052203001234;", "CCCD ••••••••••••;"],
  ["Hộ chiếu B1234567", "Hộ chiếu ••••••••"],
])("%s hides its number", (text, masked) => {
  expect(maskIdentityNumbers(text)).toBe(masked);
});

test.each([
  "tổng số tiền 211.234.567 đồng",
  "kinh phí 211234567 đồng",
  "Số 64/QĐ-UB ngày 02/3/1995",
  "diện tích 1.234,5 m2, tờ bản đồ 12, thửa 345",
  "điện thoại 0256 3822 222",
  "từ năm 1995 1996 1997",
])("%s hides nothing", (text) => {
  expect(maskIdentityNumbers(text)).toBe(text);
});

test("a masked text is as long as it was, and has no number left", () => {
  const words = fc.array(fc.oneof(fc.stringMatching(/^[\d .]{0,14}$/), fc.string(), fc.constant("CMND")));
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join(" ");
      const masked = maskIdentityNumbers(text);
      expect(masked).toHaveLength(text.length);
      expect(findIdentityNumbers(masked)).toEqual([]);
    }),
    { seed: 7 },
  );
});
