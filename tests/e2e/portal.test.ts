import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { noteBackup, noteFailedBackup } from "#province/backup/note-backup.ts";
import { stepAt, totpCode } from "#province/portal/second-factor/totp.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { embeddingServer } from "#tests/helpers/embedding-server.ts";
import { readBase32 } from "#tests/helpers/read-base32.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";
import { lookAtPeople } from "./portal-people.ts";
import { enterFirst } from "./portal-enter.ts";
import { editRules } from "./portal-rules.ts";
import { center, letIn, sendDocuments, sendEarly } from "./portal-store.ts";

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
  await page.getByRole("link", { name: words.admin.title }).click();
  await page.getByRole("link", { name: words.readers }).click();
  await page.getByRole("heading", { level: 1, name: words.people.title }).waitFor();
  await page.getByRole("button", { name: words.people.add }).click();
  await page.getByLabel(words.people.name).fill("Nguyễn Thị Lan");
  await page.getByLabel(words.people.login).fill("lan.nt");
  await page.getByRole("combobox", { name: words.people.unit }).fill("quy nhon bac");
  await page.getByRole("option", { name: "Phường Quy Nhơn Bắc" }).click();
  await page.getByLabel(words.people.why).fill("Theo công văn số 12 của UBND phường");
  await look(page, "portal-new-reader");
  await page.getByRole("button", { name: words.people.save }).click();
  await page.getByText(words.people.passphraseHint("Nguyễn Thị Lan")).waitFor();
  await page.getByRole("button", { name: words.people.done }).click();
  await page.getByRole("button", { name: words.people.of(words.people.close, "Nguyễn Thị Lan") }).click();
  await page.getByLabel(words.people.reason).fill("Chuyển công tác");
  await page.getByRole("dialog").getByRole("button", { name: words.people.close, exact: true }).click();
  await lookAtPeople(page);
  const { partners, packs } = words.admin;
  await page.getByRole("link", { name: partners.place }).click();
  await page.getByRole("button", { name: partners.add }).click();
  await page.getByLabel(partners.name).fill("Kho dữ liệu dùng chung");
  await page.getByLabel(partners.why).fill("Theo văn bản số 41 ngày 12/5");
  await look(page, "portal-admin-new-partner");
  await page.getByRole("button", { name: partners.save }).click();
  await page.getByText(partners.tokenHint("Kho dữ liệu dùng chung")).waitFor();
  await look(page, "portal-admin-token");
  await page.getByRole("button", { name: partners.tokenDone }).click();
  await page.getByRole("article", { name: "Kho dữ liệu dùng chung" }).waitFor();
  await look(page, "portal-admin-partners");
  await page.getByRole("link", { name: packs.place }).click();
  await page.getByText(packs.none).waitFor();
  await look(page, "portal-admin-packs");
  await editRules(page);
  const { factor } = words;
  await page.getByRole("link", { name: factor.title }).click();
  await page.getByLabel(words.enter.passphrase).fill("mười con gà trống");
  await look(page, "portal-factor-begin");
  await page.getByRole("button", { name: factor.begin }).click();
  await page.getByRole("img", { name: factor.picture }).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  const link = page.getByRole("link", { name: factor.here });
  expect(await link.getAttribute("href")).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}&issuer=/);
  await look(page, "portal-factor-phone");
  await page.setViewportSize({ width: 1280, height: 840 });
  const secret = (await page.locator("pre").innerText()).replaceAll(" ", "");
  const codeAfter = (steps: number) => totpCode(readBase32(secret), stepAt(Date.now()) + steps);
  await page.getByLabel(factor.first).fill(codeAfter(0));
  await page.getByRole("button", { name: factor.confirm }).click();
  await page.getByRole("list", { name: factor.recoveryList }).waitFor();
  await look(page, "portal-factor-recovery");
  const [recovery = "", second = "", third = ""] = await page
    .getByRole("list", { name: factor.recoveryList })
    .locator("code")
    .allInnerTexts();
  await page.getByRole("button", { name: factor.done }).click();
  await page.getByText(factor.lost).waitFor();
  const leave = async () => {
    await page.getByRole("button", { name: words.leave }).click();
    await page.getByRole("heading", { level: 1, name: words.title }).waitFor();
  };
  await leave();
  await page.getByLabel(words.enter.login).fill("quan.tv");
  await page.getByLabel(words.enter.passphrase).fill("mười con gà trống");
  await page.getByRole("button", { name: words.enter.submit }).click();
  await page.getByLabel(factor.code).fill("000000");
  await page.getByRole("button", { name: words.enter.submit }).click();
  await page.getByText(words.faults["code-wrong"]).waitFor();
  await look(page, "portal-factor-enter");
  await page.getByLabel(factor.code).fill(recovery);
  await page.getByRole("button", { name: words.enter.submit }).click();
  await page.getByRole("link", { name: words.admin.title }).waitFor();
  await moveAndTurnOff(page, [second, third]);
  await leave();
  expect(await page.context().cookies()).toEqual([]);
});

