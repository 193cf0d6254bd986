import { expect, test } from "vitest";
import { isSecretClass, isSecretNote, isSecretSymbol } from "#shared/inventory/secret-mark.ts";

test.each(["Mật", "MẬT", "mật", "Mat", "Tối mật", "TUYỆT MẬT", "03 Mật"])(
  "%j is a class of secrecy",
  (text) => expect(isSecretClass(text)).toBe(true),
);

test.each(["", "Không", "Thường", "Khẩn", "mất", "Mặt", "Đã giải mật", "Công khai"])(
  "%j is no class of secrecy",
  (text) => expect(isSecretClass(text)).toBe(false),
);

test.each(["Mật", "Dấu MẬT", "Đóng dấu Mật", "bản sao; tối mật", "Độ mật: Tối mật", "(Tuyệt mật)"])(
  "note %j marks a secret",
  (text) => expect(isSecretNote(text)).toBe(true),
);

test.each([
  "",
  "Tuyên truyền bảo vệ bí mật nhà nước",
  "bí mật công tác",
  "mật ong",
  "bản chính bị mất",
  "mất trang 2",
  "hai mặt",
  "Đã giải mật",
])("note %j marks no secret", (text) => expect(isSecretNote(text)).toBe(false));

test.each(["12/M-UBND", "M-UBND"])("symbol %j marks a secret", (text) =>
  expect(isSecretSymbol(text)).toBe(true),
);

test.each(["12/QĐ-UBND", "QĐ-M", "1234/TM-XNK", "TM-UBND", "HM-UBND"])("symbol %j marks no secret", (text) =>
  expect(isSecretSymbol(text)).toBe(false),
);
