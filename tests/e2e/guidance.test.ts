import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { look } from "#tests/e2e/pictures.ts";
import { listScreens } from "#tests/helpers/list-screens.ts";
import { accessibilityFaults, answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { unexplainedControls } from "#tests/helpers/unexplained.ts";
import { walkJourney } from "#tests/helpers/walk-journey.ts";

const { tour, help, home } = vi;

const checker = { name: "Lê Thị Kiểm", role: "district-checker", unit: "Huyện Tuy Phước" } as const;

async function openAs(person: Parameters<typeof answerFirstRun>[1]) {
  const app = await openApp(temporaryFolder());
  onTestFinished(() => app.close());
  await answerFirstRun(app.page, person);
  return app;
}

const openChecker = () => openAs(checker);

/** Sets what the screen remembers, and loads it anew. */
async function remember(page: Page, values: Record<string, string>): Promise<void> {
  await page.evaluate((all) => {
    for (const [name, value] of Object.entries(all)) window.localStorage.setItem(name, value);
  }, values);
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor({ timeout: 60_000 });
}

/** What is wrong with a screen as it stands: barriers, controls off without a reason, and a page wider than the window. */
async function faultsOf(page: Page): Promise<string[]> {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...(await accessibilityFaults(page)),
    ...(await unexplainedControls(page)).map((line) => `off without a reason: ${line}`),
    ...(wide > 1 ? [`wider than the window by ${wide} px`] : []),
  ];
}

it("says why each control is off and is without barriers on every screen, empty and full, light and dark, at 175 %, in forced colours", async () => {
  const { page, errors } = await openChecker();
  const faults: Record<string, string[]> = {};
  const walk = async (kind: string) => {
    for (const { name, path } of await listScreens(page)) {
      await goTo(page, path);
      await page.waitForTimeout(900);
      await page.screenshot({ path: `out/e2e/guidance-${kind}-${name}.png` });
      const found = await faultsOf(page);
      if (found.length > 0) faults[`${kind} ${name}`] = found;
    }
  };
  await walk("empty");
  await walkJourney(page, () => undefined);
  await page.keyboard.press("Escape");
  await walk("light");
  // A line of the list opens just the records it counts.
  await goTo(page, "/");
  const { outOfScope } = home.tasks;
  await page.getByRole("link", { name: `${outOfScope.action}: ${outOfScope.title("3")}` }).click();
  await page.getByText(vi.grid.rows("3"), { exact: true }).waitFor();
  await page.getByText(`${vi.grid.filter.inScope}: ${vi.grid.filter.inScopeWords.false}`).waitFor();
  await remember(page, { "mantine-color-scheme-value": "dark", "mucluc.scale": "175" });
  await walk("dark-175");
  await remember(page, { "mantine-color-scheme-value": "light", "mucluc.scale": "100" });
  await page.emulateMedia({ forcedColors: "active", contrast: "more" });
  await walk("forced");
  expect(faults).toEqual({});
  expect(errors).toEqual([]);
}, 900_000);

it.each([
  { name: "Nguyễn Thị Soạn", role: "commune-preparer", unit: "Thị trấn Tuy Phước" },
  { name: "Trần Văn Quét", role: "capture-operator", unit: "Huyện Tuy Phước" },
  { name: "Phạm Thị Tỉnh", role: "province-officer", unit: "Tỉnh Bình Định" },
] as const)(
  "is without barriers on every screen for the $role",
  async (person) => {
    const { page, errors } = await openAs(person);
    const faults: Record<string, string[]> = {};
    for (const { name, path } of await listScreens(page)) {
      await goTo(page, path);
      await page.waitForTimeout(900);
      await page.screenshot({ path: `out/e2e/guidance-${person.role}-${name}.png` });
      const found = await faultsOf(page);
      if (found.length > 0) faults[name] = found;
    }
    expect(faults).toEqual({});
    expect(errors).toEqual([]);
  },
  300_000,
);

it("leads through the tour by keyboard beside real elements, and opens the help of the screen with Shift+F1", async () => {
  const { page, errors } = await openChecker();
  await page.getByRole("button", { name: home.tour }).first().click();
  const coach = (name: string) => page.getByRole("dialog", { name });
  await coach(tour.steps.home.title).waitFor();
  await look(page, "tour-home");
  await page.keyboard.press("ArrowRight");
  await coach(tour.steps.sample.title).waitFor();
  await page.getByRole("heading", { level: 1, name: vi.sample.title }).waitFor();
  await look(page, "tour-sample");
  // The screen goes on working under the tour.
  await page.getByRole("button", { name: vi.sample.start, exact: true }).click();
  await page.getByText(`(${vi.sample.state.done})`).first().waitFor({ timeout: 120_000, state: "attached" });
  await coach(tour.steps.sample.title).focus();
  await page.keyboard.press("ArrowRight");
  await coach(tour.steps.inventory.title).waitFor();
  await page.keyboard.press("Escape");
  await coach(tour.steps.inventory.title).waitFor({ state: "hidden" });
  await page.reload();
  await page.getByRole("heading", { level: 1, name: vi.inventory.title }).waitFor({ timeout: 60_000 });
  await page.keyboard.press("Shift+F1");
  await page.getByRole("heading", { level: 1, name: help.pages.inventory.title }).waitFor();
  await page.locator("main img").first().waitFor();
  await expect
    .poll(() =>
      page
        .locator("main img")
        .first()
        .evaluate((image) => (image as HTMLImageElement).naturalWidth),
    )
    .toBe(1280);
  await goTo(page, "/help");
  await page.getByLabel(help.find).fill("nhap excel");
  await page.getByRole("link", { name: new RegExp(help.pages.workbook.title) }).waitFor();
  await look(page, "help-found");
  await page.getByRole("button", { name: home.tourOn }).click();
  await coach(tour.steps.inventory.title).waitFor();
  expect(errors).toEqual([]);
}, 300_000);

it("prints the card on one A4 page without the frame of the app", async () => {
  const { page } = await openChecker();
  await goTo(page, "/help/card");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("header, footer, nav").filter({ visible: true }).count()).toBe(0);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, width = "", height = ""] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
}, 120_000);

it("opens the sheet of keys with F1, and does with a person's own key what the app's does", async () => {
  const { page, errors } = await openChecker();
  await page.keyboard.press("F1");
  const sheet = page.getByRole("dialog", { name: vi.keys.title });
  const row = sheet.getByRole("row", { name: /Ctrl\+K/u });
  await row.getByRole("button", { name: /^Đổi phím/u }).click();
  await page.keyboard.press("F1");
  await sheet.getByText(/^F1 đang dùng/u).waitFor();
  await look(page, "keys-own");
  await page.keyboard.press("F6");
  await row.getByText("F6", { exact: true }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await page.keyboard.press("F6");
  await page.getByRole("heading", { level: 1, name: vi.search.title }).waitFor();
  await page.reload();
  await goTo(page, "/");
  await page.keyboard.press("F6");
  await page.getByRole("heading", { level: 1, name: vi.search.title }).waitFor();
  expect(errors).toEqual([]);
}, 120_000);
