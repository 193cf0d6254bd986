import { join } from "node:path";
import type { Page } from "playwright-core";
import { vi } from "#shared/text/vi.ts";
import { goTo } from "#tests/helpers/opened-app.ts";

const stepNames = ["load", "handOver", "receive", "import", "read", "accept", "send", "find"] as const;

/** Longest time one step may take on a slow machine, in milliseconds. */
const patience = 300_000;

/**
 * Walks the sample journey on the screen, a step at a time, as a person would by pressing the button; says what each
 * step did and keeps a picture of it. Throws with the screen's own words where a step stops.
 */
export async function walkJourney(page: Page, say: (line: string) => void, pictures?: string): Promise<void> {
  const { sample } = vi;
  await goTo(page, "/sample");
  for (const [at, name] of stepNames.entries()) {
    const { title } = sample.steps[name];
    const step = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { level: 3, name: title }) });
    const item = (await step.count()) > 0 ? step : page.locator(".mantine-Timeline-item").nth(at);
    await page
      .getByRole("button", { name: at === 0 ? sample.start : sample.next, exact: true })
      .click({ timeout: patience });
    await item
      .getByText(new RegExp(`\\((${sample.state.done}|${sample.state.failed})\\)`))
      .waitFor({ timeout: patience });
    const text = (await item.innerText()).split("\n").filter((line) => line.trim() !== "");
    if (pictures) await page.screenshot({ path: join(pictures, `${at + 1}-${name}.png`) });
    if (text.some((line) => line.includes(`(${sample.state.failed})`))) throw new Error(text.join("\n"));
    say(
      `${at + 1}. ${title}: ${text.find((line) => line !== title && /\d|“/.test(line)) ?? sample.state.done}`,
    );
  }
}
