import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { journaledRecords, putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.terms;
const commune = {
  token: "token-of-the-commune-0001",
  scope: "52.550.21952",
  role: "commune-preparer",
} as const;
const officer = { token: "token-of-the-officer-0001", scope: "52", role: "province-officer" } as const;
const wrong = "HTX nông nghiệp 1 Lộc Sơn";
const right = "Hợp tác xã Nông nghiệp Một Lộc Sơn";
const signer = "Nguyễn Thị Ngọc Ánh";

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const option = (page: Page, name: string | RegExp) => page.getByRole("option", { name, exact: true });

async function openMachine(
  who: typeof commune | typeof officer,
  name: string,
  unit: string,
  address: string,
) {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 840 });
  await answerFirstRun(page, { name, role: who.role, unit });
  await goTo(page, "/settings");
  await page.getByLabel(vi.settings.address).fill(address);
  await page.getByLabel(vi.settings.token).fill(who.token);
  await button(page, vi.settings.connect).click();
  await page.getByText(vi.settings.provinceKinds.real, { exact: true }).waitFor();
  return app;
}

/** Goes to a column of the grid's row by the arrows. */
async function toCell(page: Page, title: string, row: number) {
  const cell = page.getByLabel(new RegExp(`^${title}, .*${row}$`));
  await page.locator("input[aria-label*=TT]").last().focus();
  await page.keyboard.press("Control+Home");
  for (let step = 1; step < row; step += 1) await page.keyboard.press("ArrowDown");
  for (let step = 0; step < 20 && (await cell.count()) === 0; step += 1)
    await page.keyboard.press("ArrowRight");
  return cell;
}

it("offers a unit's new names at once, and the province's word on them once it has decided", async () => {
  const enrolments = [
    { ...commune, deviceId: "e2e-commune" },
    { ...officer, deviceId: "e2e-officer" },
  ];
  const province = await startProvince(temporaryFolder(), enrolments);
  onTestFinished(() => province.stop());
  const xa = await openMachine(commune, "Trần Thị Xã", "Thị trấn Tuy Phước", province.address);
  const { page } = xa;
  await putRecords(page, "fonds", [sampleFonds("fonds-1")]);
  await putRecords(page, "files", [sampleFile("file-1")]);
  await putRecords(
    page,
    "items",
    Array.from({ length: 4 }, (_, at) =>
      sampleItem(`item-${at}`, { ordinal: at + 1, number: String(at + 1), issuer: "", signer: "" }),
    ),
  );

  // A name typed into the grid is kept as typed, and offered in the next row with the mark that it waits.
  await goTo(page, "/inventory/file/file-1");
  await page.getByText(vi.grid.rows("4"), { exact: true }).waitFor();
  const names = vi.inventory.item;
  await toCell(page, names.issuer, 1);
  await page.keyboard.type(wrong);
  await page.keyboard.press("Enter");
  await toCell(page, names.signer, 1);
  await page.keyboard.type(signer);
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => (await journaledRecords(page, "terms")).map(({ label }) => label).sort())
    .toEqual([wrong, signer].sort());
  await toCell(page, names.issuer, 2);
  await page.keyboard.type("htx nong");
  await option(page, new RegExp(`^${wrong} ?${words.waits}$`)).waitFor();
  await page.keyboard.press("ArrowDown");
  await look(page, "terms-grid");
  await page.emulateMedia({ colorScheme: "dark" });
  await look(page, "terms-grid-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.keyboard.press("Enter");
  const issuerOf = async (id: string) =>
    (await journaledRecords(page, "items")).find((one) => one.id === id)?.issuer;
  await expect.poll(() => issuerOf("item-1")).toBe(wrong);

  // The form offers it too.
  await button(page, vi.grid.byForm).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("combobox", { name: new RegExp(`^${names.issuer}`) }).pressSequentially("htx");
  await option(page, new RegExp(`^${wrong}`)).waitFor();
  await look(page, "terms-form");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });

  // The officer merges one name into the right one and accepts the other, by the keyboard alone.
  const tinh = await openMachine(officer, "Võ Thị Tỉnh", "Tỉnh Bình Định", province.address);
  const its = tinh.page;
  await expect
    .poll(
      async () => {
        await goTo(its, "/settings");
        await goTo(its, "/province");
        await its.waitForTimeout(500);
        return its.getByText(wrong, { exact: true }).count();
      },
      { timeout: 90_000, interval: 1000 },
    )
    .toBe(1);
  await its.getByText(words.province.title, { exact: true }).scrollIntoViewIfNeeded();
  await look(its, "terms-province");
  await showAs(its, { language: "en", scale: 175, dark: true });
  await its.getByText(wrong, { exact: true }).scrollIntoViewIfNeeded();
  await look(its, "terms-province-en-175");
  await showAs(its, { language: "vi", scale: 100, dark: false });
  await its.getByText(wrong, { exact: true }).waitFor();
  await its.getByLabel(words.province.intoOf(wrong)).focus();
  await its.keyboard.type(right);
  await its.keyboard.press("Tab");
  await its.keyboard.press("Tab");
  await look(its, "terms-province-merge");
  await expect
    .poll(() => button(its, words.province.mergeOne(wrong)).evaluate((one) => one === document.activeElement))
    .toBe(true);
  await its.keyboard.press("Enter");
  await its.getByText(words.province.merged(wrong, right)).waitFor();
  await button(its, words.province.acceptOne(signer)).focus();
  await its.keyboard.press("Enter");
  await its.getByText(words.province.none).waitFor();
  await look(its, "terms-province-none");

  // The machine hears of it: what was typed brings the right name, which waits no more; records stay as they were.
  await page.bringToFront();
  await goTo(page, "/inventory/file/file-1");
  await page.getByText(vi.grid.rows("4"), { exact: true }).waitFor();
  await expect
    .poll(
      async () => {
        await toCell(page, names.issuer, 3);
        await page.keyboard.type("htx nong nghiep 1");
        await page.waitForTimeout(300);
        const offered = await page.getByRole("option").allInnerTexts();
        await page.keyboard.press("Escape");
        await page.keyboard.press("Escape");
        return offered;
      },
      { timeout: 90_000, interval: 2000 },
    )
    .toEqual([right]);
  expect(await issuerOf("item-1")).toBe(wrong);
  expect([...xa.errors, ...tinh.errors]).toEqual([]);
}, 300_000);
