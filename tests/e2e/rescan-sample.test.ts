import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import type { CallOutput } from "#shared/contract/desk.ts";
import { vi } from "#shared/text/vi.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { journaledRecords, putRecords } from "#tests/helpers/desk-records.ts";
import { startEsclScanner } from "#tests/helpers/escl-scanner.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleBatch, sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look } from "./pictures.ts";

const { quality: words, scan, station } = vi;
const kept = "H05.2016.01";
const timed = "H05.2016.02";

const scans = (from: number, count: number) =>
  Promise.all(
    Array.from({ length: count }, async (_, at) =>
      asJpeg(await makePage({ seed: from + at, resources, dpi: 200, long: true })),
    ),
  );

const pagesOf = async (page: Page, itemId: string) =>
  (await journaledRecords(page, "pages"))
    .filter((one) => one.itemId === itemId)
    .sort((one, other) => one.ordinal - other.ordinal);

/** The batch as the desk judges it. */
function judged(page: Page): Promise<CallOutput<"quality.pages">> {
  return page.evaluate(async () => {
    const init = { method: "POST", headers: { "content-type": "application/json" } };
    const answer = await fetch("/call/quality.pages", { ...init, body: '{"batchId":"batch-1"}' });
    return ((await answer.json()) as { value: CallOutput<"quality.pages"> }).value;
  });
}

