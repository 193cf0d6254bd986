import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { dayAfter, dayInVietnam, momentInVietnam } from "#shared/base/vietnam-time.ts";
import type { Records } from "#shared/archive/collections.ts";
import { vi } from "#shared/text/vi.ts";
import { drawPage } from "#tests/electron/forms/draw-page.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
} from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.reports;
const center = { token: "token-of-the-center-00001", scope: "52.550", role: "district-checker" } as const;
const officer = { token: "token-of-the-officer-0001", scope: "52", role: "province-officer" } as const;
const communes = ["52.550.21952", "52.550.21955", "52.550.21958"];

async function openMachine(who: typeof center | typeof officer, name: string, unit: string, address: string) {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  await app.page.setViewportSize({ width: 1280, height: 900 });
  await answerFirstRun(app.page, { name, role: who.role, unit });
  await goTo(app.page, "/settings");
  await app.page.getByLabel(vi.settings.address).fill(address);
  await app.page.getByLabel(vi.settings.token).fill(who.token);
  await app.page.getByRole("button", { name: vi.settings.connect, exact: true }).click();
  await app.page.getByText(vi.settings.provinceKinds.real, { exact: true }).waitFor();
  return app;
}

/** Three communes' paper: half of each scanned, a third of that today. */
async function fillDistrict(page: Page): Promise<void> {
  const today = momentInVietnam(dayInVietnam(Date.now()), 8 * 60);
  const files: Records["files"][] = [];
  const items: Records["items"][] = [];
  const pages: Records["pages"][] = [];
  for (const [at, scope] of communes.entries()) {
    for (let file = 0; file < 6; file += 1) {
      const fileId = `file-${at}-${file}`;
      files.push(
        sampleFile(fileId, {
          scope,
          batchId: `batch-${at}`,
          code: `H.${at}.${file}`,
          leafCount: 20,
          pageCount: 30,
        }),
      );
      for (let item = 0; item < 5; item += 1) {
        const itemId = `${fileId}-${item}`;
        items.push(sampleItem(itemId, { scope, fileId, ordinal: item + 1, pageCount: 2, leaves: "" }));
        if (file >= 3 + at) continue;
        const ms = file === 0 ? today : today - 86_400_000 * file;
        for (let ordinal = 1; ordinal <= 2; ordinal += 1) {
          const judged =
            ordinal === 2 && item === 0 ? ({ verdict: "rejected", defect: "blurred" } as const) : {};
          pages.push(samplePage(`${itemId}-${ordinal}`, { scope, itemId, ordinal, ...judged }, ms));
        }
      }
    }
  }
  await putRecords(page, "fonds", [sampleFonds("fonds-1", { scope: "52.550.21952" })]);
  await putRecords(
    page,
    "batches",
    communes.map((scope, at) => sampleBatch(`batch-${at}`, { scope, state: "handed-over" })),
  );
  await putRecords(page, "files", files);
  await putRecords(page, "items", items);
  await putRecords(page, "pages", pages);
}

