import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { type CellToWrite, writeWorkbook } from "#electron/inventory/write-workbook.ts";
import { vi } from "#shared/text/vi.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleFonds } from "#tests/helpers/sample-records.ts";
import { sampleGroup } from "#tests/helpers/sample-scheme.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look } from "./pictures.ts";

const { workbook: words, workbookImport: more } = vi;
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const starts = (label: string) => new RegExp(`^${label.replace(/[()]/g, "\\$&")}`);

const headings = [
  ...["STT", "Mã hồ sơ", "Tiêu đề hồ sơ", "Thời hạn bảo quản"],
  ...["Thời gian bắt đầu", "", "", "Số tờ", "Giá kho", "Ghi chú"],
];
const below = ["", "", "", "", "Ngày", "Tháng", "Năm", "", "", ""];

/** An inventory as communes make them: titles over merged cells, headings in two rows, and all that goes wrong. */
async function sheet(second: { title: string; leaves: number }): Promise<Buffer> {
  const head = (texts: readonly string[]): CellToWrite[] => texts.map((heading) => ({ heading }));
  const code = (at: number) => `H08.12.9.2016.0${at}`;
  const rows: CellToWrite[][] = [
    head(["MỤC LỤC HỒ SƠ"]),
    head(["Năm 2016"]),
    head(headings),
    head(below),
    ["1", code(1), "Hội nghị tổng kết năm 2016", "Vĩnh viễn", "05", "01", 2016, 40, "Kệ 3", ""],
    ["2", code(2), second.title, "15 năm theo dự án", "", "03", 2016, second.leaves, "Kệ 3", ""],
    ["3", code(3), "Hå s¬ cÊp ®Êt n¨m 2016", "70 năm", "31", "02", 2016, 12, "Kệ 4", ""],
    ["4", code(4), "Phương án bảo vệ", "Vĩnh viễn", "", "", 2016, 9, "Kệ 4", "Mật"],
    ["5", code(5), "", "Vĩnh viễn", "", "", 2016, 7, "Kệ 4", ""],
  ];
  const merged = [
    "A1:J1",
    "A2:J2",
    "E3:G3",
    ...["A", "B", "C", "D", "H", "I", "J"].map((column) => `${column}3:${column}4`),
  ];
  return await writeWorkbook([{ name: "Mục lục", rows, merged, widths: [6, 20, 40, 18] }]);
}

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type="file"]').setInputFiles({ name, buffer, mimeType: "" });

/** Both looks of the page, to the end of it. */
async function lookTwice(page: Page, name: string): Promise<void> {
  await look(page, name);
  await page.emulateMedia({ colorScheme: "dark" });
  await look(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: "light" });
}

