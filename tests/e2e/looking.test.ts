import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { goTo, openApp } from "#tests/helpers/opened-app.ts";
import { prepareLargeFiles } from "#tests/helpers/large-files.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look } from "./pictures.ts";

it("walks a file of 2,000 pages in strip and grid, and looks at a page in its own pixels", async () => {
  const folder = temporaryFolder();
  await prepareLargeFiles(folder, [2000]);
  const app = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page } = app;
  page.setDefaultTimeout(60_000);
  await goTo(page, "/capture/batch-2000/items");
  await page.getByText("Trang 1/2000").waitFor();
  await page.getByText(vi.viewer.grid, { exact: true }).click();
  const grid = page.getByRole("listbox", { name: vi.capture.items.strip });
  await grid.focus();
  await page.keyboard.press("End");
  await page
    .getByRole("option", { name: /^Trang 2000/ })
    .locator("img")
    .waitFor();
  expect(await page.getByRole("option").count()).toBeLessThan(120);
  await grid.scrollIntoViewIfNeeded();
  await look(page, "looking-grid");

  await page.keyboard.press("Enter");
  const view = page.getByRole("region", { name: "Trang 2000/2000" });
  await view.focus();
  await page.keyboard.press("b");
  await page.getByRole("img", { name: /trang 1999/i }).waitFor();
  await look(page, "looking-beside");
  await page.keyboard.press("b");
  await page.keyboard.press("Space");
  const own = view.locator("img[data-full]");
  await own.waitFor();
  // One pixel of the scan on one of the display.
  await expect.poll(() => own.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1654);
  expect((await own.boundingBox())?.width).toBeCloseTo(1654, 0);
  await page.emulateMedia({ colorScheme: "dark" });
  await look(page, "looking-own-pixels");
  await page.keyboard.press("PageUp");
  await page.getByRole("region", { name: "Trang 1999/2000" }).waitFor();
  expect(app.errors).toEqual([]);
});
