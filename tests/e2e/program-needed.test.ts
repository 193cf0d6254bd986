import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";
import { enterFirst } from "./portal-enter.ts";
import { letIn } from "./portal-store.ts";
import { setRules } from "./set-rules.ts";

const commune = {
  token: "token-of-the-commune-0001",
  scope: "52.550.21952",
  role: "commune-preparer",
  deviceId: "may-xa",
} as const;
const reason = ["--by", "Sở Nội vụ", "--reason", "Theo hướng dẫn số 5"];

/** Asks for a program that is not there yet, as a province of a later version would. */
async function askForProgram(folder: string, version: string): Promise<void> {
  const database = await openPglite(join(folder, "database"));
  await database.query("update rule_packs set needs = $1", [version]);
  await database.close();
}

it("a machine whose program is too old goes on by the rules it has, says so, and is named at the province", async () => {
  const folder = temporaryFolder();
  const given = letIn(folder, "quan.tv", "portal-administrator");
  expect(setRules(folder, "--closed", ...reason)).toMatchObject({ rules: 1, needs: "0.1.0" });
  const first = await startProvince(folder, [commune]);
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 840 });
  await answerFirstRun(page, { name: "Trần Thị Xã", role: commune.role, unit: "Thị trấn Tuy Phước" });
  await goTo(page, "/settings");
  await page.getByLabel(vi.settings.address).fill(first.address);
  await page.getByLabel(vi.settings.token).fill(commune.token);
  await page.getByRole("button", { name: vi.settings.connect }).click();
  await page.getByText(vi.rulePack.closed).waitFor({ timeout: 60_000 });
  await first.stop();
  await askForProgram(folder, "0.9.0");
  expect(setRules(folder, "--open", ...reason)).toMatchObject({ rules: 2, needs: "0.9.0" });
  const province = await startProvince(folder, [commune], new URL(first.address).port);
  onTestFinished(() => province.stop());

  const said = page.getByText(vi.rulePack.refusals.program("0.9.0"));
  await said.waitFor({ timeout: 120_000 });
  await page.getByText(vi.rulePack.tooOld("0.9.0")).waitFor();
  // Those that it has hold on.
  await page.getByText(vi.rulePack.closed).waitFor();
  await said.scrollIntoViewIfNeeded();
  await look(page, "program-too-old");
  await showAs(page, { language: "en", scale: 100, dark: false });
  await page.getByText(/need version 0\.9\.0 of the program or later/).scrollIntoViewIfNeeded();
  await look(page, "program-too-old-english");

  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const portal = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 840 } });
  portal.setDefaultTimeout(60_000);
  await enterFirst(portal, province.address, "quan.tv", given);
  const { admin } = vi.portal;
  await portal.getByRole("link", { name: admin.title }).click();
  await portal.getByRole("navigation", { name: admin.menu }).getByText(admin.devices.place).click();
  await portal.getByRole("article", { name: "may-xa" }).getByText(admin.devices.tooOld("0.9.0")).waitFor();
  await portal.getByText(admin.devices.tooOldCount("1", "0.9.0")).waitFor();
  await portal.getByLabel(admin.devices.which).selectOption(admin.devices.tooOldOnly);
  await portal.getByRole("article", { name: "may-xa" }).waitFor();
  await look(portal, "program-too-old-machines");
  await portal.setViewportSize({ width: 390, height: 844 });
  await look(portal, "program-too-old-machines-phone");
  await portal.setViewportSize({ width: 1280, height: 840 });
  await portal.getByRole("navigation", { name: admin.menu }).getByText(admin.packs.place).click();
  await portal.getByText(admin.packs.needs("0.9.0")).first().waitFor();
  await look(portal, "program-needed-packs");
  await showAs(portal, { language: "en", scale: 100, dark: true });
  await look(portal, "program-needed-packs-english-dark");
});
