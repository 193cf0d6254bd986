import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { goTo, openApp } from "#tests/helpers/opened-app.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { sampleFonds } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look } from "./pictures.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..", "..");
const texts = vi.enrolment;
const practice = { MUCLUC_PRACTICE: "0" };

/** A province at an address that is known before it runs, so that enrolment files can name it. */
async function openProvince() {
  const folder = temporaryFolder();
  const first = await startProvince(folder, []);
  const { address } = first;
  await first.stop();
  const env = {
    ...process.env,
    DATABASE_URL: "",
    MUCLUC_PROVINCE_DATA: folder,
    MUCLUC_PROVINCE_NAME: "Tỉnh Bình Định",
    MUCLUC_RESOURCES: join(root, "resources"),
  };
  return {
    start: () => startProvince(folder, [], new URL(address).port),
    async enrol(name: string, scope: string, role: string): Promise<string> {
      const file = join(temporaryFolder(), "may.json");
      const machine = ["--scope", scope, "--role", role, "--name", name, "--reason", "Cấp máy đợt 1"];
      const words = [...machine, "--file", file, "--address", address];
      await run(process.execPath, [join(root, "out", "main", "province.js"), "enrol", ...words], { env });
      return readFileSync(file, "utf8");
    },
    async approve(path: string, version: string): Promise<void> {
      const why = ["--version", version, "--scope", "52", "--reason", "Đã thử ở hai huyện"];
      await run(process.execPath, [join(root, "out", "main", "province.js"), "update", path, ...why], {
        env,
      });
    },
  };
}

const installers = ["Muc Luc Setup 0.9.0.exe", "Muc Luc Setup 0.8.0.exe", "setup (1).exe"] as const;

/** A stick with an approved installer, one that was altered since, and one that nobody approved. */
async function makeStick(office: Awaited<ReturnType<typeof openProvince>>): Promise<string> {
  const stick = temporaryFolder();
  for (const name of installers) writeFileSync(join(stick, name), name.repeat(5000));
  await office.approve(join(stick, installers[0]), "0.9.0");
  await office.approve(join(stick, installers[1]), "0.8.0");
  writeFileSync(join(stick, installers[1]), "x");
  return stick;
}

async function checkUpdates(page: Page, stick: string): Promise<void> {
  const section = page.getByRole("region", { name: vi.update.title });
  await section.getByLabel(vi.update.folder).fill(stick);
  await section.getByLabel(vi.update.folder).press("Enter");
  const found = section.getByRole("table", { name: vi.update.found });
  const row = (at: 0 | 1 | 2) => found.getByRole("row").filter({ hasText: installers[at] });
  await row(0).getByText(vi.update.standings.newer).waitFor();
  await row(1).getByText(vi.update.standings.altered).waitFor();
  await row(2).getByText(vi.update.standings["no-sheet"]).waitFor();
  await section.scrollIntoViewIfNeeded();
  await look(page, "updates-on-a-stick");
}

async function letIn(page: Page, file: string, person: string): Promise<void> {
  await page.getByLabel(texts.paste).fill(file);
  await page.getByRole("button", { name: texts.read }).click();
  await page.getByText("Tỉnh Bình Định").waitFor();
  await page.getByLabel(texts.person).fill(person);
  await look(page, "enrolment-confirm");
  await page.getByRole("button", { name: texts.confirm }).click();
  await page.getByRole("heading", { level: 1, name: vi.shell.home.greeting(person) }).waitFor();
}

const sealing = vi.keeping.sealing;

/** Turns the encryption of the data on, on the screen of what is kept; the page comes anew when it is done. */
async function seal(page: Page, passphrase: string): Promise<void> {
  await page.getByRole("button", { name: sealing.turnOn }).click();
  const asked = page.getByRole("dialog", { name: sealing.turnOnTitle });
  await asked.getByLabel(sealing.passphrase, { exact: true }).fill(passphrase);
  await asked.getByLabel(sealing.again, { exact: true }).fill(`${passphrase}!`);
  expect(await asked.getByRole("button", { name: sealing.turnOnButton }).getAttribute("aria-disabled")).toBe(
    "true",
  );
  await look(page, "sealing-asked");
  await asked.getByLabel(sealing.again, { exact: true }).fill(passphrase);
  await page.keyboard.press("Enter");
  await page.getByText(sealing.databases.encrypted).waitFor();
  await page.getByText(sealing.byPassphrase).waitFor();
}

/** Opens what was locked since the start, after one passphrase that is another. */
async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name: sealing.lockedDesk }).waitFor();
  await page.getByLabel(sealing.passphraseOrCode).fill("một câu khác hẳn");
  await page.getByRole("button", { name: sealing.open }).click();
  await page.getByRole("alert").waitFor();
  await look(page, "desk-locked");
  await page.getByLabel(sealing.passphraseOrCode).fill(passphrase);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: sealing.lockedDesk }).waitFor({ state: "hidden" });
  await page.getByRole("navigation").first().waitFor();
}

