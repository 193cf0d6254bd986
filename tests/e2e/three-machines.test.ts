import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { templateOf } from "#shared/inventory/template.ts";
import { writeTemplate } from "#electron/inventory/write-template.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { answerFirstRun, goTo, openApp, type OpenedApp } from "#tests/helpers/opened-app.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { truncate } from "#tests/fixtures/bad-objects.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { look } from "./pictures.ts";

const commune = {
  token: "token-of-the-commune-0001",
  scope: "52.550.21952",
  role: "commune-preparer",
} as const;
const center = { token: "token-of-the-center-00001", scope: "52.550", role: "district-checker" } as const;
/** Another of the center, who checks and accepts what the first one captured. */
const approver = { token: "token-of-the-approver-001", scope: "52.550", role: "district-checker" } as const;
const officer = { token: "token-of-the-officer-0001", scope: "52", role: "province-officer" } as const;

/** Errors but of pictures of pages that another machine has. */
const unseen = (errors: readonly string[]) =>
  errors.filter((error) => !error.startsWith("Failed to load resource"));

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });

async function openMachine(
  who: typeof commune | typeof center | typeof approver | typeof officer,
  name: string,
  unit: string,
  address: string,
): Promise<OpenedApp> {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  await answerFirstRun(app.page, { name, role: who.role, unit });
  await goTo(app.page, "/settings");
  await app.page.getByLabel(vi.settings.address).fill(address);
  await app.page.getByLabel(vi.settings.token).fill(who.token);
  await button(app.page, vi.settings.connect).click();
  await app.page.getByText(vi.settings.provinceKinds.real, { exact: true }).waitFor();
  return app;
}

/** Waits until the second status line says that the province has everything. */
async function allSent(page: Page): Promise<void> {
  await page.waitForFunction(
    (start) => {
      const line = [...document.querySelectorAll("*")]
        .map(({ textContent }) => textContent)
        .find((text) => text.startsWith(start));
      const counts = line
        ?.match(/(\d+)\/(\d+)\D+(\d+)\/(\d+)/)
        ?.slice(1)
        .map(Number);
      return (
        counts !== undefined && counts[0] === counts[1] && counts[2] === counts[3] && Number(counts[1]) > 0
      );
    },
    vi.shell.status.sent("", "").slice(0, 12),
    { timeout: 120_000 },
  );
}

/** Accepts the batch that is looked at; each kind of what lacks has a reason of its own. */
async function accept(page: Page, picture: string): Promise<void> {
  await button(page, vi.check.accept).first().click();
  const dialog = page.getByRole("dialog", { name: vi.check.acceptDialog.title });
  await dialog.getByRole("textbox").first().waitFor({ timeout: 60_000 });
  for (const reason of await dialog.getByRole("textbox").all())
    await reason.fill("Hồ sơ không có văn bản được bổ sung ở đợt sau.");
  await look(page, picture);
  await dialog.getByRole("button", { name: vi.check.acceptDialog.confirm }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByText(vi.common.batchStates.accepted).first().waitFor();
}

/** Takes a step that asks for a reason: without one its dialog goes nowhere. */
async function giveReason(page: Page, step: string, reason: string, picture: string): Promise<void> {
  await button(page, step).first().click();
  const dialog = page.getByRole("dialog");
  const confirm = dialog.getByRole("button").last();
  await expect.poll(() => confirm.getAttribute("aria-description")).toMatch(/./);
  await dialog.getByRole("textbox").fill(reason);
  await expect.poll(() => confirm.getAttribute("aria-description")).toBe(null);
  await look(page, picture);
  await confirm.click();
  await dialog.waitFor({ state: "hidden" });
}

/** How many items have their PDF/A, as the desk counts. */
function renditions(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    const answer = (await (await fetch("/call/counts.overview", init)).json()) as {
      value: { renditions: number };
    };
    return answer.value.renditions;
  });
}

