import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { openLine } from "#tests/helpers/network-line.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const unit = "Ủy ban nhân dân thị trấn Tuy Phước";
const commune = { scope: "52.550.21952", role: "commune-preparer" } as const;
const tokens = ["token-of-the-first-00001", "token-of-the-second-0001"] as const;
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });

async function openMachine(name: string, token: string, address: string) {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page } = app;
  await page.setViewportSize({ width: 1600, height: 1000 });
  await answerFirstRun(page, { name, role: commune.role, unit: "Thị trấn Tuy Phước" });
  await goTo(page, "/settings");
  await page.getByLabel(vi.settings.address).fill(address);
  await page.getByLabel(vi.settings.token).fill(token);
  await button(page, vi.settings.connect).click();
  await page.getByText(vi.settings.provinceKinds.real, { exact: true }).waitFor();
  await goTo(page, "/inventory");
  return page;
}

/** Lists one file of box 12 in the grid, by a pasted row. */
async function listFile(page: Page, title: string) {
  await page.getByText(unit).first().click();
  await button(page, new RegExp(`^${vi.grid.newRow}`))
    .first()
    .click();
  await page.getByRole("grid").waitFor();
  await page.keyboard.press("Home");
  const row = ["P21952.12.0001", "", "01", title, "2016", "2016", "Vĩnh viễn", "10", "20", "01", "12"];
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const pasted = { clipboardData: data, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", pasted));
  }, row.join("\t"));
  await page.getByText(vi.grid.rows("1"), { exact: true }).waitFor();
}

it("keeps and shows the files that two machines list in one box while the line is cut", async () => {
  const enrolments = tokens.map((token, at) => ({ ...commune, token, deviceId: `e2e-${at}` }));
  const province = await startProvince(temporaryFolder(), enrolments);
  onTestFinished(() => province.stop());
  const line = await openLine(province.address);
  onTestFinished(() => line.close());
  const one = await openMachine("Trần Thị Một", tokens[0], line.address);
  const other = await openMachine("Lê Văn Hai", tokens[1], line.address);
  await button(one, vi.inventory.newFonds).first().click();
  const form = one.getByRole("dialog");
  await form.getByLabel(vi.inventory.fonds.code, { exact: false }).first().fill("P21952");
  await form.getByLabel(vi.inventory.fonds.name, { exact: false }).fill(unit);
  await button(one, vi.common.save).click();
  await form.waitFor({ state: "hidden" });
  await other.getByText(unit).first().waitFor({ timeout: 90_000 });

  line.cut();
  await listFile(one, "Hồ sơ lập ở máy một");
  await listFile(other, "Hồ sơ lập ở máy hai");
  line.mend();
  for (const page of [one, other]) {
    const review = button(page, new RegExp(`^${vi.grid.changed}`));
    await review.waitFor({ timeout: 120_000 });
    await review.click();
    await page.getByText(vi.grid.rows("2"), { exact: true }).waitFor();
    for (const title of ["Hồ sơ lập ở máy một", "Hồ sơ lập ở máy hai"])
      await page.getByRole("gridcell", { name: title }).waitFor();
    await page.getByRole("treeitem", { name: new RegExp(vi.grid.tree.box("12")) }).waitFor();
  }
  expect(await one.getByRole("gridcell", { name: "P21952.12.0001" }).count()).toBe(2);
}, 300_000);
