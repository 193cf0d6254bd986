import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look } from "./pictures.ts";

const unit = "Ủy ban nhân dân thị trấn Tuy Phước";
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });

/** Presses keys and counts them: a chord is as many presses as it has keys, a text as many as it has letters. */
function countKeys(page: Page) {
  let pressed = 0;
  return {
    async press(chord: string) {
      pressed += chord.split("+").length;
      await page.keyboard.press(chord);
    },
    async type(text: string) {
      pressed += text.length;
      await page.keyboard.type(text);
    },
    pressed: () => pressed,
  };
}

async function openFonds() {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page } = app;
  await page.setViewportSize({ width: 1600, height: 1000 });
  await answerFirstRun(page, { name: "Trần Thị Xã", role: "commune-preparer", unit: "Thị trấn Tuy Phước" });
  await goTo(page, "/inventory");
  await button(page, vi.inventory.newFonds).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel(vi.inventory.fonds.code, { exact: false }).first().fill("P21952");
  await form.getByLabel(vi.inventory.fonds.name, { exact: false }).fill(unit);
  await button(page, vi.common.save).click();
  await form.waitFor({ state: "hidden" });
  await page.getByText(unit).first().click();
  await page.getByText(vi.grid.noRows.files).waitFor();
  return app;
}

/** The records of a collection as the journal has them. */
async function journaled(page: Page, collection: string): Promise<Record<string, unknown>[]> {
  return page.evaluate(async (name) => {
    const init = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ collection: name, checkpoint: null, limit: 1000 }),
    };
    const answer = (await (await fetch("/call/records.pull", init)).json()) as {
      value: { documents: Record<string, unknown>[] };
    };
    return answer.value.documents;
  }, collection);
}

const rowsText = (count: string) => vi.grid.rows(count);

async function addFile(page: Page, code: string, title: string) {
  await button(page, new RegExp(`^${vi.grid.newRow}`))
    .first()
    .click();
  await page.getByRole("grid").waitFor();
  await page.keyboard.type(code);
  // Over the number of its documents, in which nothing is typed.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type(title);
  await page.keyboard.press("Tab");
}

const surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Hồ", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô"];
const decisions = Array.from({ length: 20 }, (_, at) => ({
  day: `${(at % 28) + 1}/${Math.floor(at / 8) + 1}`,
  name: `${surnames[at % 10] ?? ""} Văn ${["An", "Bình", "Chung", "Dũng"][at % 4] ?? ""}`,
}));
const subjectOf = (name: string) => `Về việc giao đất ở cho hộ ông ${name}`;

it("lists twenty decisions by keyboard with at most half the keys of a spreadsheet", async () => {
  const { page, errors } = await openFonds();
  await addFile(page, "P21952.01.0001", "Quyết định của UBND thị trấn năm 2016");
  await page.getByText(vi.shell.status.savedAt("").trim(), { exact: false }).first().waitFor();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /Quyết định của UBND/ }).waitFor();
  await button(page, new RegExp(`^${vi.grid.newRow}`))
    .first()
    .click();
  // The subject's heading is pressed once: what subjects begin with in common is given from then on.
  await button(page, vi.grid.keep(vi.inventory.item.subject)).click();

  const keys = countKeys(page);
  const grid = page.getByRole("grid");
  await page
    .getByLabel(new RegExp(`^${vi.inventory.item.ordinal}, ${vi.grid.rowNumber}`))
    .or(page.locator("input[aria-label*=TT]"))
    .last()
    .focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  const [first, ...others] = decisions;
  for (const text of [
    "101",
    "QĐ-UBND",
    "quyet dinh",
    `${first?.day ?? ""}/2016`,
    subjectOf(first?.name ?? ""),
    "2",
    "1-2",
    unit,
  ]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type("Nguyễn Văn Thành");
  await page.keyboard.press("Control+Enter");
  const afterFirst = keys.pressed();
  let previous = first?.name ?? "";
  for (const [at, { day, name }] of others.entries()) {
    // A day alone is one of the month above.
    const [ofMonth = "", month] = day.split("/");
    await keys.type(month === decisions[at]?.day.split("/")[1] ? ofMonth : day);
    await keys.press("Tab");
    // The second subject comes whole; from the third on it ends where a name begins, and is typed on.
    const overtyped = at === 0 ? previous.split(" ").length : 0;
    for (let word = 0; word < overtyped; word += 1) await keys.press("Control+Backspace");
    await keys.type(name);
    await keys.press("Tab");
    await keys.type("2");
    await keys.press("Control+Enter");
    previous = name;
  }
  await expect
    .poll(async () => (await journaled(page, "items")).filter(({ pageCount }) => pageCount === 2).length, {
      timeout: 20_000,
    })
    .toBe(decisions.length);
  const items = (await journaled(page, "items")).sort(
    (one, other) => Number(one["ordinal"]) - Number(other["ordinal"]),
  );
  expect(items.map(({ subject }) => subject)).toEqual(decisions.map(({ name }) => subjectOf(name)));
  expect(items.map(({ number }) => number)).toEqual(decisions.map((_, at) => String(101 + at)));
  expect(items.map(({ leaves }) => leaves)).toEqual(decisions.map((_, at) => `${2 * at + 1}-${2 * at + 2}`));
  const rest = { symbol: "QĐ-UBND", type: "02", issuer: unit, signer: "Nguyễn Văn Thành", pageCount: 2 };
  for (const item of items) expect(item).toMatchObject(rest);
  expect(items.at(-1)?.["issuedDate"]).toBe("2016-03-20");

  const counted = (keys.pressed() - afterFirst) / others.length;
  const spreadsheet = spreadsheetKeys();
  const folder = join(import.meta.dirname, "..", "..", "out", "e2e");
  mkdirSync(folder, { recursive: true });
  const figures = {
    keysPerItem: counted,
    ...spreadsheet,
    ratio: counted / spreadsheet.spreadsheet,
    ratioFilledAtOnce: counted / spreadsheet.spreadsheetFilledAtOnce,
  };
  writeFileSync(join(folder, "keys-per-item.json"), `${JSON.stringify(figures, null, 2)}\n`);
  expect(figures.ratio, JSON.stringify(figures)).toBeLessThanOrEqual(0.5);
  expect(figures.ratioFilledAtOnce, JSON.stringify(figures)).toBeLessThanOrEqual(0.5);
  await grid.waitFor();
  await look(page, "grid-items");

  // A row made like another says so, names it and leads to the review; it is kept all the same.
  await page.locator("input[aria-label*=TT]").last().focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await paste(page, [["101", "QĐ-UBND", "Quyết định", "1/1/2016", subjectOf(first?.name ?? "")]]);
  await page.getByText(vi.grid.twins.rows("1")).waitFor();
  await page.getByRole("link", { name: vi.grid.twins.review }).waitFor();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
  await page
    .getByText(vi.grid.twins.like(vi.grid.twins.item("1", "P21952.01.0001")))
    .first()
    .waitFor();
  await look(page, "grid-twins");
  expect(errors).toEqual([]);
}, 180_000);

