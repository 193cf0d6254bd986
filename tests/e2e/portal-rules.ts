import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { RuleFiles } from "#shared/rules/rule-files.ts";
import { vi } from "#shared/text/vi.ts";
import { look } from "./pictures.ts";

const words = vi.portal;

/** The administrator chooses the older circular for all machines, and gives back data that was changed outside. */
async function changeData(page: Page): Promise<void> {
  const { circular, files } = words.admin.rules;
  await page.getByRole("radio", { name: vi.settings.rules.names["TT02-2019"] }).check();
  await page.getByRole("switch", { name: circular.closed }).check();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: files.save }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe(files.fileName(0));
  const text = readFileSync(await saved.path(), "utf8");
  const { quality, ...others } = JSON.parse(text) as RuleFiles;
  const give = async (name: string, content: string) => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: files.choose }).click();
    const buffer = Buffer.from(content);
    await (await chooser).setFiles({ name, mimeType: "application/json", buffer });
  };
  await give("thieu.json", text.slice(0, -9));
  await page.getByText(files.faulty("thieu.json")).waitFor();
  const source = "Hướng dẫn số 12/HD-SNV ngày 28/5/2025 của Sở Nội vụ";
  await give("chua-tang.json", JSON.stringify({ ...others, quality: { ...quality, source } }));
  await page.getByText(files.older(files.names.quality, 1, 1)).waitFor();
  await look(page, "portal-rules-data-older");
  await give("quy-tac.json", JSON.stringify({ ...others, quality: { ...quality, source, version: 2 } }));
  await page.getByText(files.chosen("quy-tac.json")).waitFor();
  const differences = page.getByRole("list", { name: words.admin.rules.changes.list });
  await differences.getByText(circular.same).waitFor();
  await differences.getByText(files.versionOf(2)).waitFor();
  await page.getByRole("region", { name: circular.title }).scrollIntoViewIfNeeded();
  await look(page, "portal-rules-circular");
  await page.getByRole("region", { name: files.title }).scrollIntoViewIfNeeded();
  await look(page, "portal-rules-data");
}

/** The administrator sets a later day, is told that another was faster, and publishes what then differs. */
export async function editRules(page: Page): Promise<void> {
  const { rules, packs } = words.admin;
  await page.getByRole("link", { name: rules.edit }).click();
  await page.getByText(rules.bundled).waitFor();
  await changeData(page);
  const day = page
    .getByRole("group", { name: vi.home.milestoneNames.communeDocuments })
    .getByLabel(rules.days.before, { exact: true });
  await day.fill("31/6/2025");
  await page.getByLabel(rules.campaign.from, { exact: true }).fill("19/5/2025");
  await page.getByText(rules.faults["no-day"]).waitFor();
  await look(page, "portal-rules-faults");
  await day.fill("5/7/2025");
  await page.getByLabel(rules.campaign.before, { exact: true }).fill("12/7/2025");
  await page.getByText(rules.chase.from("05/07/2025")).waitFor();
  const { steps, centres } = rules;
  const opened = (label: string) => page.getByRole("region", { name: label });
  await opened(steps.title).getByRole("button", { name: vi.batches.steps.accepted }).click();
  await opened(steps.title).getByLabel(steps.dueCommune, { exact: true }).selectOption("day");
  await opened(steps.title).getByLabel(steps.lastDay(steps.dueCommune), { exact: true }).fill("3/7/2025");
  const add = page.getByRole("combobox", { name: centres.add });
  // A list whose field is out of sight is hidden; who types in a field sees it.
  await add.scrollIntoViewIfNeeded();
  await add.fill("tuy phuoc");
  await page.getByRole("option", { name: "Huyện Tuy Phước" }).click();
  const center = page.getByRole("region", { name: "Huyện Tuy Phước" });
  await center.getByRole("button", { name: vi.batches.steps.preparing }).click();
  await center.getByLabel(steps.name).fill("Vệ sinh, tháo gỡ");
  await center.getByLabel(steps.ownRoles).check();
  for (const role of ["sorter", "district-checker", "capture-operator"] as const) {
    const box = center.getByLabel(vi.common.roles[role]);
    if ((await box.count()) > 0) await box.uncheck();
  }
  await center.getByText(rules.faults.nobody).waitFor();
  await look(page, "portal-rules-centre-fault");
  await center.getByLabel(vi.common.roles.sorter).check();
  await look(page, "portal-rules-centre");
  await opened(steps.title).getByText(steps.togetherHint).scrollIntoViewIfNeeded();
  await look(page, "portal-rules-steps");
  await page.getByLabel(rules.changes.reason).fill("UBND tỉnh lùi hạn của cấp xã");
  await page.getByRole("button", { name: rules.changes.publish(1) }).scrollIntoViewIfNeeded();
  await look(page, "portal-rules-changes");
  // Another publishes meanwhile.
  await page.evaluate(async () => {
    const asked = await fetch("/portal/admin/rules");
    const { milestones } = (await asked.json()) as { milestones: object };
    const reason = "Theo văn bản khác";
    const body = JSON.stringify({ expected: 0, milestones: { ...milestones, chaseAfter: 3 }, reason });
    const headers = { "content-type": "application/json" };
    await fetch("/portal/admin/rules", { method: "POST", headers, body });
  });
  await page.getByRole("button", { name: rules.changes.publish(1) }).click();
  await page.getByText(words.faults["rules-changed"]).waitFor();
  await page.getByText(rules.chase.from("08/07/2025")).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "portal-rules-changed-phone");
  await opened(steps.title).evaluate((part) => part.scrollIntoView());
  await look(page, "portal-rules-phone");
  await page.setViewportSize({ width: 1280, height: 840 });
  await page.getByRole("button", { name: rules.changes.publish(2) }).click();
  await page.getByText(packs.inForce("2")).waitFor();
  await page.getByText("UBND tỉnh lùi hạn của cấp xã").waitFor();
  await look(page, "portal-admin-packs-published");
}