it("takes a commune's sheet in: asks, writes, takes it again, shows what changed and goes back", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page } = app;
  await answerFirstRun(page, { name: "Đinh Văn Hiệp", role: "commune-preparer", unit: "Xã Canh Hiệp" });
  await page.setViewportSize({ width: 1366, height: 1500 });
  await goTo(page, "/inventory");
  await button(page, vi.inventory.newFonds).first().click();
  await page.getByLabel(starts(vi.inventory.fonds.code)).fill("H08.12.9");
  await page.getByLabel(starts(vi.inventory.fonds.name)).fill("Ủy ban nhân dân xã Canh Hiệp");
  await button(page, vi.common.save).click();
  await page.getByRole("link", { name: vi.inventory.importWorkbook }).first().click();
  await page.getByText(words.choose).waitFor();
  await lookTwice(page, "import-choose");

  // The dry run asks: columns, codes, old letters; nothing is written before the letters are agreed to.
  const first = await sheet({ title: "Dự án kênh mương", leaves: 25 });
  await choose(page, "muc-luc-2016.xlsx", first);
  await page.getByRole("heading", { name: words.report }).waitFor();
  const text = async () => await page.locator("main").innerText();
  expect(await text()).toContain("Hồ sơ cấp đất năm 2016");
  expect(await text()).toContain("31/02/2016");
  expect(await text()).not.toContain("Phương án bảo vệ");
  await lookTwice(page, "import-report");
  const write = () => page.getByRole("button", { name: /^Ghi \d+ hồ sơ/ });
  expect(await write().getAttribute("aria-disabled")).toBe("true");

  await button(page, more.showColumns).click();
  const shelf = page.getByRole("combobox", { name: `${more.meaning}: Giá kho` });
  await shelf.click();
  await shelf.fill("hop so");
  await page.getByRole("option", { name: more.fields["file.box"] }).click();
  await lookTwice(page, "import-columns");
  await button(page, more.readAgain).click();
  await page
    .getByText(more.columnsRemembered)
    .or(page.getByRole("heading", { name: words.report }))
    .first()
    .waitFor();
  await page.getByLabel(more.codeFor("15 năm theo dự án")).selectOption({ label: "10 năm" });
  await button(page, more.confirmCodes).click();
  await expect.poll(() => page.getByLabel(more.codeFor("15 năm theo dự án")).count()).toBe(0);
  await page.getByLabel(more.legacyAgree).check();
  await look(page, "import-agreed");
  await write().click();
  await page.getByText(words.written("3", "0")).waitFor();
  await lookTwice(page, "import-written");

  // The same sheet changes nothing.
  await button(page, words.another).click();
  await choose(page, "muc-luc-2016.xlsx", first);
  await page.getByText(words.allListed).waitFor();
  await page.getByText(more.listedRows("3")).waitFor();
  expect(await page.getByText(more.changesTitle).count()).toBe(0);
  expect(await page.getByText(more.legacyTitle).count()).toBe(0);
  expect(await write().textContent()).toBe(words.write("0", "0"));
  await look(page, "import-again");

  // A changed sheet shows what it would change, and each change may be left out.
  await button(page, words.another).click();
  await choose(
    page,
    "muc-luc-2016 sua.xlsx",
    await sheet({ title: "Dự án kênh mương nội đồng", leaves: 27 }),
  );
  await page.getByRole("heading", { name: more.changesTitle }).waitFor();
  await page.getByLabel(more.takeChange("H08.12.9.2016.02", more.changed["leafCount"] ?? "")).uncheck();
  await lookTwice(page, "import-changes");
  await page.getByLabel(more.legacyAgree).check();
  await write().click();
  await page.getByText(words.written("0", "0")).waitFor();

  // Both imports are listed; undoing the first takes back what nobody has changed since.
  await button(page, words.another).click();
  await page.getByRole("heading", { name: more.past }).waitFor();
  await lookTwice(page, "import-past");
  await page.getByLabel(more.undoOf("muc-luc-2016 sua.xlsx")).click();
  await page.getByLabel(starts(more.undoReason)).fill("Nhập nhầm bản chưa duyệt");
  await look(page, "import-undo");
  await page.getByRole("dialog").getByRole("button", { name: more.undo }).click();
  await page.getByText(more.undone("0", "1", "0")).waitFor();
  await look(page, "import-undone");
  await page.goBack();
  await page.getByText("Dự án kênh mương", { exact: true }).waitFor();
  expect(app.errors).toEqual([]);
});

it("lists every problem of a large sheet, and a column of groups at its cells", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page } = app;
  await answerFirstRun(page, { name: "Trần Thị Xã", role: "commune-preparer", unit: "Thị trấn Tuy Phước" });
  await putRecords(page, "fonds", [sampleFonds("fonds-1", { code: "H08.12.9" })]);
  const group = { title: "Địa chính", notation: "I" };
  await putRecords(page, "groups", [sampleGroup("group-1", group)]);
  const many = 3000;
  const rows = Array.from({ length: many }, (_, at): CellToWrite[] => [
    `X.${at + 1}`,
    `Hồ sơ thứ ${at + 1}`,
    "Vĩnh viễn",
    at < 10 ? "I" : `Nhóm lạ ${at + 1}`,
  ]);
  const headings = ["Mã hồ sơ", "Tiêu đề hồ sơ", "Thời hạn bảo quản", "Nhóm"].map((heading) => ({ heading }));
  await goTo(page, "/inventory/fonds/fonds-1/import");
  await choose(
    page,
    "nhieu-dong.xlsx",
    await writeWorkbook([{ name: "Mục lục", rows: [headings, ...rows] }]),
  );
  await page.getByRole("heading", { name: words.report }).waitFor({ timeout: 60_000 });
  await page.getByText(words.filterCount(words.filters.all, "2.990")).waitFor();
  const table = page.getByRole("table", { name: words.problemsTitle });
  await table.getByText("Nhóm lạ 11", { exact: true }).waitFor();
  await table.focus();
  await page.keyboard.press("End");
  await table.getByText(`Nhóm lạ ${many}`, { exact: true }).waitFor();
  await table.getByText(`D${many + 1}`, { exact: true }).waitFor();
  await look(page, "import-many-problems");
  expect(app.errors).toEqual([]);
}, 240_000);
