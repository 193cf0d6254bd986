import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import type { HelpPageName } from "#shared/text/help-page.ts";
import { listScreens } from "#tests/helpers/list-screens.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { walkJourney } from "#tests/helpers/walk-journey.ts";
import { build, isBuilt } from "./build.ts";

/** Takes the pictures of the help from the running app, in both languages, after the sample journey. */
const root = join(import.meta.dirname, "..");

/** Which screen each page shows; screens are named as `listScreens` names them. */
const shown: Partial<Record<HelpPageName, string>> = {
  start: "home",
  inventory: "inventory",
  entry: "fonds",
  workbook: "fonds-import",
  batches: "batch",
  capture: "capture-batch",
  check: "check-batch",
  search: "search-found",
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
  let bytes = 0;
  for (const language of ["vi", "en"]) {
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
      await page.waitForTimeout(1_500);
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

/** Sets what the screen remembers, and loads it anew. */
async function remember(page: Page, values: Record<string, string>): Promise<void> {
  await page.evaluate((all) => {
    for (const [name, value] of Object.entries(all)) window.localStorage.setItem(name, value);
  }, values);
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
}
