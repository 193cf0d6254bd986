import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium } from "playwright-core";

const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** A Chromium for tests: `MUCLUC_TEST_BROWSER`, else the system's, else the one that comes from npm. */
export async function findTestBrowser(): Promise<string> {
  const chosen = process.env["MUCLUC_TEST_BROWSER"];
  if (chosen) return chosen;
  const system = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
  if (system) return system;
  if (!hasLibraries()) process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
  const packaged = await import("@sparticuz/chromium");
  return packaged.default.executablePath();
}

/** Whether the system has the libraries Chromium wants; where not, the npm package unpacks its own copies. */
function hasLibraries(): boolean {
  return spawnSync("ldconfig", ["-p"], { encoding: "utf8" }).stdout.includes("libnss3.so");
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findTestBrowser(), args: flags, headless: true });
}

/** A browser with a profile on disk, so that a test can close it, open it again, or take the profile away. */
export async function launchWithProfile(profile: string, more: string[] = []): Promise<BrowserContext> {
  const executablePath = await findTestBrowser();
  const launch = () =>
    chromium.launchPersistentContext(profile, {
      executablePath,
      args: [...flags, ...more],
      headless: true,
      viewport: { width: 1280, height: 840 },
      locale: "vi-VN",
    });
  // The packaged browser now and then crashes as it starts, before any page: that is no finding about the app.
  return launch().catch(launch);
}
