import type { CDPSession, Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";
import { enterFirst } from "./portal-enter.ts";
import { center, letIn, sendDocuments, sendPlan } from "./portal-store.ts";

const words = vi.portal;
const patient = { timeout: 60_000 };
const title = "Bản đồ địa chính, tờ số 5";

/** A province with a plan of A1, and somebody who has found it. */
async function openPlan(viewport: { width: number; height: number }, more: object = {}) {
  const folder = temporaryFolder();
  const given = letIn(folder, "lan.nt", "commune-reader", "52.21952");
  const province = await startProvince(folder, [{ ...center, deviceId: "e2e-center" }]);
  onTestFinished(() => province.stop());
  await sendDocuments(province.address);
  await sendPlan(province.address);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ locale: "vi-VN", viewport, ...more });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await enterFirst(page, province.address, "lan.nt", given);
  const found = page.getByRole("link", { name: title });
  const seek = async () => {
    await page.getByLabel(words.find.words).fill("ban do dia chinh");
    await page.getByRole("button", { name: words.find.submit }).click();
    const isThere = await found.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (!isThere) await page.reload();
    return isThere;
  };
  await page.getByLabel(words.find.words).waitFor();
  await expect.poll(seek, patient).toBe(true);
  return { page, context, found, loaded };
}

const frameOf = (page: Page) => page.getByRole("region", { name: words.item.page(1, 2) });
const percentOf = async (page: Page) => Number.parseInt(await page.getByText(/^\d+ %$/).innerText(), 10);

/** The levels that are shown, once all tiles have come. */
async function settledLevels(page: Page): Promise<string[]> {
  const layer = page.locator("[data-tiles]");
  await expect
    .poll(async () => {
      await page.waitForTimeout(200);
      return layer.getAttribute("aria-busy");
    }, patient)
    .toBe("false");
  const levels = await layer
    .locator("img")
    .evaluateAll((tiles) => tiles.map((tile) => (tile as HTMLElement).dataset["factor"] ?? ""));
  return [...new Set(levels)];
}

/** Where the middle of the first marked word is on the display. */
const markOf = async (page: Page) => {
  const box = await page.locator("[data-tiles] ~ div > span").first().boundingBox();
  if (!box) throw new Error("nothing is marked");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
};

it("a plan of A1 is read in tiles: by the wheel, by drag and by keys, its sought words marked at each zoom", async () => {
  const { page, found, loaded } = await openPlan({ width: 1280, height: 840 });
  expect(loaded.filter((path) => path.includes("page-tiles"))).toEqual([]);
  await found.click();
  await page.getByText(words.item.large).waitFor();
  expect(await settledLevels(page)).toEqual(["8"]);
  expect(loaded.filter((path) => path.includes("page-tiles"))).toHaveLength(1);
  await look(page, "portal-plan");
  const before = await markOf(page);
  await page.mouse.move(before.x, before.y);
  for (let turn = 0; turn < 9; turn += 1) await page.mouse.wheel(0, -120);
  await expect.poll(() => percentOf(page), patient).toBeGreaterThan(90);
  expect(await settledLevels(page)).toEqual(["1"]);
  // What was under the pointer is under it still, to a pixel of before.
  const after = await markOf(page);
  const grown = after.width / before.width;
  expect(grown).toBeGreaterThan(5);
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(grown * 1.5);
  const inSight = await page.locator("[data-tiles] img").count();
  expect(inSight).toBeLessThan(20);
  await look(page, "portal-plan-near");
  const grip = await markOf(page);
  await page.mouse.down();
  await page.mouse.move(before.x - 200, before.y - 120, { steps: 8 });
  await page.mouse.up();
  const dragged = await markOf(page);
  expect([Math.round(grip.x - dragged.x), Math.round(grip.y - dragged.y)]).toEqual([200, 120]);
  await frameOf(page).focus();
  const near = await percentOf(page);
  await page.keyboard.press("-");
  await expect.poll(() => percentOf(page)).toBeLessThan(near);
  await page.keyboard.press("+");
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await markOf(page)).x).toBeLessThan(dragged.x - 50);
  await page.keyboard.press("0");
  expect(await settledLevels(page)).toEqual(["8"]);
  await showAs(page, { language: "en", scale: 100, dark: true });
  await page.getByText(en.portal.item.large).waitFor();
  await look(page, "portal-plan-english-dark");
  await showAs(page, { language: "vi", scale: 100, dark: false });
  // The next page is a letter: as letters always were.
  await page.getByRole("button", { name: vi.viewer.next }).click();
  await page.getByRole("img", { name: words.item.page(2, 2) }).waitFor();
  expect(await page.locator("[data-tiles]").count()).toBe(0);
});

it("on a phone two fingers zoom the plan and one moves it", async () => {
  const phone = { hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
  const { page, context, found } = await openPlan({ width: 390, height: 844 }, phone);
  await found.tap();
  await page.getByText(words.item.large).waitFor();
  await frameOf(page).scrollIntoViewIfNeeded();
  await settledLevels(page);
  await look(page, "portal-plan-phone");
  const before = await markOf(page);
  const touch = await context.newCDPSession(page);
  const fit = await percentOf(page);
  await pinch(touch, before, 30, 180);
  await expect.poll(() => percentOf(page), patient).toBeGreaterThan(fit * 3);
  await settledLevels(page);
  const after = await markOf(page);
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(25);
  await pinch(touch, after, 120, 60);
  expect((await settledLevels(page)).length).toBe(1);
  await look(page, "portal-plan-phone-near");
  const at = await markOf(page);
  await swipe(touch, { x: 200, y: 500 }, { x: 80, y: 420 });
  await expect.poll(async () => at.x - (await markOf(page)).x, patient).toBeGreaterThan(60);
});

/** Two fingers about a point, first so far apart, then so far. */
async function pinch(touch: CDPSession, at: { x: number; y: number }, from: number, to: number) {
  const points = (apart: number) => [
    { x: at.x - apart / 2, y: at.y, id: 0 },
    { x: at.x + apart / 2, y: at.y, id: 1 },
  ];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: points(from) });
  for (let step = 1; step <= 10; step += 1) {
    const touchPoints = points(from + ((to - from) * step) / 10);
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints });
  }
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

async function swipe(touch: CDPSession, from: { x: number; y: number }, to: { x: number; y: number }) {
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [from] });
  for (let step = 1; step <= 10; step += 1) {
    const part = (one: number, other: number) => one + ((other - one) * step) / 10;
    const touchPoints = [{ x: part(from.x, to.x), y: part(from.y, to.y) }];
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints });
  }
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}