/**
 * Keys for one of the same items in a spreadsheet. Row by row: what is new is typed, what stays is filled with Ctrl+D,
 * the subject is copied from above with Ctrl+' and its name selected by words and typed over; Tab between cells, Enter
 * at the end goes back to the first column. And at best: all that stays, and the numbers, filled for all rows at once.
 */
function spreadsheetKeys() {
  const fill = 2;
  const tab = 1;
  const totals = decisions.slice(1).map(({ day, name }, at) => {
    const ordinal = String(at + 2).length;
    const number = 3;
    const leaves = `${2 * at + 3}-${2 * at + 4}`.length;
    const date = `${day}/2016`.length;
    const selectName = 2 + 3;
    const subject = fill + selectName + name.length;
    const kept = 4 * (fill + tab);
    const row = ordinal + tab + number + tab + date + tab + subject + tab + 1 + tab + leaves + tab + kept;
    const atBest = date + tab + subject + tab + 1 + tab + leaves + tab;
    return { row, atBest };
  });
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const fillsAtOnce = (2 + 3 + 19 + fill) * 2;
  return {
    spreadsheet: mean(totals.map(({ row }) => row)),
    spreadsheetFilledAtOnce: mean(totals.map(({ atBest }) => atBest)) + fillsAtOnce / totals.length,
  };
}