it("a rejected page is scanned again at the station, and pages that are not permanent are judged by a sample", async () => {
  const scanner = await startEsclScanner();
  onTestFinished(() => scanner.close());
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  page.setDefaultTimeout(60_000);
  await answerFirstRun(page, { name: "Lê Thị Kiểm", role: "district-checker", unit: "Huyện Tuy Phước" });
  await putRecords(page, "fonds", [sampleFonds("fonds-1", { name: "Phông UBND thị trấn Tuy Phước" })]);
  await putRecords(page, "batches", [sampleBatch("batch-1", { state: "capturing", name: "Đợt thử mẫu" })]);
  await putRecords(page, "files", [
    sampleFile("file-1", {
      code: kept,
      batchId: "batch-1",
      receivedAt: "2025-05-20T01:00:00.000Z",
      retention: "01",
    }),
    sampleFile("file-2", {
      code: timed,
      batchId: "batch-1",
      receivedAt: "2025-05-20T01:00:00.000Z",
      retention: "02",
    }),
  ]);
  const item = { pageCount: 0, leaves: "" };
  await putRecords(page, "items", [
    sampleItem("item-1", { ...item, fileId: "file-1", subject: "Quyết định giao đất ở" }),
    sampleItem("item-2", { ...item, fileId: "file-2", subject: "Báo cáo công tác năm 2016" }),
  ]);

  // Both stacks come from the scanner, each into its item; the counters follow above the tabs.
  await goTo(page, "/capture/batch-1");
  await page.getByText(scan.searching).waitFor({ state: "detached" });
  const address = page.getByLabel(scan.address);
  if (!(await address.isVisible())) await page.getByRole("button", { name: scan.addScanner }).click();
  await address.fill(scanner.address);
  await page.getByRole("button", { name: scan.add, exact: true }).click();
  const device = page.getByRole("combobox", { name: scan.device, exact: true });
  await device.locator("option", { hasText: "MFP-1" }).waitFor({ state: "attached" });
  await device.selectOption({ label: `Mẫu & Con MFP-1 (${scanner.address})` });
  const target = page.getByRole("combobox", { name: scan.target });
  const receiving = page.getByRole("group", { name: station.now.item });
  for (const [code, from, count] of [
    [kept, 1, 2],
    [timed, 10, 8],
  ] as const) {
    scanner.load(await scans(from, count));
    await target.click();
    await target.fill(code);
    await page.getByRole("option", { name: new RegExp(code) }).click();
    await page.getByRole("button", { name: scan.start }).click();
    await receiving.getByText(`${code}.1`).waitFor();
    await receiving.getByText(vi.matching.counted.pageOnly(String(count))).waitFor();
  }
  await expect
    .poll(
      async () =>
        (await journaledRecords(page, "pages")).filter(({ wordsDigest }) => wordsDigest !== "").length,
      { timeout: 240_000, interval: 1000 },
    )
    .toBe(10);

  // A sample of the pages that are not permanent is planned, with the numbers of its table.
  await goTo(page, "/quality/batch-1/plan");
  await page.getByRole("combobox", { name: words.plan.limit }).click();
  await page.getByRole("option", { name: "2.5" }).click();
  await page.getByText(words.plan.proposed("5", "0")).waitFor();
  await page.getByRole("button", { name: words.plan.sample, exact: true }).click();
  await page.getByText(/^Mẫu 5 trang, loại không quá 0 · Lê Thị Kiểm/u).waitFor();
  await page.getByText(words.plan.state("0", "5", "0")).waitFor();
  await look(page, "sample-planned");
  const lot = await judged(page);
  const must = lot.pages.filter((one) => one.must);
  expect(must.filter(({ itemId }) => itemId === "item-2")).toHaveLength(5);
  expect(must.filter(({ itemId }) => itemId === "item-1")).toHaveLength(2);

  // Those that have to be judged are, one by one; the first of the permanent file is rejected.
  await goTo(page, "/quality/batch-1");
  const heading = page.getByRole("heading", { level: 2 }).first();
  const wanted = new Set(must.map(({ label, ordinal }) => words.page(label, ordinal)));
  const bad = words.page(`${kept}.1`, 1);
  for (let steps = 0; wanted.size > 0 && steps < 60; steps += 1) {
    const shown = await heading.innerText();
    // A key judges nothing before the page itself is there: its number is known earlier.
    await page.getByRole("button", { name: words.accept, exact: true }).waitFor();
    if (!wanted.delete(shown)) await page.keyboard.press("j");
    else if (shown === bad) {
      await page.keyboard.press("r");
      await page.getByRole("group", { name: words.rejectTitle }).waitFor();
      await page.keyboard.press("1");
    } else await page.keyboard.press("a");
    await expect.poll(() => heading.innerText(), { timeout: 20_000 }).not.toBe(shown);
  }
  expect([...wanted]).toEqual([]);
  await expect.poll(async () => (await judged(page)).judged).toBe(5);
  await expect
    .poll(async () => (await pagesOf(page, "item-1"))[0])
    .toMatchObject({ verdict: "rejected", defect: "blurred" });

  // The conclusion of the sample is recorded, and it is the lot's.
  await goTo(page, "/quality/batch-1/plan");
  await page.getByText(words.plan.state("5", "5", "0")).waitFor();
  await page.getByRole("button", { name: words.plan.conclude }).click();
  await page.getByText(words.plan.concluded).waitFor();
  await page.getByText(words.plan.results.passed).waitFor();
  await look(page, "sample-concluded");
  expect((await journaledRecords(page, "batches"))[0]).toMatchObject({
    samplePlan: "sample",
    sampleSize: 5,
    sampleResult: "passed",
  });

  // At the station the page is scanned again: it waits in the tray, and is brought to the place of the rejected one.
  const [rejected] = await pagesOf(page, "item-1");
  await goTo(page, "/capture/batch-1/take");
  await page.getByText(scan.searching).waitFor({ state: "detached" });
  await device.selectOption({ label: `Mẫu & Con MFP-1 (${scanner.address})` });
  scanner.load(await scans(50, 1));
  await page.getByRole("button", { name: scan.start }).click();
  await page
    .getByRole("tab", { name: `${station.tabs.tray} ${station.waiting("1")}` })
    .waitFor({ timeout: 60_000 });
  await goTo(page, "/quality/batch-1");
  // The walk begins at the first page without a verdict: back to the first of all, and on from there.
  const tens = (key: string) => Array.from({ length: 10 }, () => key);
  for (const key of [...tens("k"), ...tens("j")]) {
    if ((await heading.innerText()) === bad) break;
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
  }
  expect(await heading.innerText()).toBe(bad);
  await page.keyboard.press("p");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^quet-/u }).waitFor();
  await look(page, "rescan-waiting");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText(words.bring.brought.replace("1")).waitFor();
  await expect
    .poll(async () => (await pagesOf(page, "item-1"))[0])
    .toMatchObject({
      ordinal: 1,
      replaces: rejected?.id,
      verdict: "",
      scanner: expect.stringContaining("MFP-1") as string,
      side: "only",
    });
  await goTo(page, "/capture/batch-1/tray");
  await page.getByText(station.tray.empty).waitFor();
  expect(errors).toEqual([]);
});
