import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleBatch, sampleFile, sampleFonds } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.notes;

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
  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.getByRole("textbox", { name: "Text" }).scrollIntoViewIfNeeded();
  await look(page, "notes-english-large-dark");
  expect(errors).toEqual([]);
});
