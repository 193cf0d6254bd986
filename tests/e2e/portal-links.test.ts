import type { Browser, Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";
import { enterFirst } from "./portal-enter.ts";
import { center, letIn, sendDocuments } from "./portal-store.ts";

const words = vi.portal;
const { links } = words;
const title = "Về việc giao đất ở cho hộ gia đình";
const phone = { width: 390, height: 780 };

/** Enters with a passphrase handed over, chooses another, and stands before the search. */
async function enter(browser: Browser, address: string, login: string, given: string): Promise<Page> {
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 840 } });
  page.setDefaultTimeout(60_000);
  await enterFirst(page, address, login, given);
  await page.getByRole("button", { name: words.find.submit }).waitFor();
  return page;
}

/** Opens the page of a document once readers find it. */
async function openItem(page: Page): Promise<void> {
  const found = page.getByRole("link", { name: title });
  await expect
    .poll(
      async () => {
        await page.getByLabel(words.find.words).fill("giao dat ho gia dinh");
        await page.getByRole("button", { name: words.find.submit }).click();
        if (await found.isVisible()) return true;
        await page.waitForTimeout(1000);
        await page.reload();
        return false;
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  await found.click();
}

/** Nothing is to be scrolled sideways on a phone. */
const isWithin = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

it("an archivist shares a document by a link, its recipient reads it on a phone without an account, until it is withdrawn", async () => {
  const folder = temporaryFolder();
  const archivist = letIn(folder, "quan.tv", "archivist");
  const head = letIn(folder, "binh.nv", "portal-administrator");
  const province = await startProvince(folder, [{ ...center, deviceId: "e2e-center" }]);
  onTestFinished(() => province.stop());
  await sendDocuments(province.address);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());

  const desk = await enter(browser, province.address, "quan.tv", archivist);
  await openItem(desk);
  await desk.getByRole("button", { name: links.share }).click();
  await desk.getByLabel(links.dialog.recipient).fill("Bà Trần Thị Bảy, Phòng Tài nguyên");
  await desk.getByLabel(links.dialog.reason).fill("Theo công văn số 12/CV-UBND ngày 3/11");
  await look(desk, "portal-share");
  await desk.setViewportSize(phone);
  await look(desk, "portal-share-phone");
  await desk.setViewportSize({ width: 1280, height: 840 });
  await desk.getByRole("button", { name: links.dialog.make }).click();
  const address = await desk.getByLabel(links.given.address).inputValue();
  expect(address).toMatch(/^http:\/\/[^/]+\/tra-cuu\/xem#[\w-]{43}$/);
  await look(desk, "portal-share-given");
  await desk.getByRole("button", { name: links.given.done }).click();

  const guest = await browser.newPage({ locale: "vi-VN", viewport: phone, deviceScaleFactor: 2 });
  guest.setDefaultTimeout(60_000);
  const asked: string[] = [];
  guest.on("request", (request) => asked.push(`${request.url()} ${request.headers()["referer"] ?? ""}`));
  const answer = await guest.goto(address);
  expect(answer?.headers()).toMatchObject({
    ...{ "cache-control": "no-store", "referrer-policy": "no-referrer" },
    "x-robots-tag": "noindex, nofollow, noarchive",
  });
  await guest.getByText(links.shared.openHint).waitFor();
  await guest.getByText("Bà Trần Thị Bảy, Phòng Tài nguyên").waitFor();
  await look(guest, "portal-shared-told-phone");
  await guest.getByRole("button", { name: "English" }).click();
  await guest.getByRole("heading", { name: en.portal.links.shared.title }).waitFor();
  await look(guest, "portal-shared-told-phone-en");
  await guest.getByRole("button", { name: "Tiếng Việt" }).click();
  await guest.getByRole("button", { name: links.shared.open }).click();
  const first = guest.getByRole("img", { name: links.shared.page(1, 2) });
  await first.waitFor();
  await look(guest, "portal-shared-opened-phone");
  expect(await isWithin(guest)).toBe(true);
  await first.scrollIntoViewIfNeeded();
  await look(guest, "portal-shared-page-phone");
  // Loaded anew it is the same opening.
  await guest.reload();
  await first.waitFor();
  await guest.setViewportSize({ width: 1280, height: 840 });
  await guest.getByRole("button", { name: "English" }).click();
  await guest.getByRole("img", { name: en.portal.links.shared.page(1, 2) }).waitFor();
  await look(guest, "portal-shared-opened-en");
  await guest.getByRole("button", { name: "Tiếng Việt" }).click();
  // Behind the `#` the secret went to nobody but in the body of what asks for the document.
  const [, secret = ""] = address.split("#");
  expect(asked.filter((request) => request.includes(secret))).toEqual([]);

  await desk.getByRole("link", { name: links.title }).click();
  await desk.getByText(links.list.openings("1", "3")).waitFor();
  await look(desk, "portal-links");
  const boss = await enter(browser, province.address, "binh.nv", head);
  await boss.getByRole("link", { name: words.admin.title }).click();
  await boss.getByRole("link", { name: links.title }).click();
  await boss.getByText(links.list.by("Trần Văn Quản")).waitFor();
  await look(boss, "portal-links-all");
  await boss.getByRole("button", { name: links.list.withdraw }).click();
  const dialog = boss.getByRole("dialog");
  await dialog.getByLabel(links.list.why).fill("Gửi nhầm người nhận");
  await look(boss, "portal-link-withdraw");
  await dialog.getByRole("button", { name: links.list.confirm }).click();
  await boss.getByText("Gửi nhầm người nhận").waitFor();
  await boss.setViewportSize(phone);
  await look(boss, "portal-links-all-phone");
  expect(await isWithin(boss)).toBe(true);
  await showAs(boss, { language: "en", scale: 100, dark: true });
  await boss.getByText(en.portal.links.states.withdrawn, { exact: true }).waitFor();
  await look(boss, "portal-links-all-phone-en-dark");

  // What is open shows no page any more.
  await guest.setViewportSize(phone);
  await guest.reload();
  await guest.getByRole("heading", { name: links.shared.shutTitle }).waitFor();
  await look(guest, "portal-shared-shut-phone");
  await guest.goto("about:blank");
  await guest.goto(`${province.address}/tra-cuu/xem#khong-dung`);
  await guest.getByText(links.shared.shut).waitFor();
  await showAs(guest, { language: "en", scale: 150, dark: true });
  await guest.getByText(en.portal.links.shared.shut).waitFor();
  await look(guest, "portal-shared-shut-phone-en-dark");
});
