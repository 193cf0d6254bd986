import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { writeWorkbook } from "#electron/inventory/write-workbook.ts";
import { journaledRecords, putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleFile, sampleFonds } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look } from "./pictures.ts";

const words = vi.scheme;
const name = "Phông Ủy ban nhân dân thị trấn Tuy Phước";

/** The tree as it is read out: level, notation and title of each row. */
async function rows(page: Page): Promise<string[]> {
  return page.getByRole("tree", { name: words.tree }).evaluate((tree) =>
    [...tree.querySelectorAll('[role="treeitem"]')].map((row) => {
      const [, ...texts] = [...row.children].map((part) => part.textContent);
      return [row.getAttribute("aria-level"), ...texts.slice(0, -1)].join(" ");
    }),
  );
}

const shown = (page: Page) => expect.poll(() => rows(page), { timeout: 20_000 });
const button = (page: Page, label: string | RegExp) => page.getByRole("button", { name: label, exact: true });
const item = (page: Page, title: string) =>
  page.getByRole("tree", { name: words.tree }).getByRole("treeitem", { name: new RegExp(title) });

async function openScheme() {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 840 });
  await answerFirstRun(page, { name: "Trần Thị Xã", role: "commune-preparer", unit: "Thị trấn Tuy Phước" });
  await putRecords(page, "fonds", [
    sampleFonds("fonds-1", { name }),
    sampleFonds("fonds-2", { name: "Phông Hội đồng nhân dân thị trấn", code: "P2" }),
  ]);
  await putRecords(
    page,
    "files",
    Array.from({ length: 6 }, (_, at) =>
      sampleFile(`file-${at}`, { code: `P1.000${at + 1}`, title: `Hồ sơ giao đất năm 201${at}`, box: "1" }),
    ),
  );
  await goTo(page, "/inventory/fonds/fonds-1/scheme");
  await page.getByText(words.emptyTitle).waitFor();
  return app;
}

async function addGroup(page: Page, title: string, next = false) {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(words.group.title, { exact: false }).fill(title);
  await page.keyboard.press(next ? "Control+Enter" : "Enter");
}

