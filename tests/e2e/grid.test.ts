import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { accessibilityFaults } from "#tests/helpers/opened-app.ts";
import { type GridPages, openGridPages } from "#tests/helpers/open-grid-page.ts";

let pages: GridPages;
let page: Page;

beforeAll(async () => {
  pages = await openGridPages();
});
afterAll(() => pages.close());
beforeEach(async () => {
  page = await pages.open("rows=100000");
  return () => page.context().close();
});

const cellAt = (row: number, column: number) => page.locator(`[data-row="${row}"] [data-column="${column}"]`);
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const state = () => page.evaluate(() => window.gridPage);
/** The cell the input stands over, by its label. */
const active = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
const copied = () => page.evaluate(() => navigator.clipboard.readText());
const setClipboard = (text: string) => page.evaluate((value) => navigator.clipboard.writeText(value), text);

it("goes where the keys lead, and shows the cell clear of the head and the pinned columns", async () => {
  await page.locator("[role=grid] ~ div input").focus();
  await press("Tab", "Tab", "Enter", "Shift+Enter", "ArrowDown", "ArrowDown", "ArrowLeft");
  expect(await active()).toBe("Tiêu đề hồ sơ, Dòng 3");
  await press("Control+End");
  expect(await active()).toBe("Tình trạng, Dòng 100000");
  await cellAt(99_999, 11).waitFor();
  await press("ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft");
  const boxes = await Promise.all([page.locator(":focus").boundingBox(), cellAt(99_999, 1).boundingBox()]);
  expect(boxes[0]?.x).toBeGreaterThanOrEqual((boxes[1]?.x ?? 0) + (boxes[1]?.width ?? 0) - 1);
  await press("Control+Home", "PageDown");
  const row = Number((await active())?.match(/\d+$/)?.[0]);
  expect(row).toBeGreaterThan(10);
  expect(row).toBeLessThan(25);
});

it("edits by typing, gives back by Escape, hands over once on leaving and only what changed", async () => {
  await cellAt(4, 9).click();
  await page.keyboard.type("ghi");
  await press("Escape");
  expect(await page.locator(":focus").inputValue()).toBe("");
  await page.keyboard.type("chú");
  await press("Home");
  await page.keyboard.type("Ghi ");
  await press("Enter", "Enter", "F2", "Enter");
  await cellAt(1, 9).click();
  await page.keyboard.type("khác");
  await page.getByLabel("Ô thường").focus();
  expect((await state()).edits).toEqual([
    { row: 4, column: "note", text: "Ghi chú", key: "record-4" },
    { row: 1, column: "note", text: "khác", key: "record-1" },
  ]);
});

it("keeps an edit with its record when rows come in above it", async () => {
  await cellAt(6, 9).click();
  await page.keyboard.type("của ");
  await page.evaluate(() => window.gridPage.insert(3));
  await page.keyboard.type("dòng 7");
  await expect.poll(active).toBe("Ghi chú, Dòng 10");
  await press("Enter");
  expect((await state()).edits).toEqual([{ row: 9, column: "note", text: "của dòng 7", key: "record-6" }]);
});

it("selects by Shift, mouse, row, column and all, and copies the range as a spreadsheet takes it", async () => {
  await cellAt(1, 0).click();
  await press("Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown");
  await press("Control+c");
  const title = (year: number, part: number) =>
    `Hồ sơ về việc cấp giấy chứng nhận quyền sử dụng đất năm ${year}, tập ${part}`;
  expect(await copied()).toBe(`2\t${title(2001, 2)}\tKế hoạch\r\n3\t${title(2002, 3)}\tBáo cáo`);
  await press("Shift+Space");
  expect((await state()).range).toEqual({ from: { row: 1, column: 0 }, to: { row: 2, column: 11 } });
  await press("Control+Space");
  expect((await state()).range).toEqual({ from: { row: 0, column: 0 }, to: { row: 99_999, column: 11 } });
  await cellAt(2, 3).hover();
  await page.mouse.down();
  await cellAt(5, 4).hover();
  await page.mouse.up();
  expect((await state()).range).toEqual({ from: { row: 2, column: 3 }, to: { row: 5, column: 4 } });
  await cellAt(7, -1).click();
  expect((await state()).range).toEqual({ from: { row: 7, column: 0 }, to: { row: 7, column: 11 } });
  await press("Control+a", "Control+c");
  expect((await copied()).split("\r\n")).toHaveLength(100_000);
});

it("pastes a block at the range, one value over the whole range, and empties it", async () => {
  await setClipboard('a\t"b\nc"\nd\te\n');
  await cellAt(3, 8).click();
  await press("Control+v");
  await setClipboard("Kho 2");
  await cellAt(1, 9).click();
  await press("Shift+ArrowDown", "Control+v", "Delete");
  expect((await state()).pastes).toEqual([
    {
      at: { row: 3, column: 8 },
      block: [
        ["a", "b\nc"],
        ["d", "e"],
      ],
    },
    { at: { row: 1, column: 9 }, block: [["Kho 2"], ["Kho 2"]] },
    { at: { row: 1, column: 9 }, block: [[""], [""]] },
  ]);
  // Within a text being edited the clipboard is the browser's.
  await cellAt(5, 9).click();
  await page.keyboard.type("ở ");
  await press("Control+v");
  expect(await page.locator(":focus").inputValue()).toBe("ở Kho 2");
  expect((await state()).pastes).toHaveLength(3);
});

it("says commands, opens records, and lets Tab out after Escape", async () => {
  await cellAt(3, 9).click();
  await page.keyboard.type("x");
  await press(
    "Control+d",
    "Control+'",
    "Control+Enter",
    "Control+z",
    "Control+y",
    "Control+Delete",
    "Control+m",
  );
  await press("Control+b", "Control+e");
  await cellAt(3, 11).click();
  await press("Enter");
  await cellAt(6, -1).dblclick();
  const { commands, opened, edits } = await state();
  expect(commands).toEqual([
    "fill-down",
    "copy-above",
    "save-next",
    "undo",
    "redo",
    "withdraw",
    "move",
    "bulk-edit",
    "sequence",
  ]);
  expect(opened).toEqual([3, 6]);
  expect(edits).toHaveLength(1);
  await press("Escape", "Shift+Tab");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BUTTON");
  await press("ArrowRight", "Enter");
  expect(await page.locator("[role=columnheader][aria-sort]").getAttribute("aria-sort")).toBe("descending");
});

it("chooses by the list alone, and goes where it is told", async () => {
  await cellAt(2, 2).click();
  await press("Alt+ArrowDown");
  expect(await page.getByRole("option").count()).toBe(6);
  await page.getByRole("option", { name: "Công văn" }).click();
  expect((await state()).edits).toEqual([{ row: 2, column: "type", text: "CV", key: "record-2" }]);
  await page.keyboard.type("b");
  await press("Escape");
  expect(await page.locator(":focus").inputValue()).toBe("Công văn");
  await page.evaluate(() => window.gridPage.goTo({ row: 50_000, column: 4 }));
  await cellAt(50_000, 4).waitFor();
  expect(await active()).toBe("Từ ngày, Dòng 50001");
});

it("is accessible in both colours, with a list open and a problem shown", async () => {
  await cellAt(9, 2).click();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page)).toEqual([]);
    await press("Alt+ArrowDown");
    expect(await accessibilityFaults(page)).toEqual([]);
    await press("Escape");
  }
});
