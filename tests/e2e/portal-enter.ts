import type { Page } from "playwright-core";
import { vi } from "#shared/text/vi.ts";

const words = vi.portal;

/** Opens the portal as somebody who was given this passphrase, and changes it as is asked at the first entry. */
export async function enterFirst(page: Page, address: string, login: string, given: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel(words.enter.login).fill(login);
  await page.getByLabel(words.enter.passphrase).fill(given);
  await page.getByRole("button", { name: words.enter.submit }).click();
  await page.getByLabel(words.own.old).fill(given);
  await page.getByLabel(words.own.next, { exact: true }).fill("mười con gà trống");
  await page.getByLabel(words.own.again).fill("mười con gà trống");
  await page.getByRole("button", { name: words.own.submit }).click();
}
