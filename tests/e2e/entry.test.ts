import type { Browser } from "playwright-core";
import { expect, it } from "vitest";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startHost } from "#tests/helpers/running-host.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

/** A page of a browser of its own, as another person of the machine would open it. */
const openPage = async (browser: Browser, address: string) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 840 }, locale: "vi-VN" });
  const page = await context.newPage();
  await page.goto(address);
  return page;
};

it("tells a window that was not let in what to do, and lets in who opens the app anew", async () => {
  const folder = temporaryFolder();
  const host = await startHost(folder);
  const browser = await launchBrowser();
  try {
    const first = await openPage(browser, host.address);
    await first.getByRole("heading", { name: vi.welcome.title }).waitFor();
    const second = await openPage(browser, host.address);
    const { what, safe, next } = vi.faults["not-entered"];
    for (const words of [what, safe, next]) await second.getByText(words).waitFor();
    await look(second, "not-entered");
    // What it is told would not help by being loaded again.
    expect(await second.getByRole("button").count()).toBe(0);
    await showAs(second, { language: "en", scale: 100, dark: true });
    await second.getByText(en.faults["not-entered"].what).waitFor();
    await look(second, "not-entered-en-dark");

    await host.stop();
    const again = await startHost(folder);
    try {
      // The old window's leave ended with the host; a new address lets in.
      await first.reload();
      await first.getByText(what).waitFor();
      await first.goto("about:blank");
      await first.goto(again.address);
      await first.getByRole("heading", { name: vi.welcome.title }).waitFor();
    } finally {
      await again.stop();
    }
  } finally {
    await browser.close();
    await host.stop();
  }
});
