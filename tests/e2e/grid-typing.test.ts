import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GridPages, openGridPages } from "#tests/helpers/open-grid-page.ts";
import { fromTelex } from "#tests/helpers/telex.ts";
import { streams, telexTexts, typeVietnamese } from "#tests/helpers/type-vietnamese.ts";

let pages: GridPages;
let page: Page;

beforeAll(async () => {
  pages = await openGridPages();
  page = await pages.open("rows=1000");
});
afterAll(() => pages.close());

const click = (row: number, column: number) =>
  page.locator(`[data-row="${row}"] [data-column="${column}"]`).click();

/** The focused field's text in NFC and where its caret stands, counted from its end. */
const field = () =>
  page.evaluate(() => {
    const input = document.activeElement as HTMLInputElement;
    return {
      value: input.value.normalize("NFC"),
      caretFromEnd: input.value.length - (input.selectionEnd ?? -1),
    };
  });
const lastEdit = () => page.evaluate(() => window.gridPage.edits.at(-1));

it("makes the texts of the keys", () => {
  for (const [keys, text] of telexTexts)
    expect(
      keys
        .split(" ")
        .map((word) => fromTelex(word))
        .join(" "),
    ).toBe(text);
  expect(fromTelex("hoaf", false)).toBe("hòa");
});

describe.each(streams)("typed as %s", (stream) => {
  beforeAll(async () => {
    await page.reload();
  });

  it.each(telexTexts)("%s replaces an unopened cell by %s, and is handed over in NFC", async (keys, text) => {
    await click(1, 9);
    await click(2, 1);
    await typeVietnamese(page, keys, stream);
    expect(await field()).toEqual({ value: text, caretFromEnd: 0 });
    await page.keyboard.press("Tab");
    expect(await lastEdit()).toEqual({ row: 2, column: "title", text, key: "record-2" });
  });

  it("goes on after what stood there once F2 opened the cell", async () => {
    await click(4, 8);
    await page.keyboard.press("F2");
    await page.keyboard.press("Space");
    await typeVietnamese(page, "Vieejt Nam", stream);
    expect(await field()).toEqual({ value: "Ủy ban nhân dân huyện Tuy Phước Việt Nam", caretFromEnd: 0 });
    await page.keyboard.press("Escape");
    expect(await field()).toMatchObject({ value: "Ủy ban nhân dân huyện Tuy Phước" });
  });

  it("goes on after a beginning, without F2, and Delete takes all of it", async () => {
    await click(20, 1);
    await typeVietnamese(page, "Giao ddaats cho oong ", stream);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    await typeVietnamese(page, "Nguyeenx Vawn An", stream);
    expect(await field()).toEqual({ value: "Giao đất cho ông Nguyễn Văn An", caretFromEnd: 0 });
    await page.keyboard.press("Escape");
    expect(await field()).toMatchObject({ value: "Giao đất cho ông " });
    await page.keyboard.press("Delete");
    expect(await field()).toMatchObject({ value: "" });
    await page.keyboard.press("Escape");
  });

  it("writes in the middle of a text where the caret stands", async () => {
    await click(6, 9);
    await typeVietnamese(page, "quyeets 2016", stream);
    for (let back = 0; back < 4; back += 1) await page.keyboard.press("ArrowLeft");
    await typeVietnamese(page, "ddinhj", stream);
    expect(await field()).toEqual({ value: "quyết định2016", caretFromEnd: 4 });
    await page.keyboard.press("Escape");
  });

  it("narrows a choice without completing it, and takes what the arrows choose", async () => {
    await click(8, 2);
    await typeVietnamese(page, "towf", stream);
    expect(await field()).toEqual({ value: "tờ", caretFromEnd: 0 });
    expect(await page.getByRole("option").allInnerTexts()).toEqual(["Tờ trình"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await lastEdit()).toMatchObject({ row: 8, column: "type", text: "TTr" });
    expect(await page.getByRole("option").count()).toBe(0);
  });

  it("takes a choice written out, and keeps what is none with its problem", async () => {
    await click(14, 2);
    await typeVietnamese(page, "quyeets ddinhj", stream);
    await page.keyboard.press("Tab");
    expect(await lastEdit()).toMatchObject({ row: 14, column: "type", text: "QĐ" });
    await click(13, 2);
    await typeVietnamese(page, "giaays", stream);
    await page.keyboard.press("Enter");
    expect(await lastEdit()).toMatchObject({ row: 13, column: "type", text: "giấy" });
    await page.keyboard.press("ArrowUp");
    expect(await page.locator("[data-note=problem]").last().innerText()).toContain("giấy");
  });
});
