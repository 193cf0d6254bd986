import { expect, it, onTestFinished } from "vitest";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { openUnits } from "./open-units.ts";
import { look, showAs } from "./pictures.ts";
import { center, letIn, sendDocuments } from "./portal-store.ts";

const { units } = vi.portal.admin;
/** A day that is to come whenever this is run. */
const year = new Date().getFullYear() + 1;
const due = `01/07/${year}`;

it("amendments are decided ahead of their day: a merger is seen as such, a new name is withdrawn with a reason", async () => {
  const folder = temporaryFolder();
  const given = letIn(folder, "quan.tv", "portal-administrator");
  const province = await startProvince(folder, [{ ...center, deviceId: "may-trung-tam" }]);
  onTestFinished(() => province.stop());
  await sendDocuments(province.address);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await openUnits(browser, province.address, given);
  const dialog = page.getByRole("dialog");
  const tell = async () => {
    await dialog.getByLabel(units.act).fill(`Nghị quyết số 18/NQ-UBTVQH16 ngày 20/3/${year}`);
    await dialog.getByLabel(units.reason).fill("Sắp xếp lại các xã của tỉnh");
    await dialog.getByRole("button", { name: units.try }).click();
    await dialog.getByText(units.dueHint(due)).waitFor();
  };

  await page.getByLabel(units.find).fill("21964");
  await page.getByRole("button", { name: units.changeOf("Xã Tuy Phước Bắc (21964)") }).click();
  await dialog.getByRole("combobox", { name: units.to, exact: true }).fill("21952");
  await dialog.getByRole("option", { name: /Xã Tuy Phước \(21952\)/ }).click();
  await dialog.getByLabel(units.on).fill(due);
  await tell();
  await look(page, "portal-units-ahead");
  await dialog.getByRole("button", { name: units.plan }).click();
  await page.getByText(units.planned(due)).waitFor();

  await page.getByLabel(units.find).fill("21952");
  await page.getByRole("button", { name: units.changeOf("Xã Tuy Phước (21952)") }).click();
  await dialog.getByLabel(units.kind).selectOption("rename");
  await dialog.getByLabel(units.name).fill("Phường Tuy Phước");
  await dialog.getByLabel(units.nameDay).fill(due);
  await tell();
  await dialog.getByRole("button", { name: units.plan }).click();
  const renamed = page.getByRole("article", {
    name: units.said.renameOn("Xã Tuy Phước", "Phường Tuy Phước", due),
  });
  await renamed.waitFor();
  // Nothing of it is in force.
  await page.getByText(units.amendmentsNone).waitFor();
  await page.getByRole("article", { name: "Xã Tuy Phước Bắc (21964)" }).waitFor({ state: "detached" });
  await look(page, "portal-units-planned");

  await renamed.getByRole("button", { name: units.withdraw }).click();
  await dialog.getByLabel(units.withdrawReason).fill("Nghị quyết chưa được thông qua");
  await look(page, "portal-units-withdraw");
  await dialog.getByRole("button", { name: units.withdraw, exact: true }).click();
  await page.getByText(units.reasonOf("Nghị quyết chưa được thông qua")).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByText(units.plans).scrollIntoViewIfNeeded();
  await look(page, "portal-units-planned-phone");
  await page.setViewportSize({ width: 1280, height: 900 });
  await showAs(page, { language: "en", scale: 100, dark: true });
  await page.getByText(en.portal.admin.units.plans).waitFor();
  await look(page, "portal-units-planned-dark-english");
  expect(await page.getByText(en.portal.admin.units.due(due)).count()).toBe(1);
}, 240_000);
