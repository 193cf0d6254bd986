import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { openDesk } from "#electron/desk.ts";
import type { Desk } from "#electron/opened-desk.ts";
import { buildLoopbackServer } from "#electron/host/loopback-server.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";

const root = join(import.meta.dirname, "..", "..");

export type BenchDesk = {
  desk: Desk;
  /** Does something in a page of the bench with a browser profile of its own, so that no run pays for another's. */
  inPage<Value>(work: (page: Page) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
};

/** A desk of its own with a page of the bench in a real browser, reached as the app reaches it: over loopback. */
export async function openBenchDesk(): Promise<BenchDesk> {
  const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
  const screen = join(folder, "screen");
  await build({
    root: join(import.meta.dirname, "page"),
    logLevel: "error",
    html: { cspNonce: "__NONCE__" },
    build: { outDir: screen, emptyOutDir: true, target: "chrome130" },
  });
  const desk = await openDesk({
    folder: join(folder, "desk"),
    resources: join(root, "resources"),
    host: "loopback",
    startPractice: undefined,
    report: (error) => console.error(error),
  });
  await desk.handlers["session.save"]({ name: "Bench", role: "district-checker", scope: "52.550" });
  let port = 0;
  const server = buildLoopbackServer(desk, screen, () => port, "bench");
  port = Number(new URL(await server.app.listen({ host: "127.0.0.1", port: 0 })).port);
  const browser: Browser = await launchBrowser();
  return {
    desk,
    async inPage(work) {
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        await page.goto(server.invite());
        await page.waitForFunction(() => "benchPage" in window);
        return await work(page);
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      await server.app.close();
      await desk.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
