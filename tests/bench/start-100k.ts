import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { vi } from "#shared/text/vi.ts";
import { openDesk } from "#electron/desk.ts";
import { type Bench, figure, median } from "#tests/bench/figure.ts";
import { makeRecords } from "#tests/bench/make-records.ts";
import { launchWithProfile } from "#tests/helpers/browser.ts";
import { startHost } from "#tests/helpers/running-host.ts";

const root = join(import.meta.dirname, "..", "..");
const count = 100_000;
const runs = 3;

const passphrase = "bốn từ không liên quan";
const { sealing } = vi.keeping;

/**
 * From starting the host to a usable inventory, with 100,000 records on the machine and with none; and with them
 * encrypted, the passphrase given as soon as it is asked for.
 */
export const start100k: Bench = {
  name: "start-100k",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    try {
      await prepare(join(folder, "empty"), 0);
      await prepare(join(folder, "full"), count);
      await startOnce(join(folder, "empty"), 0);
      say("the screen's database is filled from the journal");
      await startOnce(join(folder, "full"), count);
      await prepare(join(folder, "sealed"), count);
      await startOnce(join(folder, "sealed"), count, seal);
      say("another machine is encrypted");
      const empty: number[] = [];
      const full: number[] = [];
      const sealed: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        empty.push(await startOnce(join(folder, "empty"), 0));
        full.push(await startOnce(join(folder, "full"), 0));
        sealed.push(await startOnce(join(folder, "sealed"), 0, undefined, open));
        say(`run ${run + 1} of ${runs}`);
      }
      return [
        figure("start-100k", "ms", median(full), median(empty), { atMost: 1.5 }),
        figure("start-100k-encrypted", "ms", median(sealed), median(full), { atMost: 2 }),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

/** A machine set up, with one fonds, and as many items as asked. */
async function prepare(folder: string, items: number): Promise<void> {
  const desk = await openDesk({
    folder,
    resources: join(root, "resources"),
    host: "loopback",
    startPractice: undefined,
    report: (error) => console.error(error),
  });
  await desk.handlers["session.save"]({ name: "Bench", role: "district-checker", scope: "52.550" });
  const made = makeRecords(items, items === 0 ? 0 : 1000, 7);
  const push = (collection: "fonds" | "files" | "items", records: readonly { id: string }[]) =>
    desk.handlers["records.push"]({
      collection,
      rows: records.map((record) => ({ newDocumentState: record })),
    });
  await push("fonds", [made.fonds]);
  await push("files", made.files);
  for (let at = 0; at < items; at += 1000) await push("items", made.items.slice(at, at + 1000));
  await desk.close();
}

/** Turns the encryption of a machine on, on its screen. */
async function seal(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = "#/keeping";
  });
  await page.getByRole("button", { name: sealing.turnOn }).click();
  const asked = page.getByRole("dialog", { name: sealing.turnOnTitle });
  await asked.getByLabel(sealing.passphrase, { exact: true }).fill(passphrase);
  await asked.getByLabel(sealing.again, { exact: true }).fill(passphrase);
  await page.keyboard.press("Enter");
  await page.getByText(sealing.databases.encrypted).waitFor({ timeout: 600_000 });
}

/** Gives the passphrase that is asked for. */
async function open(page: Page): Promise<void> {
  await page.getByLabel(sealing.passphraseOrCode).fill(passphrase);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: sealing.lockedDesk }).waitFor({ state: "hidden" });
}

/**
 * Milliseconds from the start of the host until the inventory shows its fonds; then waits until `pulled` items are in
 * RxDB. What is to be done on the page first counts, what is done when it is open does not.
 */
async function startOnce(
  folder: string,
  pulled: number,
  after?: (page: Page) => Promise<void>,
  first?: (page: Page) => Promise<void>,
): Promise<number> {
  const start = performance.now();
  const host = await startHost(folder, { MUCLUC_PRACTICE: "0" });
  const context = await launchWithProfile(join(folder, "profile"));
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(host.address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await first?.(page);
    await page.evaluate(() => {
      window.location.hash = "#/inventory";
    });
    await page.getByText("Phông Ủy ban nhân dân huyện Tuy Phước").first().waitFor();
    const took = performance.now() - start;
    if (pulled > 0)
      await page.waitForFunction(() => document.documentElement.dataset["synced"] === "true", null, {
        timeout: 600_000,
      });
    await after?.(page);
    return took;
  } finally {
    await context.close();
    await host.stop();
  }
}
