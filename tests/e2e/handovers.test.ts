import { expect, it, onTestFinished } from "vitest";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleBatch, sampleFile, sampleFonds } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.handovers;

it("makes minutes of a batch, counts what came by the keyboard and shows the differences", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await answerFirstRun(page, { name: "Lê Văn Huyện", role: "district-checker", unit: "Huyện Tuy Phước" });
  await putRecords(page, "fonds", [sampleFonds("fonds-1")]);
  await putRecords(page, "batches", [sampleBatch("batch-1", { name: "Hồ sơ địa chính đợt 1" })]);
  const files = ["1", "2", "3"].map((number) =>
    sampleFile(`file-${number}`, { batchId: "batch-1", code: `P1.000${number}`, box: number }),
  );
  await putRecords(page, "files", files);

  await goTo(page, "/batches/batch-1/handovers");
  await page.getByText(words.newHint("3", "3", "120")).waitFor();
  await button(words.make).click();
  await page.getByText(words.notCounted, { exact: true }).waitFor();
  await look(page, "handovers");

  await page.getByRole("link", { name: words.count, exact: true }).click();
  const find = page.getByRole("textbox", { name: words.find });
  for (const typed of ["P1.0001", "P1.0002 38", "P1.0099"]) {
    await find.fill(typed);
    await find.press("Enter");
  }
  await button(words.addExtra("P1.0099")).click();
  await page.getByText(words.counted("2", "3")).waitFor();
  await look(page, "handover-count");

  // Left half-way, and the window closed: the count goes on where it was.
  await goTo(page, "/batches/batch-1/handovers");
  await page.getByText(words.notCounted, { exact: true }).waitFor();
  await page.reload();
  await page.getByRole("link", { name: words.count, exact: true }).click();
  await page.getByText(words.counted("2", "3")).waitFor();
  await button(words.removeExtra("P1.0099")).waitFor();
  await button(words.restGone).click();
  await button(words.write).click();

  await page.getByText(`P1.0003: ${words.missing}`).waitFor();
  await page.getByText(`P1.0002: ${words.leavesDiffer("40", "38")}`).waitFor();
  await look(page, "handover-differences");
  await page.getByText(`P1.0099: ${words.extra}`).waitFor();

  const scan = {
    name: "bien-ban-ky.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4 signed"),
  };
  await page.locator('input[type="file"]').setInputFiles(scan);
  await button(words.seeSigned).waitFor();

  // A draft is not handed over yet: the commune stands on the list of those to be hurried.
  await goTo(page, "/batches");
  await page.getByRole("link", { name: vi.chase.open }).click();
  const commune = page.getByRole("row", { name: /^Thị trấn Tuy Phước/ });
  await commune.getByText(vi.chase.states["nothing-given"]).waitFor();
  await look(page, "chase");
  const saved = page.waitForEvent("download");
  await button(vi.forms.formats.xlsx).click();
  expect((await saved).suggestedFilename()).toMatch(/^don-vi-chua-giao-[\d-]+\.xlsx$/);
  await goTo(page, "/batches/batch-1/handovers");
  await page.getByText(words.signed, { exact: true }).waitFor();

  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.getByText(en.handovers.signed, { exact: true }).waitFor();
  await look(page, "handovers-english-dark");
  expect(errors).toEqual([]);
});
