import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { sampleFonds } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const mai = { name: "Trần Thị Mai", role: "district-checker", unit: "Huyện Tuy Phước" } as const;
const scanner = "Lê Văn Quét";
const words = vi.people;
const locked = (page: Page) => page.getByRole("heading", { level: 1, name: words.lock.title }).waitFor();

async function setPin(page: Page, button: string, pins: readonly [label: string, pin: string][]) {
  await page.getByRole("button", { name: button }).last().click();
  const form = page.getByRole("dialog");
  for (const [label, pin] of pins) await form.getByLabel(label).fill(pin);
  await page.keyboard.press("Enter");
  await form.waitFor({ state: "hidden" });
}

it("changes people by one key and a PIN, covers the records, and keeps what each was typing", async () => {
  const folder = temporaryFolder();
  const app = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  const { page } = app;
  await answerFirstRun(page, mai);
  await putRecords(page, "fonds", [sampleFonds("F1", { code: "F1", scope: "52.550", name: "Phông kín" })]);

  // Two people, by the settings.
  await goTo(page, "/settings");
  await page.getByRole("button", { name: words.add }).click();
  await page.getByRole("dialog").getByLabel(words.name).fill(scanner);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("table", { name: words.list }).getByText(scanner).waitFor();
  await setPin(page, words.turnOn, [
    [words.newPin, "130945"],
    [words.again, "130945"],
  ]);
  await page.getByText(words.on).waitFor();
  await setPin(page, words.setPin, [
    [words.ownPin, "130945"],
    [words.newPin, "290186"],
    [words.again, "290186"],
  ]);
  await page.getByText(words.hasPin).nth(1).waitFor();
  await look(page, "people-light");

  // Mai types in a dialog and is called away.
  await goTo(page, "/inventory");
  await page.getByText("Phông kín").first().waitFor();
  const half = "Phông đang nhập dở";
  const cookies = await page.evaluate(() => window.location.hash);
  await page.getByRole("button", { name: vi.inventory.newFonds }).first().click();
  const field = page.getByRole("dialog").getByRole("textbox", { name: /^Tên/ }).first();
  await field.fill(half);
  await page.keyboard.press("Control+l");
  await locked(page);
  const shown = await page.evaluate(() => document.documentElement.outerHTML);
  expect(shown).not.toContain("Phông kín");
  expect(shown).not.toContain(half);
  await look(page, "lock-light");

  // Whatever the screen shows: the desk itself refuses.
  const refused = await page.evaluate(async () => {
    const ask = async (path: string, method: string) => {
      const body = method === "POST" ? { headers: { "content-type": "application/json" }, body: "{}" } : {};
      const answer = await fetch(path, { method, ...body });
      return `${answer.status} ${await answer.text()}`;
    };
    return [
      await ask("/call/session.read", "POST"),
      await ask(`/object/${"a".repeat(64)}`, "GET"),
      await ask(`/province-object/${"a".repeat(64)}`, "GET"),
    ];
  });
  for (const answer of refused) expect(answer).toContain(`"locked"`);
  // Keys of the screen beneath do nothing.
  await page.keyboard.press("Control+k");
  await page.keyboard.press("F1");
  expect(await page.evaluate(() => window.location.hash)).toBe(cookies);

  // The other person is chosen already: the PIN is all.
  await page.keyboard.type("111213");
  await page.getByRole("alert").getByText(vi.faults["pin-wrong"].what).waitFor();
  await look(page, "lock-wrong");
  await page.keyboard.type("290186");
  await page.getByRole("heading", { level: 1, name: vi.shell.home.greeting(scanner) }).waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.getByRole("button", { name: words.change }).waitFor();

  // Mai comes back to her dialog, where she was.
  await page.keyboard.press("Control+l");
  await locked(page);
  await page.keyboard.type("130945");
  await field.waitFor();
  expect(await field.inputValue()).toBe(half);
  await page.keyboard.press("Escape");
  await page.getByRole("banner").getByText(mai.name).waitFor();

  // It starts locked, in the dark, large and in English too.
  await showAs(page, { language: "en", scale: 175, dark: true });
  await app.close();
  const next = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  await next.page.emulateMedia({ colorScheme: "dark" });
  await next.page.locator("input[inputmode=numeric]").waitFor();
  await look(next.page, "lock-large-english-dark");
  const overflow = await next.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(Math.max(0, overflow)).toBe(0);
  await next.page.keyboard.type("130945");
  await next.page.getByRole("banner").getByText(mai.name).waitFor();
  expect(app.errors.filter((line) => !line.includes("423"))).toEqual([]);
  await next.close();
}, 240_000);
