import type { Browser, Page } from "playwright-core";
import { vi } from "#shared/text/vi.ts";
import { enterFirst } from "./portal-enter.ts";

const words = vi.portal;

/** The tables of units in the portal, opened by the administrator `quan.tv`, who was given this passphrase. */
export async function openUnits(browser: Browser, address: string, given: string): Promise<Page> {
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(60_000);
  await enterFirst(page, address, "quan.tv", given);
  await page.getByRole("link", { name: words.admin.title }).click();
  await page.getByRole("link", { name: words.admin.units.place, exact: true }).click();
  await page.getByText(words.admin.units.amendmentsNone).waitFor();
  return page;
}