test("a machine is let in by the province's file at its first run, and keeps its token out of the settings", async () => {
  const office = await openProvince();
  const file = await office.enrol("Máy 1", "52.550", "district-checker");
  const stick = await makeStick(office);
  const province = await office.start();
  onTestFinished(() => province.stop());
  const folder = temporaryFolder();
  const app = await openApp(folder, practice);
  onTestFinished(() => app.close());
  const { page } = app;
  await page.getByLabel(texts.paste).fill("xin chào");
  await page.getByRole("button", { name: texts.read }).click();
  await page.getByText(texts.problems["not-a-file"]).waitFor();
  await letIn(page, file, "Lê Thị Kiểm");
  await goTo(page, "/settings");
  await page.getByRole("region", { name: vi.parcel.title }).getByText(vi.parcel.none).waitFor();
  await page.getByRole("region", { name: vi.settings.province }).getByText(texts.pinned).waitFor();
  await look(page, "enrolment-settings");
  await checkUpdates(page, stick);
  const secrets = readFileSync(join(folder, "secrets.json"), "utf8");
  expect(secrets).toContain("province-token");
  expect(readFileSync(join(folder, "settings.json"), "utf8")).not.toContain('"token"');
  expect(readdirSync(folder)).toContain("secrets.json");
  expect(app.errors).toEqual([]);
});

test("a commune's records go to its district on a stick and are told to have arrived; a copied profile is asked about", async () => {
  const office = await openProvince();
  const ofCentre = await office.enrol("Trung tâm Tuy Phước", "52.550", "district-checker");
  const ofVillage = await office.enrol("Máy xã Phước Lộc", "52.550.21976", "commune-preparer");
  const province = await office.start();
  const centre = await openApp(temporaryFolder(), practice);
  onTestFinished(() => centre.close());
  await letIn(centre.page, ofCentre, "Lê Thị Kiểm");
  const folder = temporaryFolder();
  const village = await openApp(folder, practice);
  await letIn(village.page, ofVillage, "Trần Văn Xã");
  const { page } = village;
  await goTo(page, "/settings");
  const sending = page.getByRole("region", { name: vi.parcel.title });
  // It hears at the line of the centre that may open its parcels; after that there is no line any more.
  await expect
    .poll(
      async () => {
        await page.reload();
        await sending.getByText(vi.parcel.centres).waitFor();
        return sending.getByText(vi.parcel.provinceAnd("Trung tâm Tuy Phước")).count();
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toBe(1);
  await province.stop();

  await putRecords(page, "fonds", [sampleFonds("F1", { code: "F1", scope: "52.550.21976" })]);
  const stick = temporaryFolder();
  await sending.getByLabel(vi.parcel.folder).fill(stick);
  await sending.getByRole("button", { name: vi.parcel.write }).click();
  await sending.getByRole("table").getByText(vi.parcel.waiting).waitFor();
  await look(page, "parcel-written");

  await goTo(centre.page, "/settings");
  const taking = centre.page.getByRole("region", { name: vi.takenParcels.title });
  await taking.getByLabel(vi.takenParcels.folder).fill(stick);
  await taking.getByLabel(vi.takenParcels.folder).press("Enter");
  await taking.getByRole("button", { name: vi.takenParcels.take, exact: true }).click();
  await taking.getByText(vi.takenParcels.outcome("1", "0", "0", "0")).waitFor();
  await taking.scrollIntoViewIfNeeded();
  await look(centre.page, "parcel-taken");

  const [arrival] = readdirSync(stick).filter((name) => name.endsWith(".huyen"));
  await sending.locator("input[type=file]").setInputFiles(join(stick, arrival ?? ""));
  await sending.getByText(/^Đã tới .*Tuy Phước/).waitFor();
  await sending.scrollIntoViewIfNeeded();
  await look(page, "parcel-arrived");

  await goTo(page, "/keeping");
  await page.getByRole("button", { name: vi.diagnosis.ask }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^machine.json/ })
    .waitFor();
  await look(page, "diagnosis-dialog");
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: vi.keeping.sealing.title }).scrollIntoViewIfNeeded();
  await look(page, "sealing-off");
  const passphrase = "bốn từ không liên quan";
  await seal(page, passphrase);
  await page.getByRole("region", { name: sealing.title }).scrollIntoViewIfNeeded();
  await look(page, "sealing-on");
  expect([...centre.errors, ...village.errors]).toEqual([]);
  await village.close();

  const locked = await openApp(folder, practice);
  await unlock(locked.page, passphrase);
  await goTo(locked.page, "/keeping");
  await locked.page.getByText(sealing.byPassphrase).waitFor();
  expect(locked.errors).toEqual([]);
  await locked.close();

  const elsewhere = await openApp(folder, {
    ...practice,
    MUCLUC_MACHINE: join(temporaryFolder(), "machine"),
  });
  onTestFinished(() => elsewhere.close());
  await unlock(elsewhere.page, passphrase);
  const asked = elsewhere.page.getByRole("dialog", { name: vi.keeping.copied.title });
  await asked.waitFor();
  await look(elsewhere.page, "copied-profile");
  await asked.getByRole("button", { name: vi.keeping.copied.moved }).click();
  await asked.waitFor({ state: "hidden" });
});
