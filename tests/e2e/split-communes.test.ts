import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { districtOf } from "#shared/archive/unit.ts";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { splitCommunes } from "#tests/fixtures/split-communes.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { makeBatch, makeFile, makeFonds, makeItem } from "#tests/province/world.ts";
import { look, showAs } from "./pictures.ts";
import { enterFirst } from "./portal-enter.ts";
import { center, letIn, pusher, sendDocuments } from "./portal-store.ts";

const words = vi.portal;
const districts = [...new Set(splitCommunes.map(({ scope }) => districtOf(scope)))].map((scope) => ({
  ...({
    token: `token-of-the-center-${scope}`,
    scope,
    role: "district-checker",
    deviceId: `may-${scope}`,
  } as const),
}));
const officials = [
  ...new Map(splitCommunes.flatMap(({ parts }) => parts).map((part) => [part.scope, part])).values(),
];

/** Of each divided commune a file for each part and one that nobody decided on, named by that, with a document each. */
async function fill(address: string): Promise<void> {
  for (const [at, { scope, name, parts }] of splitCommunes.entries()) {
    const { token = "" } = districts.find((one) => one.scope === districtOf(scope)) ?? {};
    const push = pusher(address, token);
    await push("fonds", makeFonds(`o${at}`, scope, { name: `UBND ${name}` }));
    await push("batches", makeBatch(`b${at}`, scope, { state: "accepted" }));
    const choices = [...parts.map((part) => [part.name, part.code]), ["chưa chọn", ""]];
    for (const [number, [which = "", successor = ""]] of choices.entries()) {
      const id = `f${at}-${number}`;
      const file = { fondsId: `o${at}`, batchId: `b${at}`, successor, access: "01" } as const;
      await push("files", makeFile(id, scope, { ...file, title: `Hồ sơ ${name}: ${which}` }));
      await push("items", makeItem(`i-${id}`, scope, { fileId: id, subject: `Văn bản ${name}: ${which}` }));
    }
  }
}

/** The names of what is found, once as many are found as are due. */
async function titlesOf(page: Page, count: number): Promise<string[]> {
  await page.getByLabel(words.find.words).waitFor();
  await expect
    .poll(
      async () => {
        await page.reload();
        return page
          .getByText(words.find.found(String(count)), { exact: true })
          .waitFor({ timeout: 3000 })
          .then(
            () => true,
            () => false,
          );
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  const lines = page.getByRole("region", { name: words.find.list }).getByRole("article");
  return lines.evaluateAll((found) => found.map((one) => one.getAttribute("aria-label") ?? ""));
}

it("an official of each part of the three divided communes finds what is theirs, and is told what may not be", async () => {
  const folder = temporaryFolder();
  const given = officials.map(({ scope }) => letIn(folder, `cb.${scope}`, "commune-reader", scope));
  const province = await startProvince(folder, districts);
  onTestFinished(() => province.stop());
  await fill(province.address);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  for (const [at, official] of officials.entries()) {
    const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(60_000);
    await enterFirst(page, province.address, `cb.${official.scope}`, given[at] ?? "");
    const from = splitCommunes.filter(({ parts }) => parts.some(({ scope }) => scope === official.scope));
    const due = from.flatMap(({ name }) =>
      [official.name, "chưa chọn"].flatMap((which) => [
        `Hồ sơ ${name}: ${which}`,
        `Văn bản ${name}: ${which}`,
      ]),
    );
    expect((await titlesOf(page, due.length)).sort(), official.name).toEqual(due.sort());
    for (const { name, parts } of from) {
      const undecided = words.item.undecided(parts.map((part) => part.name));
      const line = page.getByRole("article", { name: `Văn bản ${name}: chưa chọn` });
      await line.getByText(undecided).waitFor();
      const own = page.getByRole("article", { name: `Văn bản ${name}: ${official.name}`, exact: true });
      expect(await own.getByText(undecided).count()).toBe(0);
    }
    await look(page, `portal-split-${official.code}`);
    if (at === 0) {
      await page.setViewportSize({ width: 390, height: 844 });
      await look(page, "portal-split-phone");
      await page.setViewportSize({ width: 1280, height: 900 });
    }
    const { name, parts } = from[0] ?? { name: "", parts: [] };
    await page
      .getByRole("link", { name: `Hồ sơ ${name}: chưa chọn` })
      .first()
      .click();
    await page.getByText(words.item.undecided(parts.map((part) => part.name))).waitFor();
    if (at === 0) {
      await look(page, "portal-split-file");
      await showAs(page, { language: "en", scale: 100, dark: true });
      await page.getByText(en.portal.item.undecided(parts.map((part) => part.name))).waitFor();
      await look(page, "portal-split-file-english-dark");
      await showAs(page, { language: "vi", scale: 100, dark: false });
    }
    await page.getByRole("link", { name: `UBND ${name}` }).click();
    await page.getByText(words.fonds.undecided("2")).first().waitFor();
    if (at === 0) await look(page, "portal-split-fonds");
    await page.close();
  }
}, 240_000);

it("what may be of the part that a commune gave away says so, to who keeps it and to who received the part", async () => {
  const folder = temporaryFolder();
  const [keeper, receiver] = ["Xã Tuy Phước", "Xã Tuy Phước Bắc"];
  const head = letIn(folder, "quan.tv", "portal-administrator");
  const given = letIn(folder, "cb.bac", "commune-reader", "52.21964");
  const province = await startProvince(folder, [{ ...center, deviceId: "may-trung-tam" }]);
  onTestFinished(() => province.stop());
  await sendDocuments(province.address);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const ruling = await browser.newPage({ locale: "vi-VN" });
  await enterFirst(ruling, province.address, "quan.tv", head);
  await ruling.getByRole("link", { name: words.admin.title }).waitFor();
  const published = await ruling.evaluate(async () => {
    const change = { kind: "split", from: "52.21952", to: ["52.21952", "52.21964"], on: "2025-07-15" };
    const body = { change, act: "Nghị quyết số 12/NQ-HĐND", reason: "Chuyển một phần địa bàn", seen: 0 };
    const headers = { "content-type": "application/json" };
    const answer = await fetch("/portal/admin/units", {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return answer.status;
  });
  expect(published).toBe(200);
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(60_000);
  await enterFirst(page, province.address, "cb.bac", given);
  await titlesOf(page, 3);
  const told = words.item.stays(keeper, receiver);
  expect(await page.getByRole("article").getByText(told).count()).toBe(3);
  await look(page, "portal-ceded");
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "portal-ceded-phone");
  await page.getByRole("link", { name: "Tập quyết định giao đất năm 1995" }).first().click();
  await page.getByText(told).waitFor();
  await look(page, "portal-ceded-file-phone");
  await page.setViewportSize({ width: 1280, height: 900 });
  await showAs(page, { language: "en", scale: 100, dark: false });
  await page.getByText(en.portal.item.stays(keeper, receiver)).waitFor();
  await look(page, "portal-ceded-file-english");
}, 240_000);
