import { expect, it, onTestFinished } from "vitest";
import type { Records } from "#shared/archive/collections.ts";
import { vi } from "#shared/text/vi.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
} from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const { matrix: words, gaps, views } = vi;
const scopes = ["52.550", "52.550.21952", "52.550.21955"];

const sentBack = {
  ...{ batchId: "batch-1", station: "capture", field: "", text: "Trang 1 mờ, quét lại" },
  pin: { on: "files", id: "file-1-0", label: "H.1.0" },
};

it("the matrix leads from a district to the item that lacks, and follows a change", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  await page.setViewportSize({ width: 1440, height: 900 });
  await answerFirstRun(page, { name: "Lê Văn C", role: "district-checker", unit: "Tuy Phước" });
  const files: Records["files"][] = [];
  const items: Records["items"][] = [];
  const pages: Records["pages"][] = [];
  for (const [at, scope] of scopes.entries())
    for (let file = 0; file < 6; file += 1) {
      const fileId = `file-${at}-${file}`;
      const receivedAt = file < 5 - at ? "2025-05-20" : "";
      // The first fonds has no file 4, the second no box 2.
      const box = String(file < 3 ? 1 : at === 1 ? 3 : 2);
      const notation = String(file + (at === 0 && file >= 3 ? 2 : 1));
      const place = { fondsId: `fonds-${at}`, inventory: "01", box, notation };
      files.push(sampleFile(fileId, { ...place, scope, code: `H.${at}.${file}`, leafCount: 10, receivedAt }));
      for (let item = 1; item <= 5; item += 1) {
        const itemId = `${fileId}-${item}`;
        items.push(sampleItem(itemId, { scope, fileId, ordinal: item, pageCount: 2, leaves: "" }));
        if (file >= 4 - at) continue;
        for (let ordinal = 1; ordinal <= 2; ordinal += 1)
          pages.push(samplePage(`${itemId}-${ordinal}`, { scope, itemId, ordinal }));
      }
    }
  await putRecords(
    page,
    "fonds",
    scopes.map((scope, at) => sampleFonds(`fonds-${at}`, { scope, code: `H0${at}` })),
  );
  const batch = sampleBatch("batch-1", { scope: scopes[1] ?? "", state: "checking" });
  await putRecords(page, "batches", [batch]);
  await putRecords(page, "files", files);
  await putRecords(page, "items", items);
  await putRecords(page, "pages", pages);
  const answer = await page.evaluate(async (body) => {
    const headers = { "content-type": "application/json" };
    return (await fetch("/call/rework.send", { method: "POST", headers, body })).json() as Promise<unknown>;
  }, JSON.stringify(sentBack));
  expect(answer).toMatchObject({ ok: true });
  await goTo(page, "/matrix");
  const table = page.getByRole("table", { name: words.table });
  // 4 + 3 + 2 of 18 files are captured.
  await table
    .getByRole("link", { name: words.figure(words.stages.captured, words.sum, "9") })
    .waitFor({ timeout: 60_000 });
  await look(page, "matrix");

  await page.getByRole("link", { name: words.reds.captured("45") }).click();
  await page.getByRole("link", { name: "H.0.4.1", exact: true }).waitFor();
  await look(page, "matrix-list");
  await page.keyboard.press("Escape");

  await page.getByRole("link", { name: gaps.red.box("1"), exact: true }).waitFor();
  await page.getByRole("link", { name: gaps.red.file("1"), exact: true }).press("Enter");
  const missing = gaps.names.file("4");
  await page.getByText(missing, { exact: true }).waitFor();
  await look(page, "matrix-gaps");
  await page.getByRole("button", { name: gaps.explainOf(missing) }).press("Enter");
  await page.getByRole("textbox", { name: gaps.explainLabel }).fill("Hồ sơ số 4 đã tiêu hủy năm 2011");
  await look(page, "matrix-gap-reason");
  await page.getByRole("button", { name: gaps.save }).click();
  await page.getByText(gaps.reason("Hồ sơ số 4 đã tiêu hủy năm 2011", "Lê Văn C")).waitFor();
  await look(page, "matrix-gap-explained");
  await page.keyboard.press("Escape");
  await page.getByText(gaps.explained("1")).waitFor();

  await table.getByRole("row").nth(1).getByRole("link").first().press("Enter");
  await table.getByRole("link", { name: /^H00/ }).first().press("Enter");
  await table.getByRole("link", { name: words.box("2", "01"), exact: true }).press("Enter");
  await table
    .getByRole("link", { name: /^H\.0\.4/ })
    .first()
    .press("Enter");
  const captured = (count: string) =>
    table.getByRole("link", { name: words.figure(words.stages.captured, words.sum, count) });
  await captured("0").waitFor();
  await look(page, "matrix-items");
  const more = [1, 2].map((ordinal) =>
    samplePage(`late-${ordinal}`, { scope: "52.550", itemId: "file-0-4-1", ordinal }),
  );
  await putRecords(page, "pages", more);
  await captured("1").waitFor({ timeout: 60_000 });

  // What was walked stands in the address: a page that is loaded anew is the same, and Back goes up.
  await page.reload();
  await captured("1").waitFor({ timeout: 60_000 });
  await page.goBack();
  await table
    .getByRole("link", { name: /^H\.0\.4/ })
    .first()
    .waitFor();
  await page.getByRole("navigation", { name: words.path }).getByRole("link", { name: words.all }).click();
  await page.getByLabel(words.only).selectOption("red");
  await page.getByLabel(words.level).selectOption("commune");
  const correction = words.figure(words.corrections, words.sum, "1");
  await table.getByRole("link", { name: correction }).press("Enter");
  await page.getByText("Trang 1 mờ, quét lại").waitFor();
  await look(page, "matrix-corrections");
  await page.reload();
  await page.getByText("Trang 1 mờ, quét lại").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await look(page, "matrix-narrowed");

  await page.getByRole("button", { name: views.title }).click();
  const menu = page.getByRole("dialog", { name: views.title });
  await menu.getByRole("textbox", { name: views.name }).fill("Cấp xã còn thiếu");
  await menu.getByRole("button", { name: views.save }).click();
  await menu.waitFor({ state: "hidden" });
  await page.getByText(views.saved("Cấp xã còn thiếu")).waitFor();
  const narrowed = page.url();
  await goTo(page, "/matrix");
  await page.getByRole("button", { name: views.title }).click();
  await menu.getByRole("button", { name: "Cấp xã còn thiếu", exact: true }).waitFor();
  await look(page, "matrix-views");
  await page.keyboard.press("Escape");
  await menu.waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await menu.getByRole("button", { name: "Cấp xã còn thiếu", exact: true }).click();
  await page.waitForURL(narrowed);

  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.locator("table").first().waitFor();
  await look(page, "matrix-english-large-dark");
  expect(errors).toEqual([]);
});