it("keeps a fonds' groups: made, moved by keys and by drag, taken back, and files put into them", async () => {
  const { page, errors } = await openScheme();
  await look(page, "scheme-empty");
  await button(page, words.addBeside).click();
  await addGroup(page, "Hội đồng nhân dân", true);
  await addGroup(page, "Ủy ban nhân dân", true);
  await addGroup(page, "Mặt trận Tổ quốc");
  await shown(page).toEqual(["1 I Hội đồng nhân dân", "1 II Ủy ban nhân dân", "1 III Mặt trận Tổ quốc"]);

  await item(page, "Ủy ban nhân dân").click();
  await page.keyboard.press("Shift+Enter");
  await addGroup(page, "Địa chính", true);
  await addGroup(page, "Tư pháp – Hộ tịch");
  await shown(page).toHaveLength(5);

  // Two moves quickly after one another are two moves, and the group keeps the focus.
  await item(page, "Mặt trận").click();
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await shown(page).toEqual([
    "1 III Mặt trận Tổ quốc",
    "1 I Hội đồng nhân dân",
    "1 II Ủy ban nhân dân",
    "2 1 Địa chính",
    "2 2 Tư pháp – Hộ tịch",
  ]);
  await expect
    .poll(() => item(page, "Mặt trận").evaluate((row) => row === document.activeElement))
    .toBe(true);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await shown(page).toEqual([
    "1 I Hội đồng nhân dân",
    "1 II Ủy ban nhân dân",
    "2 1 Địa chính",
    "2 2 Tư pháp – Hộ tịch",
    "1 III Mặt trận Tổ quốc",
  ]);
  await item(page, "Mặt trận").focus();
  await page.keyboard.press("Alt+ArrowRight");
  await shown(page).toContain("2 III Mặt trận Tổ quốc");
  await page.keyboard.press("Alt+ArrowLeft");
  await shown(page).toContain("1 III Mặt trận Tổ quốc");

  // Dropped upon the upper edge of the first row it stands before it.
  await item(page, "Mặt trận").dragTo(item(page, "Hội đồng nhân dân"), { targetPosition: { x: 200, y: 3 } });
  await shown(page).toEqual([
    "1 III Mặt trận Tổ quốc",
    "1 I Hội đồng nhân dân",
    "1 II Ủy ban nhân dân",
    "2 1 Địa chính",
    "2 2 Tư pháp – Hộ tịch",
  ]);
  await button(page, words.more).click();
  await page.getByRole("menuitem", { name: words.renumber.action }).click();
  await page.getByText(words.renumber.change("III", "I", "Mặt trận Tổ quốc")).waitFor();
  await look(page, "scheme-renumber");
  await button(page, words.renumber.confirm("3")).click();
  await shown(page).toContain("1 I Mặt trận Tổ quốc");

  // A group into itself is refused with its reason; renaming keeps its place.
  await item(page, "Ủy ban nhân dân").click();
  await page.keyboard.press("F2");
  await addGroup(page, "");
  await page.getByText(words.titleMissing).first().waitFor();
  await addGroup(page, "Ủy ban nhân dân thị trấn");
  await shown(page).toContain("1 III Ủy ban nhân dân thị trấn");
  await look(page, "scheme-tree");

  // Files are put into a group from the grid, one by name in its cell, others at once.
  await goTo(page, "/inventory/fonds/fonds-1");
  await page.getByText(vi.grid.rows("6"), { exact: true }).waitFor();
  const grid = page.getByRole("grid");
  await grid.waitFor();
  await page.locator("input[aria-label*=TT]").last().focus();
  await page.keyboard.press("Control+Home");
  const cell = page.getByLabel(new RegExp(`^${vi.inventory.file.groupId}, `));
  for (let step = 0; step < 14 && (await cell.count()) === 0; step += 1)
    await page.keyboard.press("ArrowRight");
  await page.keyboard.type("III.1");
  await page.keyboard.press("Enter");
  const inGroup = async (title: string) => {
    const group = (await journaledRecords(page, "groups")).find((one) => one.title === title);
    return (await journaledRecords(page, "files")).filter(({ groupId }) => groupId === group?.id).length;
  };
  await expect.poll(() => inGroup("Địa chính")).toBe(1);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+b");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(vi.grid.bulkDialog.field).first().fill("nhom");
  await page.getByRole("option", { name: vi.inventory.file.groupId, exact: true }).click();
  await dialog.getByLabel(vi.grid.bulkDialog.value).first().fill("ho tich");
  await page.getByRole("option", { name: /Tư pháp – Hộ tịch/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await look(page, "scheme-bulk");
  await dialog
    .getByRole("button", { name: vi.grid.bulkDialog.confirm(vi.inventory.file.groupId, "6") })
    .click();
  await expect.poll(() => inGroup("Tư pháp – Hộ tịch")).toBe(6);
  await button(page, vi.grid.undo).first().click();
  await expect.poll(() => inGroup("Địa chính")).toBe(1);
  await expect.poll(() => inGroup("Tư pháp – Hộ tịch")).toBe(0);

  // The tree beside the grid narrows it by a group, with those below it, and by what is in none.
  await page.getByRole("radiogroup", { name: words.treeOf }).getByText(words.byGroups).click();
  await item(page, "Ủy ban nhân dân thị trấn").click();
  await page.getByText(vi.grid.rows("1"), { exact: true }).waitFor();
  await look(page, "scheme-grid");
  await item(page, words.loose).click();
  await page.getByText(vi.grid.rows("5"), { exact: true }).waitFor();

  // Withdrawing a group leaves its file, which is in none then; it is taken back as one step.
  await goTo(page, "/inventory/fonds/fonds-1/scheme");
  await item(page, "Ủy ban nhân dân thị trấn").click();
  await page.keyboard.press("Control+Delete");
  await page.getByText(words.withdrawHint("3", "1")).first().waitFor();
  await dialog.getByLabel(words.withdrawReason, { exact: false }).fill("Lập lại phương án");
  await dialog.getByRole("button", { name: words.withdraw }).click();
  await shown(page).toHaveLength(2);
  await page.getByText(words.summary("2", "0", "6")).waitFor();
  await button(page, /^Hoàn tác: /).click();
  await shown(page).toHaveLength(5);
  await page.getByText(words.summary("5", "1", "5")).waitFor();
  expect(errors).toEqual([]);
}, 240_000);

it("begins from a template, takes a sheet after a dry run, and is copied to another fonds", async () => {
  const { page, errors } = await openScheme();
  const dialog = page.getByRole("dialog");
  await button(page, words.from.template).click();
  await dialog.getByRole("radiogroup").getByText(words.yearWays.within).click();
  await dialog.getByLabel(words.fromYear).fill("2019");
  await dialog.getByLabel(words.toYear).fill("2016");
  await dialog.getByText(/Nhập hai năm/).waitFor();
  await dialog.getByRole("radiogroup").getByText(words.yearWays.none).click();
  await dialog.getByText(words.preview.counts("13", "0")).waitFor();
  await look(page, "scheme-template");
  await dialog.getByRole("button", { name: words.preview.confirm("13") }).click();
  await shown(page).toHaveLength(13);

  // A sheet that is wrong is told so row by row; one that is right adds and renames, and the same again nothing.
  const sheet = async (lines: readonly (readonly string[])[]) => {
    await button(page, words.begin).click();
    await page.getByRole("menuitem", { name: words.from.sheet }).click();
    const bytes = await writeWorkbook([
      { name: "Nhóm", rows: [["Ký hiệu", "Nhóm", "Nhóm cha"], ...lines.map((line) => [...line])] },
    ]);
    await dialog
      .locator('input[type="file"]')
      .setInputFiles({ name: "phuong-an.xlsx", mimeType: "application/octet-stream", buffer: bytes });
  };
  await sheet([
    ["III", "", ""],
    ["1", "Nhóm mồ côi", "IX"],
  ]);
  await dialog.getByText(words.problems["parent-not-found"]("IX"), { exact: false }).waitFor();
  await look(page, "scheme-sheet-wrong");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  const good = [
    ["I", "HĐND thị trấn", ""],
    ["I.4", "Chất vấn", ""],
    ["III", "Đoàn thể", ""],
  ];
  await sheet(good);
  await dialog.getByText(words.preview.counts("1", "0")).waitFor();
  await dialog.getByLabel(words.preview.rename("1")).click();
  await dialog.getByText(words.preview.counts("2", "0"), { exact: false }).waitFor();
  await look(page, "scheme-sheet");
  await dialog.getByRole("button", { name: words.preview.confirm("3") }).click();
  await shown(page).toContain("2 4 Chất vấn");
  await shown(page).toContain("1 I HĐND thị trấn");
  await sheet(good);
  await dialog.getByText(words.preview.counts("0", "3"), { exact: false }).waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });

  const downloads = page.waitForEvent("download");
  await button(page, words.exportSheet).click();
  const exported = await (await downloads).path();

  await goTo(page, "/inventory/fonds/fonds-2/scheme");
  await button(page, words.from.fonds).click();
  await dialog.getByText(words.preview.counts("15", "0")).waitFor();
  await dialog.getByRole("button", { name: words.preview.confirm("15") }).click();
  await shown(page).toHaveLength(15);
  // What was exported of the one is what the other has now.
  await button(page, words.begin).click();
  await page.getByRole("menuitem", { name: words.from.sheet }).click();
  await dialog.locator('input[type="file"]').setInputFiles(exported);
  await dialog.getByText(words.preview.counts("0", "15"), { exact: false }).waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await page.evaluate(() => {
    document.documentElement.dataset["mantineColorScheme"] = "dark";
  });
  await look(page, "scheme-dark");
  await page.evaluate(() => window.localStorage.setItem("mucluc.language", "en"));
  await page.evaluate(() => window.localStorage.setItem("mucluc.scale", "175"));
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByRole("tree").waitFor();
  await look(page, "scheme-en-175");
  expect(errors).toEqual([]);
}, 240_000);
