import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const root = join(import.meta.dirname, "..", "..");
const main = join(root, "out", "main", "main.js");
const runtime = join(
  root,
  "node_modules",
  "electron",
  "dist",
  process.platform === "win32" ? "electron.exe" : "electron",
);

describe("the Electron entry, built, against a stand-in for the electron module", () => {
  it("opens a sealed window whose page reaches the desk through the preload script", async () => {
    const data = temporaryFolder();
    const child = spawn(
      process.execPath,
      ["--import", join(import.meta.dirname, "stand-in", "register.ts"), main],
      {
        env: { ...process.env, MUCLUC_DATA: data },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    onTestFinished(() => void child.kill("SIGKILL"));
    const errors: string[] = [];
    createInterface({ input: child.stderr }).on("line", (line) => errors.push(line));
    const opened = await new Promise<{ window: string; page: string }>((resolve, reject) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        if (line.startsWith('{"window"')) resolve(JSON.parse(line) as { window: string; page: string });
      });
      void ended.then(() => reject(new Error(errors.join("\n"))));
    });

    const browser = await chromium.connectOverCDP(opened.window);
    const page = browser.contexts()[0]?.pages()[0];
    if (!page) throw new Error("no page");
    await page.getByRole("heading", { level: 1 }).waitFor();
    const answer = await page.evaluate(() => window.mucluc?.call("session.read", {}));
    expect(answer).toMatchObject({ ok: true, value: { host: "electron", profile: null } });
    const refused = await page.evaluate(() => window.mucluc?.call("no.such.call", {}));
    expect(refused).toMatchObject({ ok: false, fault: { code: "bad-call" } });
    const stored = await page.evaluate(async () => {
      const response = await fetch("/object", { method: "POST", body: new Blob(["Mục Lục"]) });
      const { digest } = (await response.json()) as { digest: string };
      return (await fetch(`/object/${digest}`)).text();
    });
    expect(stored).toBe("Mục Lục");
    await browser.close();

    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});

describe("the Electron entry in the real runtime", () => {
  const present = existsSync(runtime);
  if (!present)
    console.warn(
      "SKIPPED: Electron's runtime is not installed here; its window, sandbox and fuses are not proven.",
    );

  it.skipIf(!present)("starts, shows the page and ends (skipped where the runtime is missing)", async () => {
    const { _electron } = await import("playwright-core");
    const app = await _electron.launch({
      executablePath: runtime,
      args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), root],
      env: { ...process.env, MUCLUC_DATA: temporaryFolder() },
    });
    const page = await app.firstWindow();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.evaluate(() => typeof window.mucluc?.call)).toBe("function");
    expect(await page.evaluate(() => "require" in window)).toBe(false);
    await app.close();
  });
});
