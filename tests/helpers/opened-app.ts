import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { vi } from "#shared/text/vi.ts";
import type { Role } from "#shared/archive/role.ts";
import { launchWithProfile } from "#tests/helpers/browser.ts";
import { type RunningHost, startHost } from "#tests/helpers/running-host.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export type OpenedApp = {
  page: Page;
  host: RunningHost;
  /** What the page wrote as errors: a broken policy, a failed request, an exception. */
  errors: string[];
  /** Ends the window and the host; `SIGKILL` ends the host as a power cut would. */
  close(signal?: NodeJS.Signals): Promise<void>;
};

/**
 * The built app in a real browser, its data and its browser profile in one folder. `clockShift` sets the page's clock
 * that many milliseconds forward (or back, below zero); `flags` are further ones of the browser.
 */
export async function openApp(
  folder: string,
  environment: Record<string, string> = {},
  clockShift = 0,
  flags: string[] = [],
): Promise<OpenedApp> {
  const host = await startHost(folder, environment);
  const context: BrowserContext = await launchWithProfile(join(folder, "profile"), flags);
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(60_000);
  if (clockShift !== 0) {
    await page.addInitScript((shift) => {
      const real = Date.now.bind(Date);
      Date.now = () => real() + shift;
    }, clockShift);
  }
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(host.address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return {
    page,
    host,
    errors,
    async close(signal) {
      await context.close();
      await host.stop(signal);
    },
  };
}

/** Answers the first run's three questions. */
export async function answerFirstRun(
  page: Page,
  who: { name: string; role: Role; unit: string },
): Promise<void> {
  await page.getByLabel(/Họ và tên/).fill(who.name);
  await page.getByText(vi.common.roles[who.role]).click();
  await page
    .getByRole("combobox")
    .or(page.getByRole("textbox", { name: /Đơn vị/ }))
    .last()
    .fill(who.unit);
  const options = page.getByRole("option");
  const exact = options.filter({ hasText: new RegExp(`^${who.unit}`) }).first();
  await options.first().waitFor();
  await ((await exact.count()) > 0 ? exact : options.first()).click();
  await page.getByRole("button", { name: "Bắt đầu làm việc" }).click();
  await page.getByRole("heading", { level: 1, name: vi.shell.home.greeting(who.name) }).waitFor();
}

/** Opens an address of the app: `/inventory`. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** What the automated accessibility check finds wrong on the page as it stands, a line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: check } = globalThis as unknown as {
      axe: { run: (root: unknown, options: unknown) => Promise<AxeResult> };
    };
    const result = await check.run(document, { resultTypes: ["violations"] });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  });
}

type AxeResult = { violations: { id: string; nodes: { html: string }[] }[] };
