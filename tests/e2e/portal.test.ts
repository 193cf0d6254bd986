import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look } from "./pictures.ts";

const words = vi.portal;

/** Lets the first administrator in by the command, before the province starts; answers the passphrase. */
function letIn(folder: string, login: string, role: string): string {
  const output = execFileSync(
    process.execPath,
    [
      join("out", "main", "province.js"),
      ...["reader", "--login", login, "--name", "Trần Văn Quản", "--office", "Sở Nội vụ", "--role", role],
      ...["--scope", "52"],
    ],
    { encoding: "utf8", env: { ...process.env, MUCLUC_PROVINCE_DATA: folder, DATABASE_URL: "" } },
  );
  return (JSON.parse(output.trim().split("\n").at(-1) ?? "{}") as { passphrase: string }).passphrase;
}

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
