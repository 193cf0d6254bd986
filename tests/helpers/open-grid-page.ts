import { createServer } from "node:http";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import react from "@vitejs/plugin-react";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { launchBrowser } from "#tests/helpers/browser.ts";

const kinds: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

export type GridPages = {
  /** A page with the grid at its first cell; `query` as in `rows=100000` or `table`. */
  open(query?: string): Promise<Page>;
  close(): Promise<void>;
};

/** Builds the page that holds nothing but the grid, as the app's screens are built, and opens it in a real browser. */
export async function openGridPages(): Promise<GridPages> {
  const folder = mkdtempSync(join(tmpdir(), "mucluc-grid-"));
  await build({
    root: join(import.meta.dirname, "grid-page"),
    configFile: false,
    logLevel: "error",
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: "chrome130", chunkSizeWarningLimit: 3000 },
  });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(folder, path === "/" || path === "\\" ? "index.html" : path);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": kinds[extname(file)] ?? "application/octet-stream" });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const browser: Browser = await launchBrowser();
  return {
    async open(query = "") {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 840 },
        permissions: ["clipboard-read", "clipboard-write"],
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on("pageerror", (error) => console.error(error));
      await page.goto(`http://127.0.0.1:${port}/?${query}`);
      await page.locator(query.includes("table") ? "table" : '[role="grid"]').waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
