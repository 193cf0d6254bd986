import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import sharp from "sharp";
import { expect, it, onTestFinished } from "vitest";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import { vi } from "#shared/text/vi.ts";
import { drawPdfPage } from "#electron/pipeline/media/draw-pdf-page.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleBatch, sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look } from "./pictures.ts";

const words = vi.matching;

/** Puts records into the journal as a screen's replication does; the screen then pulls them. */
async function put<Name extends CollectionName>(page: Page, collection: Name, records: Records[Name][]) {
  const rows = records.map((newDocumentState) => ({ newDocumentState }));
  const answer = await page.evaluate(async (body) => {
    const headers = { "content-type": "application/json" };
    return (await fetch("/call/records.push", { method: "POST", headers, body })).json() as Promise<unknown>;
  }, JSON.stringify({ collection, rows }));
  expect(answer).toMatchObject({ ok: true });
}

/** A page of typed lines at 150 dpi. */
async function typedPage(title: string): Promise<Buffer> {
  const lines = Array.from(
    { length: 24 },
    (_, at) =>
      `<text x="140" y="${420 + at * 50}" font-size="30">Dòng ${at + 1} của ${title}, việc giao đất ở</text>`,
  ).join("");
  const svg = `<svg width="1240" height="1754" xmlns="http://www.w3.org/2000/svg"><rect width="1240" height="1754" fill="#fdfcf7"/><text x="620" y="250" font-size="52" text-anchor="middle">${title}</text>${lines}</svg>`;
  return sharp(Buffer.from(svg)).withMetadata({ density: 150 }).jpeg({ quality: 80 }).toBuffer();
}

/** A page of a PDF as a scanner sees it, turned. */
async function scanned(pdf: Buffer, page: number, turn: number): Promise<Buffer> {
  const { data, width, height } = await drawPdfPage(pdf, page, 150 / 72);
  const image = sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: "#fff" });
  const turned = await image.rotate(turn, { background: "#f2f2ee" }).png().toBuffer();
  return sharp(turned).withMetadata({ density: 150 }).jpeg({ quality: 80 }).toBuffer();
}

/** Drags as a hand does: what is dragged and where to are both in sight, and the mouse passes between. */
async function drag(page: Page, what: Locator, where: Locator): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  await what.hover();
  await page.mouse.down();
  const box = await where.boundingBox();
  if (!box) throw new Error("there is nowhere to drop");
  await page.mouse.move(box.x + 40, box.y + 20, { steps: 12 });
  await page.mouse.move(box.x + 45, box.y + 25, { steps: 3 });
  await page.mouse.up();
}

it("a stack scanned with separators the app printed comes apart, and what went wrong is put right by hand", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  page.setDefaultTimeout(60_000);
  await answerFirstRun(page, { name: "Lê Thị Kiểm", role: "district-checker", unit: "Huyện Tuy Phước" });
  await put(page, "fonds", [sampleFonds("fonds-1", { name: "Phông UBND thị trấn Tuy Phước" })]);
  await put(page, "batches", [sampleBatch("batch-1", { state: "capturing", name: "Đợt thử tờ phân cách" })]);
  await put(page, "files", [
    sampleFile("file-1", { code: "H05.2016.07", batchId: "batch-1", leafCount: 5, pageCount: 5 }),
  ]);
  const item = (ordinal: number, pageCount: number, subject: string) =>
    sampleItem(`item-${ordinal}`, { ordinal, pageCount, subject, leaves: "" });
  await put(page, "items", [
    item(1, 2, "Quyết định giao đất ở cho hộ gia đình"),
    item(2, 1, "Tờ trình sửa chữa trụ sở"),
    item(3, 2, "Báo cáo công tác địa chính năm 2016"),
  ]);
  await goTo(page, "/capture/batch-1");
  await page.getByText(vi.scan.ways.files, { exact: true }).click();
  await page.getByRole("button", { name: words.sheets.open }).click();
  await page.getByRole("button", { name: words.sheets.make }).click();
  await page.getByText(words.sheets.made("3")).waitFor();
  await look(page, "separators-print");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: words.sheets.save }).click(),
  ]);
  const pdf = await readFile(await download.path());
  await page.keyboard.press("Escape");

  // One page before any separator; the third separator was missed by the scanner.
  const stack = [
    await typedPage("Trang lạc"),
    await scanned(pdf, 0, 180),
    await typedPage("Quyết định, trang 1"),
    await typedPage("Quyết định, trang 2"),
    await scanned(pdf, 1, 4),
    await typedPage("Tờ trình"),
    await typedPage("Báo cáo, trang 1"),
    await typedPage("Báo cáo, trang 2"),
  ];
  const files = stack.map((buffer, at) => ({
    name: `scan_${String(at + 1).padStart(3, "0")}.jpg`,
    mimeType: "image/jpeg",
    buffer,
  }));
  await page.getByLabel(vi.capture.drop.files).setInputFiles(files);
  await page.getByText(words.separators.counted("2")).waitFor({ timeout: 300_000 });
  // What is wrong is told on every tab; the number of what waits stands on the tray's.
  const tab = (name: keyof typeof vi.station.tabs) =>
    page.getByRole("tab", { name: new RegExp(vi.station.tabs[name]) });
  await page.getByText(vi.station.notices.missed("1")).waitFor();
  expect(await tab("tray").textContent()).toContain(vi.station.waiting("1"));
  await look(page, "separators-taken");
  await tab("items").click();
  const counted = (ordinal: number, text: string) =>
    page
      .getByRole("group", { name: vi.capture.items.title })
      .getByRole("button", { name: new RegExp(`H05\\.2016\\.07\\.${ordinal}[^]*${text}`) });
  await counted(1, "2/2 trang").waitFor();
  await counted(2, "3/1 trang").waitFor();
  await counted(3, "0/2 trang").waitFor();
  await page.getByText(words.suspected.title).scrollIntoViewIfNeeded();
  await look(page, "separators-missed");

  const move = page.getByRole("button", { name: words.suspected.move("2", "H05.2016.07.3") });
  await move.click();
  await counted(2, "1/1 trang").waitFor();
  await counted(3, "2/2 trang").waitFor();
  await page.getByText(words.suspected.title).waitFor({ state: "detached" });

  await tab("tray").click();
  await page.getByText(words.separators.leadsTo("H05.2016.07.1")).waitFor();
  const tray = page.getByRole("listbox", { name: vi.capture.tray.title });
  await tray.getByRole("option").waitFor();
  await tray.focus();
  await page.keyboard.press("Space");
  await look(page, "separators-tray");
  await drag(page, tray.getByRole("option"), counted(1, ""));
  await counted(1, "3/2 trang").waitFor();
  await tray.waitFor({ state: "detached" });
  await page.getByRole("button", { name: words.tray.undo }).first().click();
  await counted(1, "2/2 trang").waitFor();
  await tray.getByRole("option").waitFor();
  expect(errors).toEqual([]);
});
