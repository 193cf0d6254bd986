import { findTestBrowser } from "./browser.ts";

/** Unpacks the browser that comes from npm before any test file runs: two at once would write over each other. */
export async function setup(): Promise<void> {
  await findTestBrowser();
}