/** A contractor's sheet of 46 columns: two files with their items, and one row without a subject. */
async function inventory(): Promise<Buffer> {
  const { headings } = templateOf("contractor-46");
  const row = (notation: string, title: string, ordinal: string, subject: string, pages: string) => {
    const cells = new Map([
      ["Số và ký hiệu hồ sơ", notation],
      ["Năm bắt đầu", "2016"],
      ["Tiêu đề hồ sơ", title],
      ["Thời hạn bảo quản", "Vĩnh viễn"],
      ["Số thứ tự văn bản trong hồ sơ", ordinal],
      ["Tên loại", "Quyết định"],
      ["Số", ordinal],
      ["Ký hiệu", "QĐ-UBND"],
      ["Năm", "2016"],
      ["Trích yếu", subject],
      ["Số lượng trang", pages],
    ]);
    return headings.map((heading) => cells.get(heading) ?? "");
  };
  return writeTemplate("contractor-46", [
    row(
      "01",
      "Quyết định của UBND thị trấn năm 2016",
      "1",
      "Về việc cấp phép xây dựng tại thị trấn Diêu Trì",
      "1",
    ),
    row("01", "Quyết định của UBND thị trấn năm 2016", "2", "Về việc khen thưởng năm 2016", "1"),
    row("02", "Kế hoạch năm 2016", "1", "", "1"),
  ]);
}

