import { expect, it, onTestFinished } from "vitest";
import type { Role } from "#shared/archive/role.ts";
import { en } from "#shared/text/en.ts";
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

const words = vi.rework;

it("a page and a field go back to their stations, are mended, come back, and are closed by another", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  page.setDefaultTimeout(60_000);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const dialog = page.getByRole("dialog");
  const scope = "52.550.21952";
  const workAs = async (name: string, role: Role) => {
    await page.evaluate(
      async (body) => {
        const headers = { "content-type": "application/json" };
        await fetch("/call/session.save", { method: "POST", headers, body });
      },
      JSON.stringify({ name, role, scope: "52.550" }),
    );
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
  };
  await answerFirstRun(page, { name: "Lê Thị Kiểm", role: "district-checker", unit: "Huyện Tuy Phước" });
  await putRecords(page, "fonds", [sampleFonds("fonds-1", { scope })]);
  await putRecords(page, "batches", [sampleBatch("batch-1", { scope, state: "capturing" })]);
  const received = { scope, fondsId: "fonds-1", batchId: "batch-1", receivedAt: "2025-05-20T01:00:00.000Z" };
  await putRecords(page, "files", [sampleFile("file-1", received)]);
  await putRecords(page, "items", [sampleItem("item-1", { scope })]);
  const pages = [1, 2, 3].map((ordinal) => samplePage(`page-${ordinal}`, { scope, ordinal }));
  await putRecords(page, "pages", pages);

  await goTo(page, "/check/batch-1/items/item-1");
  // The key works once the item is on the screen.
  await button(words.sendKey).waitFor();
  await page.keyboard.press("m");
  await dialog.getByRole("combobox", { name: words.about }).selectOption({ label: words.page(2) });
  await dialog.getByRole("textbox", { name: words.text }).fill("Trang 2 mờ, quét lại ở 300 dpi");
  await look(page, "rework-send");
  await dialog.getByRole("button", { name: words.send }).click();
  await page.getByText(words.sent(words.stations.capture)).waitFor();
  await button(words.sendKey).click();
  await dialog.getByRole("combobox", { name: words.about }).selectOption({ label: vi.inventory.item.signer });
  await dialog.getByRole("textbox", { name: words.text }).fill("Người ký là Phó Chủ tịch, xem lại");
  await dialog.getByRole("button", { name: words.send }).click();
  await page.getByText(words.sent(words.stations.reading)).waitFor();
  await goTo(page, "/check/batch-1");
  await page.getByText(words.notice("2", "0")).waitFor();
  await look(page, "rework-notice");

  // A question on the batch that calls the operator by name is counted beside "Trao đổi" on their screen.
  await goTo(page, "/batches/batch-1");
  const text = page.getByRole("textbox", { name: vi.notes.text, exact: true });
  await text.fill("Tập 2 của hồ sơ 01 còn ở kho xã không?");
  await page.getByRole("combobox", { name: vi.notes.kind, exact: true }).click();
  await page.getByRole("option", { name: vi.notes.kinds.question }).click();
  await page.getByRole("combobox", { name: vi.notes.call }).fill("Trần Văn Quét");
  await page.keyboard.press("Enter");
  await text.scrollIntoViewIfNeeded();
  await look(page, "notes-call");
  await button(vi.notes.write).click();
  await page.getByText(vi.notes.called("Trần Văn Quét")).waitFor();

  await workAs("Trần Văn Quét", "capture-operator");
  await page.getByRole("img", { name: vi.notes.list.badge("1") }).waitFor();
  await page.getByRole("link", { name: new RegExp(`^${vi.shell.places.notes}`) }).click();
  await page.getByText(vi.notes.list.waits, { exact: true }).waitFor();
  await look(page, "notes-list");
  await page.getByRole("list", { name: vi.notes.list.rows }).getByRole("link").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/batches\/batch-1$/);
  await page.getByRole("link", { name: vi.shell.places.rework, exact: true }).click();
  await page.getByText(words.counted(words.stations.capture, "1"), { exact: true }).click();
  const one = page.getByRole("list", { name: words.list }).getByRole("listitem").first();
  await one.getByText("Trang 2 mờ, quét lại ở 300 dpi").waitFor();
  await one.getByRole("link").click();
  await page.waitForURL(/capture\/batch-1\/items\/item-1\/2$/);
  await page.getByRole("button", { name: vi.capture.page.name(2) }).waitFor();
  await goTo(page, "/rework");
  await page.getByText(words.counted(words.stations.capture, "1"), { exact: true }).click();
  await button(words.done).click();
  await dialog.getByRole("textbox", { name: words.doneText }).fill("Đã quét lại trang 2");
  await dialog.getByRole("button", { name: words.done }).click();
  await page.getByText(words.stands.answered, { exact: true }).waitFor();
  await page.getByText(words.counted(words.all, "2"), { exact: true }).click();
  await look(page, "rework-list");

  await workAs("Lê Thị Kiểm", "district-checker");
  await goTo(page, "/rework/batch-1");
  await button(words.close).click();
  await page.getByText(words.counted(words.all, "1"), { exact: true }).waitFor();
  await page.getByRole("checkbox", { name: words.showClosed }).check();
  await page.getByText(words.stands.closed, { exact: true }).waitFor();
  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.getByText(en.rework.stands.open, { exact: true }).waitFor();
  await look(page, "rework-list-english-large-dark");
  expect(errors).toEqual([]);
});
