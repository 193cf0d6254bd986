import type { Page } from "playwright-core";
import { expect } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { look } from "./pictures.ts";

const words = vi.portal;

/** The list of people on a desk and a phone, where nothing is to be scrolled sideways; a passphrase is renewed with a reason. */
export async function lookAtPeople(page: Page): Promise<void> {
  const { people } = words;
  const last = page.getByRole("button", { name: people.of(people.reopen, "Nguyễn Thị Lan") });
  await last.waitFor();
  await page.getByRole("article", { name: "Trần Văn Quản" }).getByText(people.factorOff).waitFor();
  await page.getByRole("button", { name: people.of(people.renew, "Trần Văn Quản") }).click();
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByRole("button", { name: people.renew, exact: true }).isDisabled()).toBe(true);
  await look(page, "portal-renew");
  await page.keyboard.press("Escape");
  await look(page, "portal-people");
  await page.setViewportSize({ width: 390, height: 844 });
  await last.scrollIntoViewIfNeeded();
  const { x = 999, width = 0 } = (await last.boundingBox()) ?? {};
  expect(x + width).toBeLessThan(390);
  await look(page, "portal-people-phone");
  await page.setViewportSize({ width: 1280, height: 840 });
}