/** Seeks by number and date, is told of a date that is none, and drops the conditions again. */
async function seekByField(page: Page): Promise<void> {
  const { find } = words;
  const seek = () => page.getByRole("button", { name: find.submit, exact: true }).click();
  await page.getByRole("button", { name: find.byField }).click();
  await page.getByLabel(find.details.number).fill("065-qd");
  await page.getByLabel(find.details.from).fill("31/2/1995");
  await seek();
  await page.getByText(find.notADate).waitFor();
  await page.getByLabel(find.details.from).fill("1995");
  await seek();
  await page.getByText(find.found("1")).waitFor();
  await page.getByRole("link", { name: "Về việc giao đất vườn" }).waitFor();
  await look(page, "portal-by-field");
  await page.setViewportSize({ width: 390, height: 780 });
  await look(page, "portal-by-field-phone");
  await page.setViewportSize({ width: 1280, height: 840 });
  await page.getByRole("button", { name: find.drop(`${find.details.number}: 065-qd`) }).click();
  await page.getByText(find.found("2")).waitFor();
  expect(await page.getByLabel(find.details.number, { exact: true }).inputValue()).toBe("");
  await page.goBack();
  await page.getByText(find.found("1")).waitFor();
  expect(await page.getByLabel(find.details.number, { exact: true }).inputValue()).toBe("065-qd");
  await page.goForward();
  await page.getByRole("button", { name: find.drop(`${find.details.from}: 1995`) }).click();
  await page.getByText(find.found("3")).waitFor();
}

/** Begins to move to another phone by a recovery code, thinks better of it, and turns the second factor off. */
async function moveAndTurnOff(page: Page, [second, third]: readonly [string, string]): Promise<void> {
  const { factor } = words;
  await page.getByRole("link", { name: factor.title }).click();
  await page.getByText(factor.lost).waitFor();
  await look(page, "portal-factor-on");
  const prove = async (code: string) => {
    await page.getByLabel(words.enter.passphrase).fill("mười con gà trống");
    await page.getByLabel(factor.present).fill(code);
  };
  await page.getByRole("button", { name: factor.renew }).click();
  await prove(second);
  await look(page, "portal-factor-renew");
  await page.getByRole("button", { name: factor.begin }).click();
  await page.getByRole("img", { name: factor.picture }).waitFor();
  await page.getByRole("link", { name: words.search }).click();
  await page.getByRole("link", { name: factor.title }).click();
  await page.getByRole("button", { name: factor.turnOff }).click();
  await prove(third);
  await look(page, "portal-factor-off");
  await page.getByRole("button", { name: factor.offConfirm, exact: true }).click();
  await page.getByText(factor.why).waitFor();
}

