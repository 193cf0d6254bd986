import { expect, it, onTestFinished } from "vitest";
import { dayAfter, dayInVietnam } from "#shared/base/vietnam-time.ts";
import { vi } from "#shared/text/vi.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleBatch, sampleFile, sampleFonds } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.dues;
const today = dayInVietnam(Date.now());

it("counts the late batches, lists them first, and gives one another day with a reason", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  await answerFirstRun(page, { name: "Lê Văn Huyện", role: "district-checker", unit: "Huyện Tuy Phước" });
  await putRecords(page, "fonds", [sampleFonds("fonds-1")]);
  const own = (days: number) => ({
    ...{ day: dayAfter(today, days), why: "Theo kế hoạch của trung tâm", by: "Lê Văn Huyện" },
    ...{ at: "2025-05-20T01:00:00.000Z", role: "district-checker" as const },
  });
  const far = { dueAccepted: own(12), dueSent: own(30) };
  await putRecords(page, "batches", [
    sampleBatch("b1", { ...far, number: "2025-001", name: "Quyết định 2015", state: "capturing" }),
    sampleBatch("b2", {
      ...{ ...far, number: "2025-002", name: "Quyết định 2016", state: "received", dueCapturing: own(-9) },
    }),
    sampleBatch("b3", {
      ...{ ...far, number: "2025-003", name: "Kế hoạch 2015–2020", state: "checking", dueAccepted: own(-2) },
    }),
  ]);
  await putRecords(page, "files", [sampleFile("file-1", { batchId: "b1" })]);

  await goTo(page, "/");
  await page.getByText(words.tile("2")).waitFor();
  await look(page, "late-tile");
  await page.getByRole("link", { name: words.openLate }).click();
  await page.getByText(words.late("9"), { exact: true }).waitFor();
  await look(page, "late-batches");
  const numbers = () => page.locator("tbody tr td:nth-child(1)").allTextContents();
  expect(await numbers()).toEqual(["2025-002", "2025-003"]);

  await goTo(page, "/batches/b2");
  await page.getByRole("button", { name: words.set, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: words.step }).click();
  await page.getByRole("option", { name: vi.batches.steps.capturing, exact: true }).click();
  const day = dayAfter(today, 3).split("-").reverse().join("/");
  await dialog.getByRole("textbox", { name: words.newDay }).fill(day);
  await dialog.getByRole("textbox", { name: words.why }).fill("Máy quét số 2 sửa đến thứ Năm");
  await look(page, "due-dialog");
  await dialog.getByRole("button", { name: words.set, exact: true }).click();
  await page.getByText(words.left("3"), { exact: true }).waitFor();
  await dialog.waitFor({ state: "detached" });
  await look(page, "batch-dues");
  await showAs(page, { language: "vi", scale: 100, dark: true });
  await page.getByText(words.left("3"), { exact: true }).scrollIntoViewIfNeeded();
  await look(page, "batch-dues-dark");
  await goTo(page, "/batches/show/late");
  await expect.poll(numbers).toEqual(["2025-003"]);

  // A file that was not counted in stands in the way of the check, by name; a checker goes past it with a reason.
  await goTo(page, "/batches/b1");
  await page.getByText(vi.barrier.title(vi.batches.moves.checking, "1")).waitFor();
  await look(page, "batch-barrier-dark");
  await showAs(page, { language: "vi", scale: 100, dark: false });
  await page.getByRole("link", { name: "H05.01.file-1", exact: true }).first().waitFor();
  await look(page, "batch-barrier");
  await goTo(page, "/capture/b1");
  await page.getByRole("button", { name: vi.capture.toChecking }).click();
  await dialog.getByText(vi.barrier.counted("1", "H05.01.file-1")).waitFor();
  await look(page, "barrier-dialog");
  await dialog.getByRole("textbox").fill("Hồ sơ này xã giao sau, có biên bản riêng");
  await dialog.getByRole("button", { name: vi.capture.toChecking }).click();
  await page.getByText(vi.capture.movedToChecking).waitFor();
  expect(errors).toEqual([]);
});
