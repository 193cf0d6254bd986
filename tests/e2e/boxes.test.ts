import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { idOfBox } from "#shared/archive/box-id.ts";
import { vi } from "#shared/text/vi.ts";
import { journaledRecords, putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleFile, sampleFonds } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.boxes;
const name = "Phông Ủy ban nhân dân thị trấn Tuy Phước";
const path = "/inventory/fonds/fonds-1/boxes";

const button = (page: Page, label: string | RegExp) => page.getByRole("button", { name: label, exact: true });
const box = (page: Page, number: string) =>
  page
    .getByRole("listbox", { name: words.list })
    .getByRole("option", { name: new RegExp(`^Hộp ${number}\\b`) });

async function openBoxes() {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 840 });
  await answerFirstRun(page, { name: "Trần Thị Xã", role: "commune-preparer", unit: "Thị trấn Tuy Phước" });
  await putRecords(page, "fonds", [
    sampleFonds("fonds-1", { name }),
    sampleFonds("fonds-2", { name: "Phông Hội đồng nhân dân thị trấn", code: "P2" }),
  ]);
  const locations = ["", "Kho 2, giá 14", "Kho 2, giá 15", ""];
  await putRecords(
    page,
    "files",
    Array.from({ length: 14 }, (_, at) =>
      sampleFile(`file-${at}`, {
        code: `P1.${String(at + 1).padStart(4, "0")}`,
        notation: String(at + 1).padStart(2, "0"),
        title: `Hồ sơ giao đất ở cho các hộ gia đình thôn ${at + 1} năm ${2010 + at}`,
        startDate: `${2010 + at}-02-11`,
        endDate: `${2010 + at}-11-30`,
        box: at === 13 ? "" : String(Math.floor(at / 3) + 8),
        location: locations[Math.floor(at / 3)] ?? "",
        leafCount: 12 * at,
      }),
    ),
  );
  return app;
}

it("writes where boxes stand by the keyboard alone, shows what lies in them and takes it back", async () => {
  const { page, errors } = await openBoxes();
  await goTo(page, "/inventory/fonds/fonds-2/boxes");
  await page.getByText(words.emptyTitle).waitFor();
  await look(page, "boxes-empty");

  await goTo(page, path);
  await page.getByText(words.summary("5", "3", "1")).waitFor();
  await look(page, "boxes");
  const list = page.getByRole("listbox", { name: words.list });
  await expect.poll(() => list.getByRole("option").allInnerTexts()).toHaveLength(5);
  expect((await list.getByRole("option").allInnerTexts()).map((text) => text.split("\n")[0])).toEqual([
    "Hộp 8",
    "Hộp 9",
    "Hộp 10",
    "Hộp 11",
    "Hộp 12",
  ]);

  // Enter opens the form, Ctrl+Enter keeps it and goes to the next box with the room and the shelf of this one.
  await box(page, "8").focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog");
  const field = (label: string) => sheet.getByLabel(label, { exact: true });
  await expect
    .poll(() => field(words.field.room).evaluate((one) => one === document.activeElement))
    .toBe(true);
  await page.keyboard.type("2");
  await field(words.field.shelf).fill("14");
  await field(words.field.tier).fill("Ngăn 3");
  await field(words.field.metres).fill("dài");
  await look(page, "boxes-form");
  await page.keyboard.press("Control+Enter");
  await sheet.getByRole("alert").waitFor();
  await look(page, "boxes-form-wrong");
  await field(words.field.metres).fill("0,12");
  await page.keyboard.press("Control+Enter");
  await sheet.getByText(words.editOf(words.box("9"))).waitFor();
  await expect.poll(() => field(words.field.room).inputValue()).toBe("2");
  await page.keyboard.press("Enter");
  await sheet.waitFor({ state: "hidden" });
  await box(page, "9")
    .getByText(/Kho 2, giá 14/)
    .waitFor();
  // Whoever works by keyboard is back at the box just written of.
  await expect.poll(() => box(page, "9").evaluate((row) => row === document.activeElement)).toBe(true);
  const held = async (number: string) =>
    (await journaledRecords(page, "boxes")).find(
      ({ id }) => id === idOfBox({ fondsId: "fonds-1", inventory: "01", number }),
    );
  await expect.poll(() => held("8")).toMatchObject({ room: "2", shelf: "14", tier: "Ngăn 3", metres: 0.12 });

  // Undone and done again from the list.
  await page.keyboard.press("Control+z");
  await page.getByText(vi.grid.undone(words.step(words.box("9")), "1")).waitFor();
  await expect.poll(async () => (await held("9"))?.room).toBe("");
  // One press is one step back: the box before it stays as it was written.
  expect((await held("8"))?.room).toBe("2");
  await button(page, vi.grid.undoOf(words.step(words.box("8")))).waitFor();
  await page.keyboard.press("Control+y");
  await expect.poll(async () => (await held("9"))?.room).toBe("2");

  // Space shows what lies in the box, in order, with the way to each.
  await page.keyboard.press("Home");
  await page.keyboard.press(" ");
  await sheet.getByRole("table", { name: words.contents }).waitFor();
  expect(await sheet.getByRole("link", { name: /^P1\./ }).allInnerTexts()).toEqual([
    "P1.0001",
    "P1.0002",
    "P1.0003",
  ]);
  await sheet.getByText(words.total("3", "36")).waitFor();
  await look(page, "boxes-contents");
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await expect.poll(() => box(page, "8").evaluate((row) => row === document.activeElement)).toBe(true);

  // Narrowed to those that lack a place, and by words without accents.
  await page.getByLabel(words.lackingOnly).check();
  await expect.poll(() => list.getByRole("option").count()).toBe(2);
  await page.getByLabel(words.lackingOnly).uncheck();
  await page.getByLabel(words.filter).fill("gia 15");
  await expect.poll(() => list.getByRole("option").count()).toBe(1);
  await page.getByLabel(words.filter).fill("gia 99");
  await page.getByText(words.noMatches).waitFor();
  await page.getByLabel(words.filter).fill("");

  // What is printed for a box covers that box alone, as a list in it or as its label.
  await page.getByRole("link", { name: words.print }).click();
  await page
    .getByRole("radio", { name: vi.forms.kinds["box-contents"].name })
    .and(page.locator(":checked"))
    .waitFor();
  await button(page, vi.forms.make).click();
  await page.getByText(vi.forms.madePages("3", "1")).waitFor({ timeout: 60_000 });
  await page.getByText(/Mục lục trong hộp - H05 - ML 01 - hộp 8-8\.pdf/).waitFor();
  await page.waitForTimeout(1500);
  await look(page, "boxes-print");
  await page.getByRole("link", { name: words.title }).first().click();
  await list.waitFor();

  // The facts of a file say where its box stands.
  await goTo(page, "/inventory/file/file-0");
  await button(page, vi.grid.moreFacts).click();
  await page.getByText(words.fromBox("Kho 2, giá 14, Ngăn 3")).waitFor();

  await goTo(page, path);
  await showAs(page, { language: "vi", scale: 100, dark: true });
  await list.waitFor();
  await look(page, "boxes-dark");
  await showAs(page, { language: "en", scale: 175, dark: false });
  await page.getByRole("listbox").waitFor();
  await look(page, "boxes-en-175");
  await page.getByRole("option").first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await look(page, "boxes-form-en-175");
  expect(errors).toEqual([]);
}, 240_000);
