import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look } from "./pictures.ts";
import { letIn } from "./portal-store.ts";

const words = vi.portal;

it("who is to choose a passphrase, or set up a second factor, before anything else can sign out instead", async () => {
  const folder = temporaryFolder();
  const given = letIn(folder, "quan.tv", "portal-administrator");
  const must = { MUCLUC_PORTAL_SECOND_FACTOR: "administrators" };
  const province = await startProvince(folder, [], "0", must);
  onTestFinished(() => province.stop());
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(60_000);
  await page.goto(province.address);
  const enter = async (passphrase: string) => {
    await page.getByLabel(words.enter.login).fill("quan.tv");
    await page.getByLabel(words.enter.passphrase).fill(passphrase);
    await page.getByRole("button", { name: words.enter.submit }).click();
  };
  const leave = async () => {
    await page.getByRole("button", { name: words.leave }).click();
    await page.getByLabel(words.enter.login).waitFor();
    expect(await page.context().cookies()).toEqual([]);
  };
  await enter(given);
  await page.getByLabel(words.own.old).waitFor();
  await look(page, "portal-own-phone");
  await leave();
  await enter(given);
  await page.getByLabel(words.own.old).fill(given);
  await page.getByLabel(words.own.next, { exact: true }).fill("mười con gà trống");
  await page.getByLabel(words.own.again).fill("mười con gà trống");
  await page.getByRole("button", { name: words.own.submit }).click();
  await page.getByText(words.factor.required).waitFor();
  await look(page, "portal-factor-required-phone");
  await page.setViewportSize({ width: 1280, height: 840 });
  await look(page, "portal-factor-required");
  await leave();
});
