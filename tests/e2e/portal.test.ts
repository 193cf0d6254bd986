import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";
import { center, letIn, sendDocuments } from "./portal-store.ts";

const words = vi.portal;

it("an administrator enters by the passphrase handed over, chooses their own, and lets others in and out", async () => {
  const folder = temporaryFolder();
  const passphrase = letIn(folder, "quan.tv", "portal-administrator");
  const province = await startProvince(folder, []);
  onTestFinished(() => province.stop());
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 840 } });
  page.setDefaultTimeout(60_000);
  await page.goto(province.address);
  await page.getByLabel(words.enter.login).fill("quan.tv");
  await page.getByLabel(words.enter.passphrase).fill("không phải");
  await look(page, "portal-enter");
  await page.getByRole("button", { name: words.enter.submit }).click();
  await page.getByText(words.faults["passphrase-wrong"]).waitFor();
  await page.getByLabel(words.enter.passphrase).fill(passphrase);
  await page.getByRole("button", { name: words.enter.submit }).click();
  await page.getByLabel(words.own.old).fill(passphrase);
  await page.getByLabel(words.own.next, { exact: true }).fill("mười con gà trống");
  await page.getByLabel(words.own.again).fill("mười con gà trống");
  await page.getByRole("button", { name: words.own.submit }).click();
  await page.getByRole("link", { name: words.readers }).click();
  await page.getByRole("heading", { level: 1, name: words.people.title }).waitFor();
  await page.getByRole("button", { name: words.people.add }).click();
  await page.getByLabel(words.people.name).fill("Nguyễn Thị Lan");
  await page.getByLabel(words.people.login).fill("lan.nt");
  await page.getByRole("combobox", { name: words.people.unit }).fill("quy nhon bac");
  await page.getByRole("option", { name: "Phường Quy Nhơn Bắc" }).click();
  await look(page, "portal-new-reader");
  await page.getByRole("button", { name: words.people.save }).click();
  await page.getByText(words.people.passphraseHint("Nguyễn Thị Lan")).waitFor();
  await page.getByRole("button", { name: words.people.done }).click();
  await page.getByRole("button", { name: words.people.of(words.people.close, "Nguyễn Thị Lan") }).click();
  await page.getByRole("button", { name: words.people.of(words.people.reopen, "Nguyễn Thị Lan") }).waitFor();
  await look(page, "portal-people");
  await page.getByRole("button", { name: words.leave }).click();
  await page.getByRole("heading", { level: 1, name: words.title }).waitFor();
  expect(await page.context().cookies()).toEqual([]);
});

it("an official of the new commune finds a document, sees its words marked and its numbers covered, and its box", async () => {
  const folder = temporaryFolder();
  const given = letIn(folder, "lan.nt", "commune-reader", "52.21952");
  const province = await startProvince(folder, [{ ...center, deviceId: "e2e-center" }]);
  onTestFinished(() => province.stop());
  await sendDocuments(province.address);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 840 } });
  page.setDefaultTimeout(60_000);
  await page.goto(province.address);
  await page.getByLabel(words.enter.login).fill("lan.nt");
  await page.getByLabel(words.enter.passphrase).fill(given);
  await page.getByRole("button", { name: words.enter.submit }).click();
  await page.getByLabel(words.own.old).fill(given);
  await page.getByLabel(words.own.next, { exact: true }).fill("mười con gà trống");
  await page.getByLabel(words.own.again).fill("mười con gà trống");
  await page.getByRole("button", { name: words.own.submit }).click();
  const found = page.getByRole("link", { name: "Về việc giao đất ở cho hộ gia đình" });
  // What readers find is kept up beside the pushes.
  await expect
    .poll(
      async () => {
        await page.getByLabel(words.find.words).fill("giao dat ho gia dinh");
        await page.getByRole("button", { name: words.find.submit }).click();
        return found.waitFor({ timeout: 3000 }).then(
          () => true,
          async () => {
            await page.reload();
            return false;
          },
        );
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  await page.getByLabel(words.find.words).fill("giao dat");
  await page.getByRole("button", { name: words.find.submit }).click();
  await page.getByRole("link", { name: "Về việc giao đất vườn" }).waitFor();
  await look(page, "portal-found");
  await found.click();
  await page.getByRole("img", { name: words.item.page(1, 2) }).waitFor();
  await page.getByText("Kho A, giá 3").waitFor();
  await look(page, "portal-document");
  await page.getByRole("region", { name: words.item.paper }).getByRole("link").click();
  const inFile = page.getByRole("table", { name: words.file.items });
  await inFile.getByRole("link", { name: "Về việc giao đất ở cho hộ gia đình" }).waitFor();
  await look(page, "portal-file");
  await inFile.getByRole("link", { name: "Về việc giao đất ở cho hộ gia đình" }).click();
  await page.getByRole("img", { name: words.item.page(1, 2) }).waitFor();
  await page.setViewportSize({ width: 390, height: 780 });
  await look(page, "portal-document-phone");
  await page.getByRole("link", { name: words.item.back }).click();
  await page.getByRole("link", { name: "Về việc giao đất vườn" }).waitFor();
  await look(page, "portal-found-phone");
  await page.setViewportSize({ width: 1280, height: 840 });
  await page.getByRole("link", { name: "Về việc giao đất vườn" }).click();
  await page.getByText(words.item["on-request"]).waitFor();
  await showAs(page, { language: "en", scale: 175, dark: true });
  await look(page, "portal-closed-english-dark-175");
});