/** Figures lead to their lists by the keyboard, and the address alone brings a list back. */
async function openLists(page: Page): Promise<void> {
  const { list } = words;
  const rows = (name: string) => page.getByRole("dialog").getByRole("table", { name }).getByRole("row");
  const captured = page.getByRole("link", { name: list.open(list.names.captured, words.files("12")) });
  await captured.press("Enter");
  const title = `${list.names.captured} · Huyện Tuy Phước`;
  await rows(title).nth(11).waitFor();
  expect(await rows(title).count()).toBe(12);
  await look(page, "report-list");
  await page.reload();
  await rows(title).nth(11).waitFor();
  expect(await rows(title).count()).toBe(12);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await captured.waitFor();

  const blurred = list.defect(vi.quality.defects.blurred);
  await page.getByRole("link", { name: list.open(blurred, "12") }).press("Enter");
  await rows(`${blurred} · Huyện Tuy Phước`).nth(11).waitFor();
  await page.goBack();
  await page.getByRole("dialog").waitFor({ state: "hidden" });

  const day = dayInVietnam(Date.now()).split("-").reverse().join("/");
  const today = list.ofDay(list.names["today-pages"], day);
  const row = `Thị trấn Tuy Phước, ${today}`;
  await page.getByRole("link", { name: new RegExp(`^${row}`) }).press("Enter");
  await page.getByText(list.total.pages("10")).waitFor();
  await look(page, "report-list-pages");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

/** On a grey printer's paper the parts of the whole are still seen as bars, and what is filled in is left out. */
async function printDay(page: Page): Promise<void> {
  const pdf = await page.pdf({ format: "A4" });
  await writeFile(join(import.meta.dirname, "..", "..", "out", "e2e", "report-print.pdf"), pdf);
  const { data, width, height } = await drawPage(pdf, 1);
  const isDark = (at: number) =>
    0.3 * (data[at * 4] ?? 255) + 0.59 * (data[at * 4 + 1] ?? 255) + 0.11 * (data[at * 4 + 2] ?? 255) < 128;
  let bars = 0;
  for (let y = 0; y < height; y += 1) {
    let run = 0;
    for (let x = 0; x < width && run < 120; x += 1) run = isDark(y * width + x) ? run + 1 : 0;
    if (run >= 120) bars += 1;
  }
  // Lines are a point or two high.
  expect(bars).toBeGreaterThan(4);
  await page.emulateMedia({ media: "print" });
  await page.getByText(words.tiles.captured, { exact: true }).first().waitFor();
  for (const name of [words.make.button, words.refresh])
    expect(await page.getByRole("button", { name }).isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
}

it("a district freezes its day, corrects it with a reason, and the province rolls it up", async () => {
  const province = await startProvince(
    temporaryFolder(),
    [center, officer].map((who) => ({ ...who, deviceId: `e2e-${who.role}` })),
  );
  onTestFinished(() => province.stop());
  const { page, errors } = await openMachine(center, "Lê Văn C", "Tuy Phước", province.address);
  await fillDistrict(page);
  await goTo(page, "/reports");
  await page.getByRole("heading", { level: 1, name: words.title }).waitFor();
  await page.getByText(words.files("18")).first().waitFor();
  const table = page.getByRole("table", { name: words.table });
  await table.waitFor();
  // 12 of 18 files were scanned: 120 pages, 30 of them today.
  const sum = table.locator("tfoot tr");
  await sum.getByText("120", { exact: true }).waitFor();
  await sum.getByText("30", { exact: true }).waitFor();
  await look(page, "report-draft");
  await printDay(page);
  await openLists(page);

  await page.getByLabel(words.make.scanners).fill("3");
  await page.getByLabel(words.make.people).fill("9");
  await page.getByText(words.make.names["paper-torn"] ?? "").click();
  await page.getByRole("button", { name: words.make.button }).click();
  await page.getByRole("heading", { name: words.make.again }).waitFor();
  const number = `${dayInVietnam(Date.now()).slice(0, 4)}-001`;
  await page.getByText(new RegExp(`^Số ${number}`)).waitFor();

  await page.getByRole("textbox", { name: words.make.reason }).fill("Bổ sung một máy quét");
  await page.getByLabel(words.make.scanners).fill("4");
  await page.getByRole("button", { name: words.make.againButton }).click();
  await page.getByText(words.because("Bổ sung một máy quét")).waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("button", { name: new RegExp(`^${words.save("XLSX")}`) })
      .first()
      .click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^bao-cao-ngay-.*-v2\.xlsx$/);
  await page
    .getByRole("button", { name: new RegExp(`^${words.message}`) })
    .first()
    .click();
  const line = await page.getByRole("textbox", { name: words.messageTitle }).inputValue();
  expect(line).toMatch(/^MLBC1;52\.550;2;/);
  const code = page.getByRole("img", { name: words.messageCode });
  const picture = await code.screenshot();
  await look(page, "report-message");
  await page.keyboard.press("Escape");
  await look(page, "report-made");

  const other = await openMachine(officer, "Trần Thị D", "Bình Định", province.address);
  await goTo(other.page, "/reports");
  await other.page.getByRole("heading", { level: 1, name: words.rollUp.title }).waitFor();
  const row = other.page.getByRole("row", { name: /Tuy Phước/ });
  await row.getByText("120", { exact: true }).waitFor({ timeout: 60_000 });
  await other.page.getByText(words.rollUp.of(1, 11), { exact: true }).waitFor();
  await look(other.page, "report-roll-up");

  // A machine that was let in by a token alone has no key of its own at the province: its line is not taken.
  await other.page.getByRole("button", { name: words.rollUp.takeTitle }).click();
  const text = other.page.getByRole("textbox", { name: words.rollUp.text });
  const choose = async (buffer: Buffer) => {
    const chooser = other.page.waitForEvent("filechooser");
    await other.page.getByRole("button", { name: words.rollUp.fromPicture }).click();
    await (await chooser).setFiles({ name: "ma.png", mimeType: "image/png", buffer });
  };
  await choose(await other.page.screenshot());
  await other.page.getByText(words.rollUp.noCode).waitFor();
  // Its code says the very line.
  await choose(picture);
  await expect.poll(() => text.inputValue()).toBe(line);
  await text.fill(`Báo cáo: ${line}`);
  await other.page.getByRole("button", { name: words.rollUp.take, exact: true }).click();
  await other.page.getByText(words.rollUp.outcomes.altered).waitFor();
  await look(other.page, "report-take");
  await other.page.keyboard.press("Escape");
  await other.page.getByRole("button", { name: words.rollUp.earlier }).click();
  await other.page.waitForURL(new RegExp(dayAfter(dayInVietnam(Date.now()), -1)));
  await other.page.getByText(words.rollUp.of(0, 11), { exact: true }).waitFor();

  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.locator("table").first().waitFor();
  await look(page, "report-english-large-dark");
  expect([...errors, ...other.errors]).toEqual([]);
});

it("a district estimates what its pages cost, and fills in what is not known", async () => {
  const province = await startProvince(temporaryFolder(), [{ ...center, deviceId: "e2e-cost" }]);
  onTestFinished(() => province.stop());
  const { page, errors } = await openMachine(center, "Lê Văn C", "Tuy Phước", province.address);
  await fillDistrict(page);
  await goTo(page, "/reports");
  await page.getByRole("link", { name: vi.cost.open }).click();
  await page.getByRole("heading", { level: 1, name: vi.cost.title }).waitFor();
  // 90 items of two pages each are listed, though some have fewer scans.
  await page.getByText(vi.cost.pages("180", "0")).waitFor();
  await look(page, "cost");
  await page
    .getByRole("textbox", { name: `${vi.cost.value}: ${vi.cost.names["unitPrice"] ?? ""}` })
    .fill("2150");
  await page.getByText(vi.cost.money("387.000")).waitFor();
  await page.getByRole("button", { name: vi.cost.save, exact: true }).click();
  await page.getByText(vi.cost.own).waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: vi.cost.print("PDF") }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^uoc-tinh-du-toan-.*\.pdf$/);
  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.getByText("The norms were changed on this machine.").waitFor();
  await look(page, "cost-english-large-dark");
  expect(errors).toEqual([]);
});
