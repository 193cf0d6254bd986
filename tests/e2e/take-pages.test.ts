import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { makePage, asJpeg } from "#electron/sample/make-page.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { type EsclScanner, startEsclScanner } from "#tests/helpers/escl-scanner.ts";
import { answerFirstRun, goTo, openApp, type OpenedApp } from "#tests/helpers/opened-app.ts";
import { saneEnvironment } from "#tests/helpers/sane-test.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { unexplainedControls } from "#tests/helpers/unexplained.ts";
import { look } from "./pictures.ts";

const who = { name: "Nguyễn Thị Mẫu", role: "district-checker", unit: "Huyện Tuy Phước" } as const;
const { scan, capture, sample, faults } = vi;
const fakeCamera = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

let app: OpenedApp;
let scanner: EsclScanner;
let sheets: Buffer[];

beforeAll(async () => {
  scanner = await startEsclScanner();
  sheets = await Promise.all(
    [1, 2, 3, 4, 5, 6].map(async (seed) => asJpeg(await makePage({ seed, dpi: 100, resources }))),
  );
});
afterAll(() => scanner.close());

/** The pages that the journal holds, with where each came from. */
function pagesOf(
  page: Page,
): Promise<{ scanner: string; sourceName: string; masterDigest: string; ordinal: number }[]> {
  return page.evaluate(async () => {
    const body = JSON.stringify({ collection: "pages", checkpoint: null, limit: 500 });
    const init = { method: "POST", headers: { "content-type": "application/json" }, body };
    const answer = (await (await fetch("/call/records.pull", init)).json()) as {
      value: { documents: { scanner: string; sourceName: string; masterDigest: string; ordinal: number }[] };
    };
    return answer.value.documents;
  });
}

/** Loads the sample, hands its batch over, receives it and opens its station. */
async function openStation(page: Page): Promise<void> {
  await goTo(page, "/sample");
  for (const [at, name] of (["load", "handOver", "receive"] as const).entries()) {
    await page.getByRole("button", { name: at === 0 ? sample.start : sample.next, exact: true }).click();
    await page
      .locator(".mantine-Timeline-item")
      .filter({ hasText: sample.steps[name].title })
      .getByText(`(${sample.state.done})`)
      .waitFor({ timeout: 240_000 });
  }
  await goTo(page, "/capture");
  const open = page.getByRole("link", { name: capture.openStation });
  await page.getByRole("button", { name: capture.start }).or(open).first().click();
  await page.getByRole("heading", { name: scan.title }).waitFor();
}

