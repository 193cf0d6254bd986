import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { OwnStep } from "#shared/rules/batch-steps.ts";
import { vi } from "#shared/text/vi.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleBatch, sampleFile, sampleFonds } from "#tests/helpers/sample-records.ts";
import { sampleSteps, togetherSteps } from "#tests/helpers/sample-steps.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look } from "./pictures.ts";
import { setRules } from "./set-rules.ts";

const commune = {
  token: "token-of-the-commune-0001",
  scope: "52.550.21952",
  role: "commune-preparer",
} as const;

it("follows the rules that the province sets: said once, shown in the settings, asked for in forms and grid", async () => {
  const folder = temporaryFolder();
  const content = join(temporaryFolder(), "quy-tac.json");
  const source = "Hướng dẫn của Sở Nội vụ, quy định tiêu đề ngắn";
  const files = {
    code: { needed: "listing", limit: 30 },
    title: { needed: "listing", limit: 40 },
    note: { limit: 25 },
  };
  const profile = {
    name: "TT02-2019",
    version: 2,
    source,
    fonds: { name: { limit: 200 } },
    files,
    items: {},
  };
  const own: OwnStep[] = [
    { step: "preparing", name: "Vệ sinh, tháo gỡ", roles: ["sorter"] },
    { step: "checking", name: "Soát ảnh" },
  ];
  const { centres = [] } = sampleSteps(2, own);
  const batchSteps = { ...togetherSteps(2, ["received", "checking"]), centres };
  writeFileSync(content, JSON.stringify({ profiles: [profile], batchSteps }));
  expect(
    setRules(
      folder,
      "--set",
      content,
      "--profile",
      "TT02-2019",
      "--closed",
      "--by",
      "Sở Nội vụ",
      "--reason",
      "Theo hướng dẫn",
    ),
  ).toMatchObject({ rules: 1, profile: "TT02-2019", open: false, "TT02-2019": 2 });

  const province = await startProvince(folder, [{ ...commune, deviceId: "commune" }]);
  onTestFinished(() => province.stop());
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  await page.setViewportSize({ width: 1280, height: 840 });
  await answerFirstRun(page, { name: "Trần Thị Xã", role: commune.role, unit: "Thị trấn Tuy Phước" });
  await goTo(page, "/settings");
  await page.getByText(vi.rulePack.bundled).waitFor();
  await page.getByLabel(vi.settings.address).fill(province.address);
  await page.getByLabel(vi.settings.token).fill(commune.token);
  await page.getByRole("button", { name: vi.settings.connect }).click();

  const said = vi.rulePack.changed(1, vi.settings.rules.names["TT02-2019"]);
  await page.getByText(said).waitFor({ timeout: 60_000 });
  await page.getByText(vi.rulePack.closed).waitFor();
  await page.getByText(`${source}.`).waitFor();
  expect(await page.getByRole("radio", { name: vi.settings.rules.names["TT02-2019"] }).isChecked()).toBe(
    true,
  );
  expect(await page.getByRole("radio", { name: vi.settings.rules.names["TT05-2025"] }).isDisabled()).toBe(
    true,
  );
  await page.getByText(vi.rulePack.closed).scrollIntoViewIfNeeded();
  await look(page, "rules-settings");

  // The center's own list of steps: its names and roles beside the common ones.
  const steps = page.getByRole("table", { name: vi.stepList.title });
  await steps.scrollIntoViewIfNeeded();
  const preparing = steps.getByRole("row", { name: /Vệ sinh, tháo gỡ/ });
  await preparing.getByText(vi.stepList.calledElse(vi.batches.steps.preparing)).waitFor();
  await preparing.getByRole("cell", { name: vi.common.roles.sorter, exact: true }).waitFor();
  await look(page, "rules-step-list");

  // The batches of a fonds are received together: one that is ready names those that are behind, and where they are.
  await putRecords(page, "fonds", [sampleFonds("fonds-1")]);
  const states = ["handed-over", "draft", "draft", "handed-over"] as const;
  const batches = states.map((state, at) =>
    sampleBatch(`b${at}`, { state, number: `2025-00${at + 1}`, name: `Hồ sơ đất đai, đợt ${at + 1}` }),
  );
  await putRecords(page, "batches", batches);
  const lies = (batchId: string, at: number) => sampleFile(`f${at}`, { batchId });
  await putRecords(page, "files", [...batches.map(({ id }) => id), "", ""].map(lies));
  await goTo(page, "/batches/b0");
  const behind = page.getByRole("list", { name: vi.barrier.behindTitle(vi.batches.moves.received, "2") });
  await behind.waitFor();
  expect(await behind.getByRole("link").allTextContents()).toEqual([
    "2025-002 · Hồ sơ đất đai, đợt 2",
    "2025-003 · Hồ sơ đất đai, đợt 3",
  ]);
  await page.getByText(vi.barrier.loose("2")).waitFor();
  await look(page, "fonds-barrier");
  await behind.getByRole("link").first().click();
  await page.getByRole("heading", { name: /2025-002/ }).waitFor();
  await goTo(page, "/settings");

  // Said once on a machine, and kept when the province is not there.
  await page.reload();
  await page.getByText(vi.rulePack.closed).waitFor();
  expect(await page.getByText(said).count()).toBe(0);

  await goTo(page, "/inventory");
  await page.getByRole("button", { name: vi.inventory.newFonds }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel(vi.inventory.fonds.code, { exact: false }).first().fill("P21952");
  await form.getByLabel(vi.inventory.fonds.name, { exact: false }).fill("Phông UBND thị trấn");
  await form.getByRole("button", { name: vi.common.save }).click();
  await form.waitFor({ state: "hidden" });
  await page.getByText("Phông UBND thị trấn").first().click();
  await page.getByText(vi.grid.noRows.files).waitFor();
  await page.getByRole("button", { name: vi.grid.byForm }).click();
  const title = form.getByLabel(vi.inventory.file.title, { exact: false });
  await title.fill("Hồ sơ giao đất năm 2016");
  expect(await form.getByText(/theo thông tư/).count()).toBe(0);
  await title.fill("Hồ sơ giao đất ở các thôn năm 2016 a");
  await form.getByText(vi.entry.room(4, 40)).waitFor();
  await look(page, "rules-form-counter");
  await title.fill("Hồ sơ giao đất ở các thôn năm 2016 của xã");
  await form.getByText(vi.entry.room(-1, 40)).waitFor();
  await page.keyboard.press("Escape");
  await form.waitFor({ state: "hidden" });

  // In the grid what is left is said while one types, and what is too long stays said.
  await page
    .getByRole("button", { name: new RegExp(`^${vi.grid.newRow}`) })
    .first()
    .click();
  await page.getByRole("grid").waitFor();
  await page.keyboard.type("P21952.0001");
  for (let step = 0; step < 2; step += 1) await page.keyboard.press("Tab");
  await page.keyboard.type("Hồ sơ giao đất ở các thôn năm 2016 a");
  await page.getByText(vi.entry.room(4, 40), { exact: true }).waitFor();
  await page.keyboard.type("bcdefg");
  await page.getByText(vi.entry.room(-2, 40), { exact: true }).waitFor();
  await look(page, "rules-grid-counter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await page.getByText(vi.entry.room(-2, 40), { exact: true }).waitFor();
  expect(errors).toEqual([]);
}, 180_000);

it("accepts a batch before another of its fonds with a reason of its own, which stays with the step", async () => {
  const folder = temporaryFolder();
  const content = join(temporaryFolder(), "quy-tac.json");
  writeFileSync(content, JSON.stringify({ batchSteps: togetherSteps(2, ["accepted"]) }));
  setRules(folder, "--set", content, "--by", "Sở Nội vụ", "--reason", "Nghiệm thu cả phông");
  const center = { token: "token-of-the-center-00001", scope: "52.550", role: "district-checker" } as const;
  const province = await startProvince(folder, [{ ...center, deviceId: "center" }]);
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  await answerFirstRun(page, { name: "Phạm Thị Duyệt", role: center.role, unit: "Huyện Tuy Phước" });
  await goTo(page, "/settings");
  await page.getByLabel(vi.settings.address).fill(province.address);
  await page.getByLabel(vi.settings.token).fill(center.token);
  await page.getByRole("button", { name: vi.settings.connect }).click();
  await page.getByText("Sở Nội vụ").first().waitFor({ timeout: 60_000 });
  // From here on there is no line: what was handed out holds.
  await province.stop();
  await putRecords(page, "fonds", [sampleFonds("fonds-1")]);
  await putRecords(page, "batches", [
    sampleBatch("b1", { state: "checking", number: "2025-001", name: "Hồ sơ đất đai, đợt 1" }),
    sampleBatch("b2", { state: "capturing", number: "2025-002", name: "Hồ sơ đất đai, đợt 2" }),
  ]);
  await putRecords(page, "files", [sampleFile("f1", { batchId: "b1" }), sampleFile("f2", { batchId: "b2" })]);

  await goTo(page, "/check/b1");
  await page.getByRole("button", { name: vi.check.accept }).first().click();
  const dialog = page.getByRole("dialog", { name: vi.check.acceptDialog.title });
  const own = dialog.getByLabel(vi.barrier.pastBehind);
  await own.waitFor();
  await dialog.getByText("2025-002", { exact: false }).waitFor();
  const lacking = dialog.getByRole("textbox");
  for (let at = 0; at < (await lacking.count()) - 1; at += 1)
    await lacking.nth(at).fill("Hồ sơ này xã giao sau, có biên bản riêng");
  const confirm = dialog.getByRole("button", { name: vi.check.acceptDialog.confirm });
  expect(await confirm.getAttribute("aria-disabled")).toBe("true");
  const reason = "Đợt 2 là hồ sơ mật, làm riêng ở kho huyện";
  await own.fill(reason);
  await look(page, "accept-before-others");
  await confirm.click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText(vi.common.batchStates.accepted).first().waitFor();
  await goTo(page, "/batches/b1");
  await page.locator("summary").first().click();
  await page.getByText(vi.barrier.pastGiven(reason)).waitFor();
  await page.getByText(vi.barrier.pastGiven(reason)).scrollIntoViewIfNeeded();
  await look(page, "accepted-before-others");
  expect(errors).toEqual([]);
}, 180_000);
