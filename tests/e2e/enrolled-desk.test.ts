import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { accessibilityFaults, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..", "..");

/** Looks: with `SHOTS` set to a folder, pictures of what the test walks through are left there. */
const shots = process.env["SHOTS"];

test("a machine is let in by the province's file at its first run, and keeps its token out of the settings", async () => {
  const provinceFolder = temporaryFolder();
  const file = join(temporaryFolder(), "may-1.json");
  // The file is made first: it names the address at which the province will then be found.
  const first = await startProvince(provinceFolder, []);
  const { address } = first;
  await first.stop();
  const { port } = new URL(address);
  const words = ["--scope", "52.550", "--role", "district-checker", "--name", "Máy 1", "--file", file];
  const env = {
    ...process.env,
    DATABASE_URL: "",
    MUCLUC_PROVINCE_DATA: provinceFolder,
    MUCLUC_PROVINCE_NAME: "Tỉnh Bình Định",
    MUCLUC_RESOURCES: join(root, "resources"),
  };
  const built = join(root, "out", "main", "province.js");
  await run(process.execPath, [built, "enrol", ...words, "--address", address], { env });
  const province = await startProvince(provinceFolder, [], port);
  onTestFinished(() => province.stop());

  const folder = temporaryFolder();
  const app = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page } = app;
  const texts = vi.enrolment;
  const shot = async (name: string) => {
    if (shots) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  };
  await page.getByLabel(texts.paste).fill("xin chào");
  await page.getByRole("button", { name: texts.read }).click();
  await page.getByText(texts.problems["not-a-file"]).waitFor();
  await page.getByLabel(texts.paste).fill(readFileSync(file, "utf8"));
  await page.getByRole("button", { name: texts.read }).click();
  await page.getByText("Tỉnh Bình Định").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await shot("1-confirm");
  await page.getByLabel(texts.person).fill("Lê Thị Kiểm");
  await page.getByRole("button", { name: texts.confirm }).click();
  await page.getByRole("heading", { level: 1, name: vi.shell.home.greeting("Lê Thị Kiểm") }).waitFor();

  await goTo(page, "/settings");
  const parcels = page.getByRole("region", { name: vi.parcel.title });
  await parcels.getByText(vi.parcel.none).waitFor();
  await page.getByRole("region", { name: vi.settings.province }).getByText(texts.pinned).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await shot("2-settings");
  await parcels.scrollIntoViewIfNeeded();
  await shot("3-parcels");
  const secrets = readFileSync(join(folder, "secrets.json"), "utf8");
  expect(secrets).toContain("province-token");
  expect(readFileSync(join(folder, "settings.json"), "utf8")).not.toContain('"token"');
  expect(readdirSync(folder)).toContain("secrets.json");
  expect(app.errors).toEqual([]);
});