it("takes pages from a network scanner, a folder and a camera, each saved, through a jam and a lock", async () => {
  const folder = temporaryFolder();
  const environment = { MUCLUC_PRACTICE: "0", SANE_CONFIG_DIR: saneEnvironment()["SANE_CONFIG_DIR"] ?? "" };
  app = await openApp(folder, environment, 0, fakeCamera);
  const { page } = app;
  page.setDefaultTimeout(60_000);
  try {
    await answerFirstRun(page, who);
    await openStation(page);

    // A network scanner by its address; the item is chosen, so its pages go into it.
    await page.getByText(scan.searching).waitFor({ state: "detached" });
    // Folded away where SANE's test backend gives scanners, open where there are none.
    if (!(await page.getByLabel(scan.address).isVisible()))
      await page.getByRole("button", { name: scan.addScanner }).click();
    await page.getByLabel(scan.address).fill(scanner.address);
    await page.getByRole("button", { name: scan.add, exact: true }).click();
    const device = page.getByRole("combobox", { name: scan.device, exact: true });
    await device.locator("option", { hasText: "MFP-1" }).waitFor({ state: "attached" });
    await device.selectOption({ label: `Mẫu & Con MFP-1 (${scanner.address})` });
    await page.getByRole("combobox", { name: scan.target }).click();
    await page.locator("[role=option]:visible").nth(1).click();
    scanner.load(sheets.slice(0, 3));
    scanner.trouble("jam", 2);
    await page.getByRole("button", { name: scan.start }).click();
    await page.getByText(faults["scanner-jam"].what).waitFor();
    await page.getByText(scan.saved("2")).first().waitFor();
    await look(page, "take-pages-jam");
    expect(await unexplainedControls(page)).toEqual([]);
    scanner.load(sheets.slice(2, 4));
    scanner.trouble("none");
    await page.getByRole("button", { name: scan.resume }).click();
    await page.getByText(scan.saved("4")).first().waitFor();
    await page.getByText(scan.placed("4")).first().waitFor();
    const scanned = await pagesOf(page);
    expect(scanned.map((one) => one.ordinal).sort()).toEqual([1, 2, 3, 4]);
    expect(new Set(scanned.map((one) => one.scanner))).toEqual(
      new Set([`Mẫu & Con MFP-1 (${scanner.address})`]),
    );
    await look(page, "take-pages-scanned");

    // Fronts and backs are merged, seen before, and undone.
    await page.getByRole("button", { name: scan.interleave.open }).click();
    await page.getByText(scan.interleave.was(4)).waitFor();
    await look(page, "take-pages-interleave");
    await page.getByRole("button", { name: scan.interleave.apply, exact: true }).click();
    const bySource = async () =>
      (await pagesOf(page))
        .sort((one, other) => (one.sourceName < other.sourceName ? -1 : 1))
        .map((one) => one.ordinal);
    await expect.poll(bySource, { timeout: 30_000 }).toEqual([1, 3, 4, 2]);
    await page.keyboard.press("Control+z");
    await expect.poll(bySource, { timeout: 30_000 }).toEqual([1, 2, 3, 4]);

    // The administrator locks; the fields are off and say why.
    await page.getByRole("button", { name: scan.change }).click();
    await page.getByRole("button", { name: scan.lock, exact: true }).click();
    await page.getByText(scan.locked(who.name)).waitFor();
    expect(await unexplainedControls(page)).toEqual([]);
    await look(page, "take-pages-locked");
    await page.getByRole("button", { name: scan.unlock, exact: true }).click();

    // A watched folder takes what comes, and leaves the source where it is.
    const inbox = temporaryFolder();
    await page.getByText(scan.ways.folder, { exact: true }).click();
    await page.getByLabel(scan.folderPath).fill(inbox);
    await page.getByRole("button", { name: scan.add, exact: true }).click();
    await page.getByRole("button", { name: scan.watch }).click();
    writeFileSync(join(inbox, "tu-may-khac.jpg"), sheets[4] ?? "");
    await page
      .getByText(/tu-may-khac\.jpg/u)
      .first()
      .waitFor();
    await look(page, "take-pages-folder");
    await page.getByRole("button", { name: scan.stop, exact: true }).click();

    // The camera: two pictures by Space, each saved.
    await page.getByText(scan.ways.camera, { exact: true }).click();
    await page.getByRole("button", { name: scan.cameraOn }).click();
    await page.getByLabel(scan.cameraView).focus();
    await page.waitForTimeout(1500);
    for (const count of ["1", "2"]) {
      await page.waitForTimeout(700);
      await page.keyboard.press(" ");
      await page.getByRole("group", { name: /fake/iu }).getByText(scan.saved(count)).waitFor();
    }
    await look(page, "take-pages-camera");
    await page.getByRole("button", { name: scan.cameraOff }).click();
    await expect
      .poll(async () => (await pagesOf(page)).filter((one) => /fake/iu.test(one.scanner)).length, {
        timeout: 60_000,
      })
      .toBe(2);

    await page.emulateMedia({ colorScheme: "dark" });
    await page.getByText(scan.ways.scanner, { exact: true }).click();
    await page.waitForTimeout(3000);
    await look(page, "take-pages-dark");
    for (const name of ["items", "tray", "held"] as const) {
      await page.getByRole("tab", { name: new RegExp(vi.station.tabs[name]) }).click();
      await page.waitForTimeout(1500);
      await look(page, `station-dark-${name}`);
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.evaluate(() => {
      window.localStorage.setItem("mucluc.scale", "175");
      window.localStorage.setItem("mucluc.language", "en");
    });
    await page.reload();
    // The tab is in the address.
    await page.getByRole("tab", { name: /^Needs a person/u, selected: true }).waitFor();
    for (const name of ["take", "tray", "items"] as const) {
      await page.getByRole("tab", { name: new RegExp(en.station.tabs[name]) }).click();
      await page.waitForTimeout(2000);
      await page.screenshot({ path: `out/e2e/station-large-english-${name}-whole.png`, fullPage: true });
      await look(page, `station-large-english-${name}`);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
    }
    expect(app.errors).toEqual([]);
  } finally {
    await app.close();
  }
}, 600_000);
