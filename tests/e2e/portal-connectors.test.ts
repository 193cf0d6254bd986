import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";
import { enterFirst } from "./portal-enter.ts";
import { center, letIn, sendDocuments } from "./portal-store.ts";

const words = vi.portal;
const enrolled = { ...center, deviceId: "trung-tam", name: "Trung tâm Tuy Phước" };

it("an administrator sees what a connector carries, what was taken in, and what was not sent and why", async () => {
  const folder = temporaryFolder();
  const passphrase = letIn(folder, "quan.tv", "portal-administrator");
  const first = await startProvince(folder, [enrolled]);
  await sendDocuments(first.address);
  const offered = async () =>
    (await fetch(`${first.address}/oai?verb=ListIdentifiers&metadataPrefix=oai_dc`)).text();
  await expect.poll(offered, { timeout: 60_000, interval: 500 }).toContain("items/one");
  await first.stop();
  const place = join(temporaryFolder(), "phan-mem-luu-tru");
  mkdirSync(place);
  const command = (...more: string[]) =>
    execFileSync(process.execPath, [join("out", "main", "province.js"), "connector", ...more], {
      encoding: "utf8",
      env: { ...process.env, MUCLUC_PROVINCE_DATA: folder, DATABASE_URL: "" },
    });
  const where = ["--scope", "52", "--level", "open", "--mapping", "kho-du-lieu-dung-chung"];
  const more = ["--carries", "pdfs,aip-packages", "--reason", "Theo thỏa thuận số 3 với Sở"];
  command("add", "--name", "Phần mềm quản lý kho lưu trữ lịch sử", "--to", place, ...where, ...more);
  command("run");
  expect(readdirSync(place).filter((name) => name.endsWith(".pdf"))).toHaveLength(1);

  const province = await startProvince(folder, [enrolled]);
  onTestFinished(() => province.stop());
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 1000 } });
  page.setDefaultTimeout(60_000);
  await enterFirst(page, province.address, "quan.tv", passphrase);
  await page.getByRole("link", { name: words.admin.title }).click();
  const { partners, connectors } = words.admin;
  await page.getByRole("link", { name: partners.place }).click();
  const row = page.getByRole("article", { name: "Phần mềm quản lý kho lưu trữ lịch sử" });
  await row.getByText(connectors.carried["aip-packages"]).waitFor();
  await row.getByRole("cell", { name: connectors.kinds.pdfs }).waitFor();
  await row.getByText(connectors.own.closed).waitFor();
  await look(page, "portal-admin-connectors");
  await page.getByRole("button", { name: partners.add }).click();
  await page.getByLabel(partners.pdfs).selectOption("reading");
  await look(page, "portal-admin-partner-pdfs");
  await page.getByRole("button", { name: partners.cancel }).last().click();
  await page.setViewportSize({ width: 390, height: 844 });
  await row.scrollIntoViewIfNeeded();
  await look(page, "portal-admin-connectors-phone");
  await showAs(page, { language: "en", scale: 100, dark: true });
  await look(page, "portal-admin-connectors-dark");
});
