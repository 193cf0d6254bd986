import { expect, it } from "vitest";
import { helpPageNames } from "#shared/text/help-page.ts";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { helpOfPlace } from "#renderer/app/help-of-place.ts";
import { findPages } from "#renderer/features/help/find-pages.ts";

it("finds pages without accents, those that name the words in their title first", () => {
  expect(findPages(vi.help.pages, "nhap excel")[0]).toBe("workbook");
  expect(findPages(vi.help.pages, "NGHIỆM THU")[0]).toBe("check");
  expect(findPages(vi.help.pages, "bi mat nha nuoc")[0]).toBe("secret");
  expect(findPages(en.help.pages, "print a4").slice(0, 1)).toEqual(["print"]);
  expect(findPages(vi.help.pages, "noi de hop")[0]).toBe("boxes");
  expect(findPages(vi.help.pages, "cho tinh duyet")[0]).toBe("names");
  expect(findPages(vi.help.pages, "cung phong chua theo kip")[0]).toBe("waiting");
  expect(findPages(vi.help.pages, "ma hoa")[0]).toBe("encryption");
  expect(findPages(vi.help.pages, "nhan toi")[0]).toBe("notes");
  expect(findPages(vi.help.pages, "máy bay trực thăng")).toEqual([]);
  expect(findPages(vi.help.pages, "  ")).toEqual(helpPageNames);
});

it("opens the page that speaks of the screen", () => {
  expect(helpOfPlace("/")).toBe("start");
  expect(helpOfPlace("/inventory")).toBe("inventory");
  expect(helpOfPlace("/inventory/fonds/f1")).toBe("entry");
  expect(helpOfPlace("/inventory/fonds/f1/import")).toBe("workbook");
  expect(helpOfPlace("/inventory/fonds/f1/boxes")).toBe("boxes");
  expect(helpOfPlace("/inventory/fonds/f1/box-forms/number=1")).toBe("print");
  expect(helpOfPlace("/check/b1/items/i1")).toBe("check");
  expect(helpOfPlace("/notes")).toBe("notes");
  expect(helpOfPlace("/keeping")).toBe("encryption");
  expect(helpOfPlace("/help/send")).toBe("start");
});