it("an administrator sees what is wrong with the province and what to do, and shuts a lost machine out", async () => {
  const folder = temporaryFolder();
  const given = letIn(folder, "quan.tv", "portal-administrator");
  const lost = {
    token: "token-of-a-lost-machine-1",
    scope: "52.550.21952",
    role: "commune-preparer",
  } as const;
  const province = await startProvince(folder, [
    { ...center, deviceId: "may-trung-tam" },
    { ...lost, deviceId: "may-xa-mat" },
  ]);
  onTestFinished(() => province.stop());
  await sendDocuments(province.address);
  await sendEarly(province.address);
  const wrong = { "x-mucluc-clock": new Date(Date.now() + 3 * 3_600_000 + 20_000).toISOString() };
  await fetch(`${province.address}/overview`, {
    headers: { authorization: `Bearer ${lost.token}`, ...wrong },
  });
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 1100 } });
  page.setDefaultTimeout(60_000);
  await enterFirst(page, province.address, "quan.tv", given);
  await page.getByRole("link", { name: words.admin.title }).click();
  const { health, devices } = words.admin;
  await page.getByText(health.findings["backup-none"].next).waitFor();
  await page.getByText(health.findings["machines-clock"].what("1", "may-xa-mat")).waitFor();
  await look(page, "portal-admin-health");
  const done = {
    at: new Date().toISOString(),
    objects: 1204,
    objectBytes: 9_812_000_000,
    missing: 0,
    damaged: 0,
  };
  for (const to of ["/media/sao-luu-1", "/mnt/nas/sao-luu-2"]) await noteBackup(folder, { to, ...done });
  await page.getByRole("button", { name: health.refresh }).click();
  await page.getByText("/mnt/nas/sao-luu-2").waitFor();
  await look(page, "portal-admin-backups");
  const failed = { to: "/media/sao-luu-1", why: "ENOSPC: no space left on device, write" };
  await noteFailedBackup(folder, { ...failed, failedAt: new Date().toISOString() });
  await page.getByRole("button", { name: health.refresh }).click();
  await page.getByText(health.findings["backup-failed"].next).waitFor();
  await look(page, "portal-admin-backup-failed");
  await page.getByRole("navigation", { name: words.admin.menu }).getByText(devices.place).click();
  await page.getByRole("article", { name: "may-trung-tam" }).getByText(devices.states.active).waitFor();
  await page
    .getByRole("article", { name: "may-xa-mat" })
    .getByText(/Đồng hồ nhanh 3 giờ so với máy chủ/)
    .waitFor();
  await look(page, "portal-admin-devices");
  await page.getByRole("button", { name: devices.revokeOf("may-xa-mat") }).click();
  await page.getByLabel(devices.reason).fill("Mất máy khi đi công tác, xã báo ngày 19/5");
  await look(page, "portal-admin-revoke");
  await page.getByRole("button", { name: devices.confirm }).click();
  await page.getByText("xã báo ngày 19/5").waitFor();
  await page.getByRole("navigation", { name: words.admin.menu }).getByText(words.admin.asidePlace).click();
  await page.getByRole("table", { name: vi.aside.list }).getByText("Văn bản sớm 3").waitFor();
  await look(page, "portal-admin-aside");
  await page.getByRole("navigation", { name: words.admin.menu }).getByText(devices.place).click();
  await page.getByText("xã báo ngày 19/5").waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "portal-admin-devices-phone");
  const asked = await fetch(`${province.address}/overview`, {
    headers: { authorization: `Bearer ${lost.token}` },
  });
  expect(asked.status).toBe(401);
  await page.getByRole("navigation", { name: words.admin.menu }).getByText(health.place).click();
  await page.getByRole("heading", { level: 1, name: health.title }).waitFor();
  await look(page, "portal-admin-health-phone");
  await page.setViewportSize({ width: 1280, height: 1100 });
  await showAs(page, { language: "en", scale: 175, dark: true });
  await look(page, "portal-admin-health-english-dark-175");
});

it("an official of the new commune finds a document, sees its words marked and its numbers covered, and its box", async () => {
  const folder = temporaryFolder();
  const given = letIn(folder, "lan.nt", "commune-reader", "52.21952");
  const model = await embeddingServer();
  onTestFinished(() => model.stop());
  const province = await startProvince(folder, [{ ...center, deviceId: "e2e-center" }], "0", {
    ...{ MUCLUC_PROVINCE_PRACTICE: "", MUCLUC_EMBED_URL: model.address, MUCLUC_EMBED_MODEL: "bge-m3" },
  });
  onTestFinished(() => province.stop());
  await sendDocuments(province.address);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 840 } });
  page.setDefaultTimeout(60_000);
  await enterFirst(page, province.address, "lan.nt", given);
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
  await showAs(page, { language: "vi", scale: 100, dark: false });
  await page.goto(province.address);
  await seekByField(page);
  const byMeaning = async (text: string) => {
    await page.getByText(words.find.byMeaning, { exact: true }).click();
    await page.getByLabel(words.find.words).fill(text);
    await page.getByRole("button", { name: words.find.submit }).click();
  };
  await byMeaning("cấp thổ cư cho dân");
  await page.getByText(words.find.nearest("3")).waitFor();
  await look(page, "portal-meaning");
  await page.setViewportSize({ width: 390, height: 780 });
  await look(page, "portal-meaning-phone");
  // The model goes away: that is said, and by words one goes on.
  await model.stop();
  await page.getByRole("button", { name: words.find.submit }).click();
  await page.getByLabel(words.find.words).fill("phân đất cho dân");
  await page.getByRole("button", { name: words.find.submit }).click();
  await page.getByText(words.faults["meaning-away"]).waitFor();
  await look(page, "portal-meaning-away-phone");
  await page.getByRole("alert").getByRole("button", { name: words.find.insteadByWords }).click();
  await page.getByRole("alert").waitFor({ state: "detached" });
});
