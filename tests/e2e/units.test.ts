import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look } from "./pictures.ts";
import { center, letIn, sendDocuments } from "./portal-store.ts";

const words = vi.portal;
const { units } = words.admin;
const commune = {
  token: "token-of-the-commune-0001",
  scope: "52.550.21976",
  role: "commune-preparer",
} as const;
const rightName = "Xã Phước Lộc Thượng";

it("a unit is renamed and its successor put right in the portal: the effect first, then every desk has it", async () => {
  const folder = temporaryFolder();
  const given = letIn(folder, "quan.tv", "portal-administrator");
  const province = await startProvince(folder, [
    { ...center, deviceId: "may-trung-tam" },
    { ...commune, deviceId: "may-xa" },
  ]);
  onTestFinished(() => province.stop());
  await sendDocuments(province.address);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(60_000);
  await page.goto(province.address);
  await page.getByLabel(words.enter.login).fill("quan.tv");
  await page.getByLabel(words.enter.passphrase).fill(given);
  await page.getByRole("button", { name: words.enter.submit }).click();
  await page.getByLabel(words.own.old).fill(given);
  await page.getByLabel(words.own.next, { exact: true }).fill("mười con gà trống");
  await page.getByLabel(words.own.again).fill("mười con gà trống");
  await page.getByRole("button", { name: words.own.submit }).click();
  await page.getByRole("link", { name: words.admin.title }).click();
  await page.getByRole("link", { name: units.place, exact: true }).click();
  await page.getByText(units.amendmentsNone).waitFor();
  await page.getByLabel(units.find).fill("phuoc loc");
  await look(page, "portal-units");

  const amend = async () => {
    await page.getByLabel(units.act).fill("Công văn số 41/SNV-TCBC ngày 12/8/2025");
    await page.getByLabel(units.reason).fill("Bảng kèm theo chương trình ghi sai");
  };
  await page.getByRole("button", { name: units.changeOf("Xã Phước Lộc (21976)") }).click();
  await page.getByLabel(units.kind).selectOption("rename");
  await page.getByLabel(units.name).fill("Xã Phước Lộc");
  await amend();
  await page.getByRole("button", { name: units.try }).click();
  await page.getByText(units.faults["name-as-before"]("Xã Phước Lộc")).waitFor();
  await page.getByLabel(units.name).fill(rightName);
  await page.getByRole("button", { name: units.try }).click();
  await page.getByText(units.renamed("3")).waitFor();
  await page.getByRole("button", { name: units.publish }).click();
  await page.getByText(units.published("1")).waitFor();

  await page.getByLabel(units.find).fill("21976");
  await page.getByRole("button", { name: units.changeOf(`${rightName} (21976)`) }).click();
  await page.getByRole("combobox", { name: units.to, exact: true }).fill("tuy phuoc bac");
  await page.getByRole("option", { name: /Xã Tuy Phước Bắc/ }).click();
  await amend();
  await page.getByRole("button", { name: units.try }).click();
  await page.getByText(units.moved("1", "2")).waitFor();
  await look(page, "portal-units-effect");
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "portal-units-effect-phone");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: units.publish }).click();
  await page.getByText(units.published("2")).waitFor();
  await page.getByText(units.becomes("Xã Tuy Phước Bắc")).waitFor();
  await look(page, "portal-units-published");
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "portal-units-phone");

  // On the desk: the name where units are told, and where its files go.
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  await answerFirstRun(app.page, { name: "Trần Thị Xã", role: commune.role, unit: "Xã Phước Lộc" });
  await goTo(app.page, "/settings");
  await app.page.getByLabel(vi.settings.address).fill(province.address);
  await app.page.getByLabel(vi.settings.token).fill(commune.token);
  await app.page.getByRole("button", { name: vi.settings.connect }).click();
  await app.page.getByText(vi.rulePack.units(2)).waitFor({ timeout: 60_000 });
  await app.page.getByText(rightName).first().waitFor();
  await app.page.getByText(vi.rulePack.units(2)).scrollIntoViewIfNeeded();
  await look(app.page, "units-desk");
  await goTo(app.page, "/inventory");
  await app.page.getByText("UBND xã Phước Lộc").first().click();
  await app.page.getByRole("button", { name: vi.grid.fondsFacts }).first().click();
  await app.page.getByRole("dialog").getByText("Xã Tuy Phước Bắc").waitFor();
  await look(app.page, "units-desk-fonds");
  expect(app.errors).toEqual([]);
}, 240_000);
