import { expect, it, onTestFinished } from "vitest";
import { writeBoxMark } from "#shared/forms/box-mark.ts";
import { writePointMark } from "#shared/forms/point-mark.ts";
import { writeFileMark } from "#shared/forms/file-mark.ts";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleBatch, sampleFile, sampleFonds } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.custody;

it("records the way of paper by scanned labels and answers where box 12 is", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  await answerFirstRun(page, { name: "Lê Văn Huyện", role: "sorter", unit: "Huyện Tuy Phước" });
  const fonds = [sampleFonds("fonds-1"), sampleFonds("fonds-2", { code: "H06", name: "Phông HTX Mẫu" })];
  await putRecords(page, "fonds", fonds);
  await putRecords(page, "batches", [sampleBatch("batch-1")]);
  await putRecords(page, "files", [
    sampleFile("file-1", { batchId: "batch-1", code: "P1.0001", box: "12" }),
    sampleFile("file-2", { batchId: "batch-1", code: "P2.0001", box: "12", fondsId: "fonds-2" }),
  ]);
  await goTo(page, "/custody");
  const field = page.getByRole("textbox", { name: words.ask });
  const scan = async (text: string) => {
    await field.fill(text);
    await field.press("Enter");
  };
  await scan("hộp 12 đang ở đâu?");
  await page.getByText(words.choose, { exact: true }).waitFor();
  await page.getByRole("button", { name: /Hộp 12, phông H06/ }).click();
  await page.getByRole("heading", { name: words.box("12") }).waitFor();
  await page.getByText(words.never, { exact: true }).waitFor();

  // As a scanner gun does: the text of a label, then Enter.
  await page.getByText(words.record, { exact: true }).click();
  await page.getByLabel(words.point, { exact: true }).selectOption("on-shelf");
  await page.getByLabel(words.place).fill("Giá 4");
  await scan(writeBoxMark({ fondsCode: "H06", inventory: "01", box: "12" }));
  await page.getByText(words.recorded(words.box("12"), words.points["on-shelf"])).waitFor();
  await page.getByLabel(words.point, { exact: true }).selectOption("at-scanner");
  await page.getByLabel(words.place).fill("Máy 3");
  await scan(writeFileMark("file-1"));
  await page.getByText(words.recorded(words.file("P1.0001"), words.points["at-scanner"])).waitFor();
  await page.getByText(`${words.points["at-scanner"]} (Máy 3)`).first().waitFor();
  await page.getByText(words.listCounts("2", "1")).waitFor();
  await look(page, "custody");

  await page.getByRole("button", { name: words.wrong }).click();
  await page.getByRole("textbox", { name: words.reason }).fill("quét nhầm hồ sơ");
  await page.getByRole("button", { name: words.withdraw, exact: true }).click();
  await page.getByText(words.listCounts("1", "0")).waitFor();

  // The center's own points: set up where the other settings are, chosen by their label, told of what is out of order.
  await page.getByRole("link", { name: words.setUp }).click();
  const points = page.getByRole("heading", { level: 2, name: vi.points.title });
  await expect.poll(() => points.evaluate((title) => title === document.activeElement)).toBe(true);
  await expect.poll(async () => ((await points.boundingBox())?.y ?? 9999) < 400).toBe(true);
  await look(page, "custody-points-sought");
  const table = page.getByRole("table", { name: vi.points.title });
  for (const [kind, name, number] of [
    ["at-scanner", "Máy quét", "3"],
    ["unbound", "Bàn tháo đóng", ""],
    ["on-shelf", "Kho tầng 2", ""],
  ] as const) {
    await page.getByRole("button", { name: vi.points.add }).click();
    const dialog = page.getByRole("dialog", { name: vi.points.addTitle });
    await dialog.getByLabel(vi.points.kind).selectOption(kind);
    await dialog.getByLabel(vi.points.name).fill(name);
    if (kind === "at-scanner") {
      await dialog.getByRole("button", { name: vi.common.save }).click();
      await dialog.getByText(vi.points.refusals["number-missing"]).waitFor();
    }
    await dialog.getByLabel(vi.points.number, { exact: true }).fill(number);
    await dialog.getByRole("button", { name: vi.common.save }).click();
    await dialog.waitFor({ state: "hidden" });
    await table.getByText(name, { exact: false }).first().waitFor();
  }
  await page.getByRole("button", { name: vi.points.labels }).click();
  const labels = page.getByRole("dialog", { name: vi.points.labelsTitle });
  await labels.getByRole("button", { name: vi.points.make }).click();
  await labels.locator("canvas").first().waitFor();
  await look(page, "custody-point-labels");
  await page.keyboard.press("Escape");
  await labels.waitFor({ state: "hidden" });
  await table.scrollIntoViewIfNeeded();
  await look(page, "custody-points");

  const known = await page.evaluate(async () => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch("/call/points.list", { method: "POST", headers, body: "{}" });
    const { value } = (await answer.json()) as {
      value: { points: { point: { id: string; name: string } }[] };
    };
    return value.points.map(({ point }) => [point.name, point.id] as const);
  });
  const idOf = (name: string) => new Map(known).get(name) ?? "";
  await goTo(page, "/custody");
  for (const name of ["Bàn tháo đóng", "Máy quét", "Kho tầng 2"]) {
    await scan(writePointMark(idOf(name)));
    await page.getByLabel(words.point, { exact: true }).waitFor();
    await page.waitForFunction((id) => document.querySelector("select")?.value === id, idOf(name));
    await scan(writeFileMark("file-1"));
    if (name !== "Kho tầng 2")
      await page
        .getByRole("status")
        .getByText(/P1\.0001/)
        .waitFor();
  }
  const alert = page.getByRole("alert").filter({ hasText: words.odd["still-unbound"] });
  await alert.waitFor();
  await page.getByText(`${words.points["on-shelf"]} (Kho tầng 2)`).first().waitFor();
  await look(page, "custody-odd");

  await goTo(page, "/batches/batch-1");
  await page.getByRole("button", { name: vi.batches.papers.open }).click();
  const papers = page.getByRole("dialog", { name: vi.batches.papers.title });
  await papers.getByRole("button", { name: vi.forms.make }).click();
  await papers.getByText(vi.forms.madePages("2", "2")).waitFor();
  await papers.locator("canvas").first().waitFor();
  await look(page, "batch-papers");
  await papers.getByRole("radio", { name: vi.forms.kinds["file-labels"].name }).check();
  await papers.getByRole("button", { name: vi.forms.make }).click();
  await papers.getByText(vi.forms.madePages("2", "1")).waitFor();
  await page.keyboard.press("Escape");
  await papers.waitFor({ state: "hidden" });

  await goTo(page, "/custody");
  await page.getByText(words.listCounts("2", "0")).waitFor();
  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.getByText(en.custody.listCounts("2", "0")).waitFor();
  await look(page, "custody-english-dark");
  expect(errors).toEqual([]);
});
