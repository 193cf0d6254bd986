import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
} from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.notes;

/** On an item in its editor, and on a page of it where it is checked; each is come to from the list of all. */
async function writeOnItem(page: Page, scope: string): Promise<void> {
  await putRecords(page, "items", [sampleItem("item-1", { scope, fileId: "file-1" })]);
  await putRecords(
    page,
    "pages",
    [1, 2].map((ordinal) => samplePage(`page-${ordinal}`, { scope, itemId: "item-1", ordinal })),
  );
  const dialog = page.getByRole("dialog");
  await goTo(page, "/check/batch-1/items/item-1");
  await page.getByText(vi.viewer.page(1, 2)).first().waitFor();
  await page.getByRole("button", { name: words.onItem, exact: true }).click();
  await dialog.getByRole("combobox", { name: words.about }).waitFor();
  // The page that is looked at is the one that is written on.
  expect(await dialog.getByRole("combobox", { name: words.about }).inputValue()).toBe(words.page("1"));
  await dialog.getByRole("textbox", { name: words.text }).fill("Mép trái bị cắt");
  await dialog.getByRole("button", { name: words.write }).click();
  await dialog.getByText("Mép trái bị cắt").waitFor();
  await dialog.getByRole("combobox", { name: words.about }).click();
  await page.getByRole("option", { name: words.wholeItem }).click();
  await dialog.getByText(words.none).waitFor();
  await dialog.getByRole("textbox", { name: words.text }).fill("Sai ngày ban hành?");
  await dialog.getByRole("combobox", { name: words.kind }).click();
  await page.getByRole("option", { name: words.kinds.question }).click();
  await dialog.getByRole("button", { name: words.write }).click();
  await dialog.getByText("Sai ngày ban hành?").waitFor();
  await look(page, "notes-of-item");
  // What is typed here decides nothing on the item behind.
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: words.openOnItem("1") }).waitFor();
  await look(page, "check-with-notes");

  await goTo(page, "/notes");
  await page.getByRole("combobox", { name: words.list.stand }).click();
  await page.getByRole("option", { name: words.list.allStands }).click();
  await page.getByRole("link", { name: new RegExp(words.list.onPage("1")) }).waitFor();
  await look(page, "notes-list-items");
  await page.getByRole("link", { name: new RegExp(words.list.onPage("1")) }).click();
  await dialog.getByText("Mép trái bị cắt").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });

  await goTo(page, "/check/batch-1/items/item-1");
}

it("people ask, answer and settle on a file and a batch, and take back what was wrong", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  page.setDefaultTimeout(60_000);
  await answerFirstRun(page, { name: "Lê Thị Kiểm", role: "district-checker", unit: "Huyện Tuy Phước" });
  const scope = "52.550.21952";
  await putRecords(page, "fonds", [sampleFonds("fonds-1", { scope })]);
  await putRecords(page, "batches", [sampleBatch("batch-1", { scope })]);
  await putRecords(page, "files", [sampleFile("file-1", { scope, fondsId: "fonds-1", batchId: "batch-1" })]);

  await goTo(page, "/inventory/file/file-1");
  await page.getByRole("button", { name: vi.grid.others }).click();
  await page.getByRole("menuitem", { name: words.title }).click();
  const sheet = page.getByRole("dialog", { name: words.title });
  await sheet.getByText(words.none).waitFor();
  await sheet.getByRole("textbox", { name: words.text }).fill("Hồ sơ này còn tập 2 không?");
  await sheet.getByRole("combobox", { name: words.kind }).click();
  await page.getByRole("option", { name: words.kinds.question }).click();
  await sheet.getByRole("button", { name: words.write }).click();
  await sheet.getByText("Hồ sơ này còn tập 2 không?").waitFor();
  await sheet.getByRole("button", { name: words.answer, exact: true }).click();
  await sheet.getByRole("textbox", { name: words.answerTo("Lê Thị Kiểm") }).fill("Có, xã đang tìm");
  await sheet.getByRole("button", { name: words.write }).first().click();
  await sheet.getByText("Có, xã đang tìm").waitFor();
  await look(page, "notes");
  await page.keyboard.press("Escape");
  await goTo(page, "/notes");
  await page.getByRole("link", { name: new RegExp(words.list.open.files) }).click();
  await sheet.getByText("Có, xã đang tìm").waitFor();
  await look(page, "notes-of-file");
  await sheet.getByRole("button", { name: words.solve }).click();
  await sheet.getByRole("button", { name: words.reopen }).waitFor();
  await page.keyboard.press("Escape");

  await goTo(page, "/batches/batch-1");
  const part = page.getByRole("region", { name: words.title });
  await part.getByRole("textbox", { name: words.text }).fill("Ghi nhầm đợt");
  await part.getByRole("button", { name: words.write }).click();
  await part.getByText("Ghi nhầm đợt").waitFor();
  await part.getByRole("button", { name: words.withdraw }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: words.reason }).fill("Nhầm");
  await dialog.getByRole("button", { name: words.withdraw }).click();
  await part.getByText(words.none).waitFor();
  await writeOnItem(page, scope);
  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.getByRole("button", { name: "Notes (1 open)" }).click();
  await page.getByRole("dialog").getByText("Sai ngày ban hành?").waitFor();
  await look(page, "notes-of-item-english-large-dark");
  await page.keyboard.press("Escape");
  await goTo(page, "/batches/batch-1");
  await page.getByRole("textbox", { name: "Text" }).scrollIntoViewIfNeeded();
  await look(page, "notes-english-large-dark");
  expect(errors).toEqual([]);
});
