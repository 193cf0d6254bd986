import { expect, it, onTestFinished } from "vitest";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { openUnits } from "./open-units.ts";
import { look, showAs } from "./pictures.ts";
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
  const page = await openUnits(browser, province.address, given);
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
  await page.setViewportSize({ width: 1280, height: 900 });

  // Who received it gives a part of itself away, and stays.
  await page.getByLabel(units.find).fill("tuy phuoc bac");
  await page.getByRole("button", { name: units.changeOf("Xã Tuy Phước Bắc (21964)") }).click();
  await page.getByLabel(units.kind).selectOption("cede");
  await page.getByRole("combobox", { name: units.toSeveral }).fill("21970");
  await page.getByRole("option", { name: /Xã Tuy Phước Đông/ }).click();
  await page.getByLabel(units.on).fill("01/01/2026");
  await amend();
  await page.getByRole("button", { name: units.try }).click();
  await page.getByText(units.moved("1", "2")).waitFor();
  await look(page, "portal-units-ceding");
  await page.getByRole("button", { name: units.publish }).click();
  await page.getByText(units.published("3")).waitFor();
  await page.getByText(units.gaveTo("Xã Tuy Phước Đông")).scrollIntoViewIfNeeded();
  await look(page, "portal-units-ceded");

  // On the desk: the name where units are told, and where its files go.
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  await answerFirstRun(app.page, { name: "Trần Thị Xã", role: commune.role, unit: "Xã Phước Lộc" });
  await goTo(app.page, "/settings");
  await app.page.getByLabel(vi.settings.address).fill(province.address);
  await app.page.getByLabel(vi.settings.token).fill(commune.token);
  await app.page.getByRole("button", { name: vi.settings.connect }).click();
  await app.page.getByText(vi.rulePack.units(3)).waitFor({ timeout: 60_000 });
  await app.page.getByText(rightName).first().waitFor();
  await app.page.getByText(vi.rulePack.units(3)).scrollIntoViewIfNeeded();
  await look(app.page, "units-desk");
  await goTo(app.page, "/inventory");
  await app.page.getByText("UBND xã Phước Lộc").first().click();
  await app.page.getByRole("button", { name: vi.grid.fondsFacts }).first().click();
  await app.page.getByRole("dialog").getByText("Xã Tuy Phước Bắc").waitFor();
  await app.page.getByRole("dialog").getByText(vi.units.partNow("Xã Tuy Phước Đông")).waitFor();
  await look(app.page, "units-desk-fonds");
  await app.page.keyboard.press("Escape");
  await app.page.getByRole("button", { name: vi.grid.byForm }).first().click();
  const hint = vi.units.staysHint("Xã Tuy Phước Bắc", "Xã Tuy Phước Đông");
  await app.page.getByText(hint).scrollIntoViewIfNeeded();
  await look(app.page, "units-desk-file");
  expect(app.errors).toEqual([]);

  // Which machine has it: the desk said so, the centre's said that it has the one before.
  await fetch(`${province.address}/rules?units=yes&pack=0&amended=2`, {
    headers: { authorization: `Bearer ${center.token}` },
  });
  const { devices } = words.admin;
  await page.getByRole("navigation", { name: words.admin.menu }).getByText(devices.place).click();
  await page.getByText(devices.behind("1")).waitFor();
  const applies = (name: string, number: string) =>
    page
      .getByRole("article", { name })
      .getByText(`${devices.rules}: ${devices.ruleUnits(number)}`)
      .waitFor();
  await applies("may-xa", "3");
  await applies("may-trung-tam", "2");
  await page.getByLabel(devices.which).selectOption(devices.lacking);
  await page.getByRole("article", { name: "may-xa" }).waitFor({ state: "detached" });
  await page.getByLabel(devices.which).selectOption("");
  await look(page, "portal-devices-rules");
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "portal-devices-rules-phone");
  await page.setViewportSize({ width: 1280, height: 900 });
  await showAs(page, { language: "en", scale: 100, dark: true });
  await page.getByText(en.portal.admin.devices.behind("1")).waitFor();
  await look(page, "portal-devices-rules-dark-english");
}, 240_000);
