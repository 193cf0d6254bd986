import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import type { HelpPageName } from "#shared/text/help-page.ts";
import { listScreens } from "#tests/helpers/list-screens.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { walkJourney } from "#tests/helpers/walk-journey.ts";
import { build, isBuilt } from "./build.ts";

/** Takes the pictures of the help from the running app, in both languages, after the sample journey. */
const root = join(import.meta.dirname, "..");

const words = { vi, en };

/** Which screen each page shows; screens are named as `listScreens` names them. */
const shown: Partial<Record<HelpPageName, string>> = {
  start: "home",
  inventory: "inventory",
  scheme: "fonds-scheme",
  boxes: "fonds-boxes",
  entry: "fonds",
  workbook: "fonds-import",
  batches: "batch",
  capture: "capture-items",
  check: "check-batch",
  search: "search-found",
  print: "forms",
  comfort: "settings",
};

if (!isBuilt(root)) build(root);
const folder = mkdtempSync(join(tmpdir(), "mucluc-pictures-"));
const app = await openApp(folder);
try {
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 800 });
  await answerFirstRun(page, { name: "Nguyễn Thị Mẫu", role: "district-checker", unit: "tuy phuoc" });
  await walkJourney(page, (line) => console.log(line));
  await page.keyboard.press("Escape");
  const paths = new Map((await listScreens(page)).map(({ name, path }) => [name, path]));
  await makeScheme(page, paths.get("fonds-scheme") ?? "");
  await placeBoxes(page, paths.get("fonds-boxes") ?? "");
  let bytes = 0;
  for (const language of ["vi", "en"] as const) {
    await remember(page, { "mucluc.language": language });
    mkdirSync(join(root, "resources", "help", language), { recursive: true });
    for (const [name, screen] of Object.entries(shown)) {
      const path = paths.get(screen);
      if (!path) throw new Error(`no screen ${screen} for the page ${name}`);
      const dark = name === "comfort";
      await remember(page, {
        "mantine-color-scheme-value": dark ? "dark" : "light",
        "mucluc.scale": dark ? "125" : "100",
      });
      await goTo(page, path);
      if (name === "print") {
        const { forms } = words[language];
        await page.getByRole("button", { name: forms.make }).click();
        await page.getByText(forms.printHint).waitFor({ timeout: 60_000 });
        await page.locator("main").evaluate(() => window.scrollTo(0, 0));
      }
      await page.waitForTimeout(name === "print" ? 4_000 : 1_500);
      const picture = await page.screenshot();
      const place = join(root, "resources", "help", language, `${name}.webp`);
      bytes += (await sharp(picture).webp({ quality: 70, effort: 6 }).toFile(place)).size;
    }
  }
  console.log(`resources/help: ${Math.round(bytes / 1000)} kB`);
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Begins a scheme from a template: the sample has none. */
async function makeScheme(page: Page, path: string): Promise<void> {
  await goTo(page, path);
  await page.getByRole("button", { name: vi.scheme.from.template, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radiogroup").getByText(vi.scheme.yearWays.none).click();
  await dialog.getByRole("button", { name: /^Ghi \d+ nhóm/ }).click();
  await page.getByRole("treeitem").first().waitFor();
}

/** Says where the first box stands. */
async function placeBoxes(page: Page, path: string): Promise<void> {
  await goTo(page, path);
  await page.getByRole("option").first().focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  const { field } = vi.boxes;
  for (const [name, text] of [
    [field.room, "2"],
    [field.shelf, "14"],
    [field.tier, "3"],
    [field.metres, "0,12"],
  ] as const)
    await dialog.getByLabel(name, { exact: true }).fill(text);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "hidden" });
}

/** Sets what the screen remembers, and loads it anew. */
async function remember(page: Page, values: Record<string, string>): Promise<void> {
  await page.evaluate((all) => {
    for (const [name, value] of Object.entries(all)) window.localStorage.setItem(name, value);
  }, values);
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
}
