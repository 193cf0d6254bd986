import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { journaledRecords, putRecords } from "#tests/helpers/desk-records.ts";
import { sampleFonds } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look } from "./pictures.ts";

const who = { name: "Nguyễn Thị Mẫu", role: "district-checker", unit: "Huyện Tuy Phước" } as const;
const words = vi.keeping;

async function addPlace(page: Page, folder: string): Promise<void> {
  await page.getByRole("button", { name: words.backups.add }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel(words.backups.folder).fill(folder);
  await page.keyboard.press("Enter");
  await form.waitFor({ state: "hidden" });
}

async function restoreNewest(page: Page, folder: string): Promise<void> {
  await page.getByLabel(words.restore.folder).fill(folder);
  await page.getByRole("button", { name: words.restore.look }).click();
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: words.restore.start }).click();
  await page.getByRole("dialog").getByRole("button", { name: words.restore.title, exact: true }).click();
}

it("backs up, drills, and brings a machine back whose journal was destroyed and whose profile was lost", async () => {
  const folder = temporaryFolder();
  const disk = temporaryFolder();
  const before = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  await answerFirstRun(before.page, who);
  const fonds = ["F1", "F2", "F3"].map((id) => sampleFonds(id, { code: id, scope: "52.550" }));
  await putRecords(before.page, "fonds", fonds);
  await goTo(before.page, "/keeping");
  await before.page.getByText(words.backups.none).first().waitFor();
  await look(before.page, "keeping-empty");
  await addPlace(before.page, disk);
  await before.page.getByRole("button", { name: words.backups.now }).click();
  await before.page.getByText(words.backups.done("3", "0")).waitFor();
  await before.page.getByRole("button", { name: words.backups.drill }).click();
  await before.page.getByText(words.backups.drilled("3", "0")).waitFor();
  await before.page.getByRole("button", { name: words.journal.check }).click();
  await before.page.getByText(words.journal.whole("3")).waitFor();
  await look(before.page, "keeping-light");
  await before.page.emulateMedia({ colorScheme: "dark" });
  await look(before.page, "keeping-dark");
  await before.page.evaluate(() => {
    window.localStorage.setItem("mucluc.scale", "175");
    window.localStorage.setItem("mucluc.language", "en");
  });
  await before.page.reload();
  await before.page.getByRole("heading", { level: 1 }).waitFor();
  await before.page.getByRole("article").waitFor();
  await look(before.page, "keeping-large-english");
  const overflow = await before.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(Math.max(0, overflow)).toBe(0);
  expect(before.errors).toEqual([]);
  await before.close();

  writeFileSync(join(folder, "journal.sqlite"), "no database any more ".repeat(5000));
  rmSync(join(folder, "profile"), { recursive: true, force: true, maxRetries: 5 });
  const after = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  try {
    const { page } = after;
    await page.getByRole("heading", { level: 1, name: words.rescue.title }).waitFor();
    await look(page, "keeping-rescue");
    await restoreNewest(page, disk);
    await page.getByRole("heading", { level: 1, name: vi.shell.home.greeting(who.name) }).waitFor();
    expect(await journaledRecords(page, "fonds")).toHaveLength(3);
    await goTo(page, "/inventory");
    await page.getByText("F2").first().waitFor();
    await page.waitForFunction(() => document.documentElement.dataset["synced"] === "true", null, {
      timeout: 60_000,
    });
    await goTo(page, "/keeping");
    await page.getByText(words.restore.aside).waitFor();
  } finally {
    await after.close();
  }
}, 300_000);

it("fills a repaired journal again from the screen's own copy", async () => {
  const folder = temporaryFolder();
  const before = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  await answerFirstRun(before.page, who);
  const fonds = ["F1", "F2", "F3"].map((id) => sampleFonds(id, { code: id, scope: "52.550" }));
  await putRecords(before.page, "fonds", fonds);
  await goTo(before.page, "/inventory");
  await before.page.getByText("F3").first().waitFor();
  await before.close();

  writeFileSync(join(folder, "journal.sqlite"), "no database any more ".repeat(5000));
  const after = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  try {
    const { page } = after;
    await page.getByRole("heading", { level: 1, name: words.rescue.title }).waitFor();
    await page.getByRole("button", { name: words.journal.repair }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: words.journal.repairTitle, exact: true })
      .click();
    await page.getByRole("heading", { level: 1, name: vi.shell.home.greeting(who.name) }).waitFor();
    await expect
      .poll(async () => (await journaledRecords(page, "fonds")).length, { timeout: 60_000, interval: 500 })
      .toBe(3);
  } finally {
    await after.close();
  }
}, 300_000);

it("keeps work out of a journal that was found broken, says so, and takes in what was typed once it is repaired", async () => {
  const folder = temporaryFolder();
  const before = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  await answerFirstRun(before.page, who);
  const fonds = ["F1", "F2", "F3"].map((id) => sampleFonds(id, { code: id, scope: "52.550" }));
  await putRecords(before.page, "fonds", fonds);
  await before.close();

  const journal = new DatabaseSync(join(folder, "journal.sqlite"));
  journal.exec(`PRAGMA journal_mode = DELETE; DROP TRIGGER entries_never_change;
    UPDATE entries SET hash = '${"e".repeat(64)}' WHERE seq = 2`);
  journal.close();
  const after = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  try {
    const { page } = after;
    await goTo(page, "/keeping");
    await page.getByRole("button", { name: words.journal.check }).click();
    await page.getByText(words.journal.broken("2")).first().waitFor();
    await page.getByText(words.journal.brokenSafe).first().waitFor();
    await page.getByText(words.room.alarms.chain).first().waitFor();
    await look(page, "keeping-broken");

    await goTo(page, "/inventory");
    await page.getByText("F2").first().waitFor();
    await page.getByRole("button", { name: vi.inventory.newFonds }).first().click();
    const form = page.getByRole("dialog");
    await form.getByLabel(vi.inventory.fonds.code, { exact: false }).fill("F4");
    await form.getByLabel(vi.inventory.fonds.name, { exact: false }).fill("Ủy ban nhân dân xã Mẫu");
    await page.keyboard.press("Enter");
    await form.waitFor({ state: "hidden" });
    await page.getByText("F4").first().waitFor();
    expect(await journaledRecords(page, "fonds")).toHaveLength(3);
    await page.getByText(vi.shell.status.unsaved(1)).waitFor();
    await page.getByText(vi.inventory.notYetSaved("F4")).waitFor();
    await look(page, "keeping-broken-typed");

    await goTo(page, "/keeping");
    await page.getByRole("button", { name: words.journal.repair }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: words.journal.repairTitle, exact: true })
      .click();
    await expect
      .poll(async () => (await journaledRecords(page, "fonds").catch(() => [])).length, {
        timeout: 60_000,
        interval: 500,
      })
      .toBe(4);
  } finally {
    await after.close();
  }
}, 300_000);
