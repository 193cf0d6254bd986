import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityFaults } from "#tests/helpers/opened-app.ts";

const folder = join(import.meta.dirname, "..", "..", "out", "e2e");

/** Keeps a picture of the page as it stands, and expects the accessibility check to find nothing wrong with it. */
export async function look(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  // Toasts and dialogs fade in: their colours are judged when they have come to rest.
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  expect({ page: name, faults: await accessibilityFaults(page) }).toEqual({ page: name, faults: [] });
}

/** Opens the page again as someone sees it who chose a language, a scale in per cent, light or dark. */
export async function showAs(
  page: Page,
  { language, scale, dark }: { language: "vi" | "en"; scale: number; dark: boolean },
): Promise<void> {
  await page.evaluate(
    ([chosen, percent]) => {
      window.localStorage.setItem("mucluc.language", chosen);
      window.localStorage.setItem("mucluc.scale", percent);
    },
    [language, String(scale)] as const,
  );
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(
    (scheme) => {
      document.documentElement.dataset["mantineColorScheme"] = scheme;
    },
    dark ? "dark" : "light",
  );
}
