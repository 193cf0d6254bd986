import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { walkJourney } from "#tests/helpers/walk-journey.ts";
import { look } from "./pictures.ts";

const who = { name: "Nguyễn Thị Mẫu", role: "district-checker", unit: "Huyện Tuy Phước" } as const;
const places = ["/", "/inventory", "/batches", "/capture", "/check", "/search", "/sample", "/settings"];

/** What the desk's journal holds, asked over the page's own wire. */
function journaled(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(async () => {
    const ask = async (name: string, input: object) => {
      const init = {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      };
      return ((await (await fetch(`/call/${name}`, init)).json()) as { value: unknown }).value;
    };
    const digests = ["fonds", "batches", "files", "items", "pages"].map((collection) =>
      ask("records.digest", { collection }),
    );
    return { overview: await ask("counts.overview", {}), digests: await Promise.all(digests) };
  });
}

async function addFonds(page: Page, code: string, name: string): Promise<void> {
  await writeFonds(page, code, name);
  await page.getByText(vi.shell.status.savedAt("").trim()).first().waitFor();
}

async function writeFonds(page: Page, code: string, name: string): Promise<void> {
  await goTo(page, "/inventory");
  await page.getByRole("button", { name: vi.inventory.newFonds }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel(vi.inventory.fonds.code, { exact: false }).fill(code);
  await form.getByLabel(vi.inventory.fonds.name, { exact: false }).fill(name);
  await page.getByRole("button", { name: vi.common.save, exact: true }).click();
  await form.waitFor({ state: "hidden" });
}

it("walks the sample journey; every screen is accessible in both colours, both languages and the largest size", async () => {
  const app = await openApp(temporaryFolder());
  try {
    const { page } = app;
    await look(page, "first-run");
    await answerFirstRun(page, who);
    const lines: string[] = [];
    await walkJourney(page, (line) => lines.push(line));
    expect(lines).toHaveLength(8);
    await page.getByRole("dialog").locator("canvas").first().waitFor();
    await page.keyboard.press("Escape");
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const place of places) {
        await goTo(page, place);
        await look(page, `${scheme}-${place === "/" ? "home" : place.slice(1)}`);
      }
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.evaluate(() => {
      window.localStorage.setItem("mucluc.scale", "175");
      window.localStorage.setItem("mucluc.language", "en");
    });
    await page.reload();
    for (const place of places) {
      await goTo(page, place);
      await look(page, `large-english-${place === "/" ? "home" : place.slice(1)}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect({ place, overflow: Math.max(0, overflow) }).toEqual({ place, overflow: 0 });
    }
    expect(app.errors).toEqual([]);
  } finally {
    await app.close();
  }
}, 600_000);

it("brings every record back after a power cut and a lost browser profile", async () => {
  const folder = temporaryFolder();
  const before = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  await answerFirstRun(before.page, who);
  await addFonds(before.page, "P1", "Phông thử mất điện");
  const held = await journaled(before.page);
  await before.close("SIGKILL");
  rmSync(join(folder, "profile"), { recursive: true, force: true, maxRetries: 5 });

  const after = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  try {
    expect(await journaled(after.page)).toEqual(held);
    await goTo(after.page, "/inventory");
    await after.page.getByText("Phông thử mất điện").first().waitFor();
    await after.page.waitForFunction(() => document.documentElement.dataset["synced"] === "true", null, {
      timeout: 60_000,
    });
  } finally {
    await after.close();
  }
}, 300_000);

it("saves an edit made after the clock was set back three days, when the app closed before it was sent", async () => {
  const folder = temporaryFolder();
  const before = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  await answerFirstRun(before.page, who);
  await addFonds(before.page, "P1", "Phông trước khi lùi đồng hồ");
  await before.close();

  const after = await openApp(folder, { MUCLUC_PRACTICE: "0" }, -3 * 86_400_000);
  try {
    const { page } = after;
    expect(await page.evaluate(() => Date.now())).toBeLessThan(Date.now() - 250_000_000);
    await page.route("**/call/records.push", (route) => route.abort());
    await writeFonds(page, "P2", "Phông sau khi lùi đồng hồ");
    await page.getByText(/^Đang lưu/).waitFor();
    expect((await journaled(page))["overview"]).toMatchObject({ fonds: 1 });
    // The page is gone with its memory of what waits; RxDB's own checkpoint says that everything was sent.
    await page.unroute("**/call/records.push");
    await page.reload();
    await expect
      .poll(async () => (await journaled(page))["overview"], { timeout: 30_000, interval: 500 })
      .toMatchObject({ fonds: 2 });
  } finally {
    await after.close();
  }
}, 300_000);