async function paste(page: Page, block: readonly (readonly string[])[]) {
  const text = block.map((row) => row.join("\t")).join("\r\n");
  await page.evaluate((content) => {
    const data = new DataTransfer();
    data.setData("text/plain", content);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

it("pastes a block larger than the grid, edits two hundred rows at once and takes it back", async () => {
  const { page, errors } = await openFonds();
  await addFile(page, "P21952.01.0001", "Hồ sơ thứ nhất");
  await page.getByText(rowsText("1"), { exact: true }).waitFor();
  await page.keyboard.press("Control+Home");
  const block = Array.from({ length: 30 }, (_, at) => [
    `P21952.01.${String(at + 1).padStart(4, "0")}`,
    "",
    `0${at + 1}/HS`,
    `Hồ sơ số ${at + 1}`,
    at === 4 ? "31/02/2016" : "2016",
  ]);
  await paste(page, block);
  const dialog = page.getByRole("dialog");
  await dialog.getByText(vi.grid.pasteDialog.newRows("29")).waitFor();
  await look(page, "grid-paste");
  await dialog.getByRole("button", { name: vi.grid.pasteDialog.paste("30") }).click();
  await page.getByText(rowsText("30"), { exact: true }).waitFor();
  await button(page, vi.grid.wrongCells(1)).click();
  await page.getByText(vi.grid.wrongDialog.typed("31/02/2016"), { exact: false }).waitFor();
  await look(page, "grid-wrong-cells");
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await journaled(page, "files")).length).toBe(29);
  // The row with the wrong date is a draft until it is mended.
  const more = Array.from({ length: 200 }, (_, at) => [
    `P21952.02.${String(at + 1).padStart(4, "0")}`,
    "",
    "",
    `Kế hoạch số ${at + 1}`,
  ]);
  await page.locator("input[aria-label*=TT]").last().focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await paste(page, more);
  await dialog.getByRole("button").last().click();
  await expect.poll(async () => (await journaled(page, "files")).length, { timeout: 20_000 }).toBe(228);
  await look(page, "grid-files");

  // In a common window the rows have the most of it, and only the list is scrolled.
  await page.setViewportSize({ width: 1280, height: 840 });
  await look(page, "grid-files-1280");
  expect(await wholeRows(page)).toBeGreaterThanOrEqual(14);
  expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
  await openMenus(page);
  await page.setViewportSize({ width: 1600, height: 1000 });

  await page.locator("input[aria-label*=TT]").last().focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+b");
  await dialog.getByLabel(vi.grid.bulkDialog.field).first().fill("hop");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await dialog.getByLabel(vi.grid.bulkDialog.value).fill("77");
  await look(page, "grid-bulk-edit");
  const count = (await journaled(page, "files")).length;
  await dialog
    .getByRole("button", { name: vi.grid.bulkDialog.confirm(vi.inventory.file.box, String(count)) })
    .click();
  const boxes = async () => (await journaled(page, "files")).filter(({ box }) => box === "77").length;
  await expect.poll(boxes, { timeout: 20_000 }).toBe(count);
  await button(page, vi.grid.undo).first().click();
  await expect.poll(boxes, { timeout: 20_000 }).toBe(0);
  await excludeSecret(page);
  await page.evaluate(() => {
    document.documentElement.dataset["mantineColorScheme"] = "dark";
  });
  await look(page, "grid-files-dark");
  expect(errors).toEqual([]);
}, 180_000);

/** How many rows of the grid are seen whole. */
async function wholeRows(page: Page): Promise<number> {
  return page.evaluate(() => {
    const frame = document.querySelector("[role=grid]")?.parentElement;
    if (!frame) return 0;
    const { top } = frame.getBoundingClientRect();
    const head = frame.querySelector("[role=columnheader]")?.getBoundingClientRect().height ?? 0;
    return [...frame.querySelectorAll("[data-row]")].filter((row) => {
      const box = row.getBoundingClientRect();
      return box.top >= top + head - 1 && box.bottom <= top + frame.clientHeight + 2;
    }).length;
  });
}

/** The menus and the filter open by keyboard; a journal opens by its key, and the grid has the keys again. */
async function openMenus(page: Page) {
  for (const name of [vi.grid.tools, vi.grid.others, vi.grid.filter.open]) {
    await button(page, name).focus();
    await page.keyboard.press("Enter");
    await look(page, `grid-menu-${name}`);
    await page.keyboard.press("Escape");
  }
  const cell = page.locator("input[aria-label*=TT]").last();
  await cell.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+i");
  await page.getByRole("dialog", { name: new RegExp(vi.trail.title) }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await expect.poll(() => cell.evaluate((one) => one === document.activeElement)).toBe(true);
}

/** A mark of secrecy in a saved row: recorded at once, and undoing does not bring the row back. */
async function excludeSecret(page: Page) {
  const dialog = page.getByRole("dialog");
  const exclusions = async () =>
    (await journaled(page, "exclusions")).filter(({ withdrawn }) => withdrawn === "").length;
  const notation = async () => {
    await page.locator("input[aria-label*=TT]").last().focus();
    await page.keyboard.press("Control+Home");
    for (let step = 0; step < 2; step += 1) await page.keyboard.press("ArrowRight");
    await page.keyboard.type("Tối mật");
    await page.keyboard.press("Enter");
    await dialog.getByText(vi.entry.secret.recorded(vi.entry.secrecy["toi-mat"])).waitFor();
  };
  await notation();
  await expect.poll(exclusions).toBe(1);
  await dialog.getByRole("button", { name: vi.entry.secret.slip }).click();
  await expect.poll(exclusions).toBe(0);
  await notation();
  await expect.poll(exclusions).toBe(1);
  await dialog.getByRole("button", { name: vi.entry.secret.discard }).click();
  const dropped = async () =>
    (await journaled(page, "files")).filter(({ withdrawn }) => withdrawn === vi.entry.secret.title).length;
  await expect.poll(dropped).toBe(1);
  await button(page, vi.grid.undo).first().click();
  await page.waitForTimeout(500);
  expect(await dropped()).toBe(1);
  expect(await exclusions()).toBe(1);
}