it("carries a commune's inventory by hand and by workbook to the center, its scans to the province, and the decision back", async () => {
  const province = await startProvince(temporaryFolder(), [
    { ...commune, deviceId: "e2e-commune" },
    { ...center, deviceId: "e2e-center" },
    { ...approver, deviceId: "e2e-approver" },
    { ...officer, deviceId: "e2e-officer" },
  ]);
  onTestFinished(() => province.stop());

  // The commune lists its papers.
  const xa = await openMachine(commune, "Trần Thị Xã", "Thị trấn Tuy Phước", province.address);
  await goTo(xa.page, "/inventory");
  await look(xa.page, "commune-inventory-empty");
  await button(xa.page, vi.inventory.newFonds).first().click();
  const form = xa.page.getByRole("dialog");
  await form.getByLabel(vi.inventory.fonds.code, { exact: false }).fill("P21952");
  await form.getByLabel(vi.inventory.fonds.name, { exact: false }).fill("Ủy ban nhân dân thị trấn Tuy Phước");
  await look(xa.page, "commune-new-fonds");
  await button(xa.page, vi.common.save).click();
  await form.waitFor({ state: "hidden" });
  await xa.page.getByText("Ủy ban nhân dân thị trấn Tuy Phước").first().click();

  await xa.page
    .getByRole("link", { name: vi.inventory.importWorkbook })
    .or(button(xa.page, vi.inventory.importWorkbook))
    .first()
    .click();
  const workbook = {
    name: "muc-luc.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: await inventory(),
  };
  await xa.page.locator('input[type="file"]').first().setInputFiles(workbook);
  await xa.page.getByText(vi.workbook.nothingWritten).waitFor();
  await look(xa.page, "commune-workbook-dry-run");
  expect(await xa.page.locator("main").innerText()).toContain(vi.workbook.problems["empty-title"]);
  await button(xa.page, /^Ghi \d+ hồ sơ/).click();
  await xa.page
    .getByText(/^Đã ghi \d+ hồ sơ/)
    .first()
    .waitFor();

  await goTo(xa.page, "/batches");
  await button(xa.page, vi.batches.make).first().click();
  await xa.page.getByRole("dialog").getByLabel(vi.batches.name, { exact: false }).fill("Quyết định năm 2016");
  await xa.page
    .getByRole("dialog")
    .getByRole("button", { name: vi.common.save })
    .or(xa.page.getByRole("dialog").getByRole("button", { name: vi.batches.make }))
    .first()
    .click();
  await xa.page.getByRole("heading", { level: 1, name: /Quyết định năm 2016/ }).waitFor();
  await button(xa.page, vi.batches.addFiles).first().click();
  await xa.page.getByLabel(vi.batches.selectAll).first().check();
  await button(xa.page, /^Đưa \d+ hồ sơ vào đợt$/).click();
  await xa.page.getByRole("dialog").waitFor({ state: "hidden" });
  await button(xa.page, vi.batches.moves["handed-over"]).click();
  await xa.page.getByText(vi.common.batchStates["handed-over"]).first().waitFor();
  await look(xa.page, "commune-batch-handed-over");
  await allSent(xa.page);

  // The center receives, captures, checks and accepts.
  const huyen = await openMachine(center, "Lê Văn Huyện", "Huyện Tuy Phước", province.address);
  await goTo(huyen.page, "/batches");
  await huyen.page
    .getByRole("row", { name: /Quyết định năm 2016/ })
    .getByRole("link")
    .first()
    .click();
  await button(huyen.page, vi.batches.moves.received).click();
  await button(huyen.page, vi.batches.receiveAll).click();
  await huyen.page
    .getByText(/Đã đếm nhận ([1-9])\/\1 hồ sơ/)
    .first()
    .waitFor();
  await look(huyen.page, "center-batch-received");
  await huyen.page.getByRole("link", { name: vi.batches.openCapture }).click();
  await button(huyen.page, vi.capture.start).click();
  const scan = async (seed: number) => asJpeg(await makePage({ resources, seed, dpi: 200 }));
  const scans = [
    { name: "P21952.2016.01.0000001.jpg", mimeType: "image/jpeg", buffer: await scan(1) },
    { name: "P21952.2016.01.0000002.jpg", mimeType: "image/jpeg", buffer: await scan(2) },
    { name: "hong.jpg", mimeType: "image/jpeg", buffer: truncate(await scan(3)) },
    { name: "la-gi-day.jpg", mimeType: "image/jpeg", buffer: await scan(4) },
  ];
  await huyen.page.getByText(vi.scan.ways.files, { exact: true }).click();
  await huyen.page.getByLabel(vi.capture.drop.files).setInputFiles(scans);
  await huyen.page.getByText(vi.faults["media-truncated"].what).first().waitFor({ timeout: 60_000 });
  await look(huyen.page, "center-capture-imported");
  await huyen.page.getByRole("tab", { name: new RegExp(vi.station.tabs.tray) }).click();
  await huyen.page.getByText("la-gi-day.jpg").first().waitFor();
  await look(huyen.page, "center-capture-tray");
  await expect.poll(() => renditions(huyen.page), { timeout: 120_000, interval: 1000 }).toBe(2);
  await look(huyen.page, "center-capture-read");
  await button(huyen.page, vi.capture.toChecking).first().click();

  await goTo(huyen.page, "/check");
  await huyen.page
    .getByRole("row", { name: /Quyết định năm 2016/ })
    .getByRole("link")
    .first()
    .click();
  await huyen.page.getByRole("heading", { name: vi.check.completeness }).first().waitFor();
  await look(huyen.page, "center-completeness");
  // A file of permanent value: every page is judged before its item can be passed.
  const checking = new URL(huyen.page.url()).hash.slice(1);
  await goTo(huyen.page, checking.replace("/check/", "/quality/"));
  for (let at = 1; at <= 2; at += 1) {
    await huyen.page.locator("main img").first().waitFor();
    await huyen.page.keyboard.press("a");
    await huyen.page.getByText(new RegExp(`Đã duyệt ${at}/2 trang`)).waitFor();
  }
  await look(huyen.page, "center-quality");
  await goTo(huyen.page, checking);
  await huyen.page.getByRole("link", { name: vi.check.byItem }).click();
  await huyen.page.getByRole("heading", { level: 1, name: vi.check.item.title }).waitFor();
  await huyen.page.locator("main img").first().waitFor();
  await look(huyen.page, "center-check-item");
  // Who scanned does not pass it either.
  await expect
    .poll(() => button(huyen.page, vi.check.item.pass).getAttribute("aria-description"))
    .toBe(vi.check.refusals["own-work"]);
  await huyen.page.getByRole("link", { name: vi.check.completeness, exact: true }).click();
  await huyen.page.getByRole("heading", { name: vi.check.completeness }).first().waitFor();
  // Who scanned does not accept; another of the center does, on a machine of their own.
  await expect
    .poll(() => button(huyen.page, vi.check.accept).first().getAttribute("aria-description"))
    .toBe(vi.common.batchRefusals["own-work"]);
  await allSent(huyen.page);
  const duyet = await openMachine(approver, "Ngô Thị Duyệt", "Huyện Tuy Phước", province.address);
  await goTo(duyet.page, "/check");
  await duyet.page
    .getByRole("row", { name: /Quyết định năm 2016/ })
    .getByRole("link")
    .first()
    .click({ timeout: 60_000 });
  await duyet.page.getByRole("heading", { name: vi.check.completeness }).first().waitFor();
  await duyet.page.getByRole("link", { name: vi.check.byItem }).click();
  await duyet.page.getByText(vi.check.item.progress("0", "2")).waitFor({ timeout: 60_000 });
  // Pictures of pages stay where they were scanned; what was made of them is read from the province.
  await expect
    .poll(() => button(duyet.page, vi.check.item.pdf).getAttribute("aria-description"), { timeout: 60_000 })
    .toBeNull();
  await duyet.page.keyboard.press("p");
  await duyet.page.getByRole("dialog").locator("canvas").first().waitFor({ timeout: 60_000 });
  await look(duyet.page, "center-check-elsewhere");
  await duyet.page.keyboard.press("Escape");
  await duyet.page.getByRole("dialog").waitFor({ state: "hidden" });
  for (let at = 0; at < 2; at += 1) {
    await duyet.page.keyboard.press("a");
    await duyet.page.getByText(vi.check.item.progress(String(at + 1), "2")).waitFor();
  }
  await duyet.page.getByRole("link", { name: vi.check.completeness, exact: true }).click();
  await duyet.page.getByRole("heading", { name: vi.check.completeness }).first().waitFor();
  await accept(duyet.page, "center-accept-dialog");
  await look(duyet.page, "center-accepted");
  await allSent(duyet.page);

  // The decision comes back to the commune by itself.
  await goTo(xa.page, "/batches");
  await xa.page.getByText(vi.common.batchStates.accepted).first().waitFor({ timeout: 90_000 });

  // It is opened again with a reason, and accepted once more: the province compares what it holds with either.
  const why = "Bổ sung chữ ký của văn bản số 2";
  await giveReason(duyet.page, vi.decisions.reopen, why, "center-reopen-dialog");
  await duyet.page.getByText(vi.common.batchStates.checking).first().waitFor();
  await duyet.page.getByText(why).first().waitFor();
  await look(duyet.page, "center-reopened");
  await allSent(duyet.page);
  await xa.page.getByText(vi.common.batchStates.checking).first().waitFor({ timeout: 90_000 });
  await accept(duyet.page, "center-accept-again");
  await allSent(duyet.page);
  await xa.page.getByText(vi.common.batchStates.accepted).first().waitFor({ timeout: 90_000 });

  // The province counts, finds and opens.
  const tinh = await openMachine(officer, "Phạm Thị Tỉnh", "Tỉnh Bình Định", province.address);
  await goTo(tinh.page, "/province");
  await tinh.page.getByText("Huyện Tuy Phước").first().waitFor();
  await look(tinh.page, "province-districts");
  await goTo(tinh.page, "/search/cap phep xay dung dieu tri");
  await button(tinh.page, new RegExp(`^${vi.search.openPdf}: `))
    .first()
    .click();
  await tinh.page.getByRole("dialog").locator("canvas").first().waitFor();
  await look(tinh.page, "province-pdf");

  // What is wrong after all goes back to the commune, with the reason.
  await giveReason(duyet.page, vi.decisions.reopen, "Thiếu hồ sơ số 3", "center-reopen-again");
  await duyet.page.getByText(vi.common.batchStates.checking).first().waitFor();
  const missing = "Đề nghị bổ sung hồ sơ số 3 còn thiếu";
  await giveReason(duyet.page, vi.check.return, missing, "center-return-dialog");
  await duyet.page.getByText(vi.check.reason(missing)).first().waitFor();
  await look(duyet.page, "center-returned");
  await xa.page
    .getByRole("row", { name: new RegExp(vi.common.batchStates.returned) })
    .getByRole("link")
    .first()
    .click({ timeout: 90_000 });
  await xa.page.getByRole("alert").getByText(vi.batches.reasonGiven(missing)).waitFor();
  await look(xa.page, "commune-batch-returned");

  const errors = {
    commune: xa.errors,
    center: huyen.errors,
    approver: unseen(duyet.errors),
    province: tinh.errors,
  };
  expect(errors).toEqual({ commune: [], center: [], approver: [], province: [] });
}, 600_000);
