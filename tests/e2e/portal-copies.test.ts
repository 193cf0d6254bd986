import type { Browser, Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";
import { enterFirst } from "./portal-enter.ts";
import { center, letIn, sendDocuments } from "./portal-store.ts";

const words = vi.portal;
const { copies } = words;

/** Enters with a passphrase handed over, chooses another, and stands before the search. */
async function enter(browser: Browser, address: string, login: string, given: string): Promise<Page> {
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 840 } });
  page.setDefaultTimeout(60_000);
  await enterFirst(page, address, login, given);
  await page.getByRole("button", { name: words.find.submit }).waitFor();
  return page;
}

it("an official asks for a copy on a phone, an archivist grants, makes and hands it over, and the official takes it", async () => {
  const folder = temporaryFolder();
  const official = letIn(folder, "lan.nt", "commune-reader", "52.21952");
  const archivist = letIn(folder, "quan.tv", "archivist");
  const province = await startProvince(folder, [{ ...center, deviceId: "e2e-center" }]);
  onTestFinished(() => province.stop());
  await sendDocuments(province.address);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());

  const phone = await enter(browser, province.address, "lan.nt", official);
  await phone.setViewportSize({ width: 390, height: 780 });
  const found = phone.getByRole("link", { name: "Về việc giao đất ở cho hộ gia đình" });
  // What readers find is kept up beside the pushes.
  await expect
    .poll(
      async () => {
        await phone.getByLabel(words.find.words).fill("giao dat ho gia dinh");
        await phone.getByRole("button", { name: words.find.submit }).click();
        if (await found.isVisible()) return true;
        await phone.waitForTimeout(1000);
        await phone.reload();
        return false;
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  await found.click();
  await phone.getByRole("button", { name: copies.ask }).click();
  await phone.getByLabel(copies.purpose).fill("Cấp lại giấy chứng nhận quyền sử dụng đất");
  await phone.getByLabel(copies.way).selectOption("in-portal");
  await phone.getByLabel(copies.contact).fill("0256 382 1234");
  await look(phone, "portal-ask-copy-phone");
  await phone.getByRole("button", { name: copies.send }).click();
  await phone.getByText(copies.waitsForArchivist).waitFor();
  await look(phone, "portal-copy-asked-phone");

  const desk = await enter(browser, province.address, "quan.tv", archivist);
  await desk.getByRole("link", { name: copies.title }).click();
  await desk.getByText(copies.waits(0)).waitFor();
  await look(desk, "portal-copies");
  await desk.getByRole("link", { name: "Về việc giao đất ở cho hộ gia đình" }).click();
  for (const to of ["looking", "granted"] as const)
    await desk.getByRole("button", { name: copies.steps[to], exact: true }).click();
  await look(desk, "portal-copy-granted");
  await desk.getByRole("button", { name: copies.steps.made, exact: true }).click();
  await desk.getByText(copies.unsigned).waitFor();
  await look(desk, "portal-copy-made");
  await desk.getByRole("button", { name: copies.steps["handed-over"], exact: true }).click();
  await desk.getByText(copies.settled).waitFor();
  await showAs(desk, { language: "vi", scale: 100, dark: true });
  await look(desk, "portal-copy-handed-over-dark");

  await phone.reload();
  const [download] = await Promise.all([
    phone.waitForEvent("download"),
    phone.getByRole("link", { name: copies.copy }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^ban-sao-\d{4}-0001\.pdf$/);
  await download.saveAs("out/e2e/portal-copy.pdf");
  await look(phone, "portal-copy-taken-phone");
});
