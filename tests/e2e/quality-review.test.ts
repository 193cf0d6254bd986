import type { FileChooser, Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import type { Records } from "#shared/archive/collections.ts";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { asJpeg, makePage, type ScannedPage } from "#electron/sample/make-page.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { journaledRecords, putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleBatch, sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { cutAt, underexposed } from "#tests/helpers/spoiled-page.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.quality;
const dpi = 200;
const code = "H05.2016.07";

/** The pages in the journal that count, item by item in their order. */
async function pagesOf(page: Page): Promise<Records["pages"][]> {
  const pages = await journaledRecords(page, "pages");
  return pages.sort((one, other) => one.itemId.localeCompare(other.itemId) || one.ordinal - other.ordinal);
}

const scan = (seed: number, turned = 0.1) => makePage({ seed, resources, dpi, turned, long: true });

/** Two pages beside each other, as an opened booklet lies on the glass of an A3 scanner. */
function beside(one: ScannedPage, other: ScannedPage): ScannedPage {
  const data = Buffer.alloc(one.data.length + other.data.length);
  for (let y = 0; y < one.height; y += 1)
    for (const [at, { data: from, width }] of [one, other].entries())
      from.copy(data, (y * 2 + at) * width * 3, y * width * 3, (y + 1) * width * 3);
  return { ...one, data, width: one.width * 2 };
}

const asFile = async (name: string, page: ScannedPage) => ({
  name,
  mimeType: "image/jpeg",
  buffer: await asJpeg(page),
});

it("pages of known defects are judged worst first and mended by keyboard alone, and stop the batch until then", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  page.setDefaultTimeout(60_000);
  // Choosers are listened for from the start: one that opens before somebody listens is closed by the browser.
  const choosers: FileChooser[] = [];
  page.on("filechooser", (chooser) => choosers.push(chooser));
  const chooseFiles = async (files: Awaited<ReturnType<typeof asFile>>[]) => {
    await page.keyboard.press("Enter");
    await expect.poll(() => choosers.length, { timeout: 20_000 }).toBe(1);
    await choosers.pop()?.setFiles(files);
  };
  await answerFirstRun(page, { name: "Lê Thị Kiểm", role: "district-checker", unit: "Huyện Tuy Phước" });
  await putRecords(page, "fonds", [sampleFonds("fonds-1", { name: "Phông UBND thị trấn Tuy Phước" })]);
  await putRecords(page, "batches", [
    sampleBatch("batch-1", { state: "capturing", name: "Đợt thử chất lượng" }),
  ]);
  await putRecords(page, "files", [
    sampleFile("file-1", {
      code,
      batchId: "batch-1",
      receivedAt: "2025-05-20T01:00:00.000Z",
      retention: "02",
    }),
  ]);
  await putRecords(page, "items", [
    sampleItem("item-1", { ordinal: 1, pageCount: 0, leaves: "", subject: "Quyết định giao đất ở" }),
    sampleItem("item-2", { ordinal: 2, pageCount: 0, leaves: "", subject: "Sổ họp của Ủy ban nhân dân" }),
  ]);

  await goTo(page, "/capture/batch-1/items/item-1");
  await page
    .getByLabel(vi.capture.items.add)
    .setInputFiles([
      await asFile("p1.jpg", await scan(11)),
      await asFile("p2.jpg", underexposed(await scan(12))),
      await asFile("p3.jpg", await scan(13, 2.6)),
      await asFile("p4.jpg", cutAt(await scan(14), "l", 0.2)),
    ]);
  await page.getByRole("region", { name: "Trang 1/4" }).waitFor();
  await page.getByRole("button", { name: new RegExp(`${code}\\.2`) }).click();
  await page
    .getByLabel(vi.capture.items.add)
    .setInputFiles([await asFile("a3.jpg", beside(await scan(15), await scan(16)))]);
  await expect
    .poll(async () => (await pagesOf(page)).filter(({ wordsDigest }) => wordsDigest !== "").length, {
      timeout: 150_000,
    })
    .toBe(5);

  // Errors keep the batch where it is; a checker is asked why it should go on.
  await page.getByRole("button", { name: vi.capture.toChecking }).click();
  await page.getByRole("dialog").getByText(words.unsettledTitle).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await goTo(page, "/quality/batch-1");
  const title = (ordinal: number, item = 1) =>
    page.getByRole("heading", { level: 2, name: words.page(`${code}.${item}`, ordinal) });
  // Two errors come first, then the warnings, then what is clean.
  await page.getByText(words.place("1", "5")).waitFor();
  const firstTwo = new Set<string>();
  firstTwo.add(await page.getByRole("heading", { level: 2 }).innerText());
  await page.keyboard.press("j");
  await page.getByText(words.place("2", "5")).waitFor();
  firstTwo.add(await page.getByRole("heading", { level: 2 }).innerText());
  expect(firstTwo).toEqual(new Set([words.page(`${code}.1`, 2), words.page(`${code}.1`, 4)]));
  if (!(await title(2).isVisible())) await page.keyboard.press("k");
  await title(2).waitFor();
  await page.getByRole("list", { name: vi.capture.page.quality }).waitFor();
  await look(page, "quality-worst");

  // A faulty page is not accepted; it is rejected by its digit, and the reasons are shown.
  await page.keyboard.press("a");
  await page.getByText(words.refusals.faulty).first().waitFor();
  await page.keyboard.press("r");
  await page.getByRole("group", { name: words.rejectTitle }).waitFor();
  await look(page, "quality-reasons");
  await page.keyboard.press("4");
  await title(4).waitFor();
  await expect
    .poll(async () => (await pagesOf(page))[1])
    .toMatchObject({ verdict: "rejected", defect: "too-dark" });

  // The page with its edge cut off is replaced by a better scan; what is there afterwards is measured anew.
  await page.keyboard.press("p");
  await page.getByRole("dialog").getByText(words.bring.kept).waitFor();
  await look(page, "quality-replace");
  await chooseFiles([await asFile("p4-quet-lai.jpg", await scan(14))]);
  await page.getByText(words.bring.brought.replace("1")).waitFor();
  await expect.poll(async () => (await pagesOf(page))[3]?.sourceName).toBe("p4-quet-lai.jpg");
  expect((await pagesOf(page))[3]).toMatchObject({
    ordinal: 4,
    replaces: expect.stringMatching(/./) as string,
  });

  // The skewed one is straightened; turned there and back; cropped and uncropped.
  await title(3).waitFor();
  await page.keyboard.press("s");
  const correction = async (at: number) => (await pagesOf(page))[at]?.correction;
  await expect.poll(async () => Math.abs((await correction(2))?.straighten ?? 0)).toBeGreaterThan(2);
  await page.keyboard.press("]");
  await expect.poll(async () => (await correction(2))?.turn).toBe(90);
  await page.keyboard.press("[");
  await expect.poll(async () => (await correction(2))?.turn).toBe(0);
  await page.keyboard.press("c");
  await page.getByText(words.cropping).waitFor();
  for (let times = 0; times < 4; times += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowUp");
  await look(page, "quality-crop");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await correction(2))?.left).toBeGreaterThan(0.03);
  await page.keyboard.press("v");
  await expect.poll(async () => (await correction(2))?.left).toBe(0);
  await page.keyboard.press("a");
  await expect.poll(async () => (await pagesOf(page))[2]?.verdict).toBe("accepted");

  // The A3 sheet becomes two pages.
  while (!(await title(1, 2).isVisible())) {
    await page.keyboard.press("j");
    await page.waitForTimeout(200);
  }
  await page.keyboard.press("x");
  await expect.poll(async () => (await pagesOf(page)).length).toBe(6);
  // Behind it a page is inserted, moved before it and withdrawn, with a reason.
  await page.keyboard.press("i");
  await page.getByRole("dialog").waitFor();
  await chooseFiles([await asFile("p3.jpg", await scan(17))]);
  await page.getByText(words.bring.brought.behind("1")).waitFor();
  const names = async () => (await pagesOf(page)).map(({ sourceName }) => sourceName).slice(4);
  await expect.poll(names).toEqual(["a3.jpg", "p3.jpg", "a3.jpg"]);
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("Shift+J");
  await expect.poll(names).toEqual(["p3.jpg", "a3.jpg", "a3.jpg"]);
  await page.keyboard.press("Control+z");
  await expect.poll(names).toEqual(["a3.jpg", "p3.jpg", "a3.jpg"]);
  await page.keyboard.press("Delete");
  await page.getByRole("dialog").getByRole("textbox").fill("Tờ bìa trắng, không thuộc văn bản");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await pagesOf(page)).length).toBe(6);

  await goTo(page, "/quality/batch-1/plan");
  await page.getByRole("button", { name: words.plan.whole }).click();
  await page.getByText(/^Duyệt tất cả các trang · Lê Thị Kiểm/).waitFor();
  await look(page, "quality-plan");
  await goTo(page, "/quality/batch-1/defects");
  await page.getByRole("table").waitFor();
  await look(page, "quality-defects-day");
  await page.getByText(words.counts.groups.operator, { exact: true }).click();
  await page.getByText(words.counts.anonymous("1")).waitFor();
  await page.getByRole("switch", { name: words.counts.showNames }).check();
  await page.getByRole("rowheader", { name: "Lê Thị Kiểm" }).waitFor();
  await page.getByText(words.counts.groups.scanner, { exact: true }).click();
  await page.getByRole("rowheader", { name: words.counts.unknown }).waitFor();

  for (const [name, shown] of [
    ["dark", { language: "vi", scale: 100, dark: true }],
    ["175", { language: "vi", scale: 175, dark: false }],
    ["english", { language: "en", scale: 100, dark: false }],
  ] as const) {
    await goTo(page, "/quality/batch-1");
    await showAs(page, shown);
    const { quality } = shown.language === "en" ? en : vi;
    await page.getByText(quality.undoHint).waitFor();
    await look(page, `quality-${name}`);
    await page.keyboard.press("r");
    await page.getByRole("group", { name: quality.rejectTitle }).waitFor();
    await look(page, `quality-reasons-${name}`);
    await goTo(page, "/quality/batch-1/defects");
    await page.getByRole("table").waitFor();
    await look(page, `quality-defects-${name}`);
  }
  expect(errors).toEqual([]);
});
