import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { sampleFile, sampleFonds } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.outbox;
const scope = "52.550.21976";

it("shows what waits while there is no province, sends it once there is one, and keeps the pace a person sets", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 840 });
  await answerFirstRun(page, { name: "Trần Thị Hòa", role: "commune-preparer", unit: "Phước Lộc" });
  const files = Array.from({ length: 230 }, (_, at) =>
    sampleFile(`file-${String(at).padStart(3, "0")}`, {
      scope,
      code: `H05.02.2008.${at + 1}`,
      title: `Hồ sơ về việc giao đất ở, tập ${at + 1}`,
    }),
  );
  await putRecords(page, "fonds", [sampleFonds("fonds-1", { scope })]);
  await putRecords(page, "files", files);

  await page.getByRole("button", { name: vi.shell.status.details }).first().click();
  await page.getByRole("link", { name: words.open }).click();
  await page.getByText(words.reasons.off).waitFor();
  const records = page.getByRole("table", { name: words.records });
  await records.getByText("230").waitFor();
  await records.getByRole("button", { name: words.show(vi.refused.collections.files) }).click();
  await page.getByText("H05.02.2008.1 – Hồ sơ về việc giao đất ở, tập 1", { exact: true }).waitFor();
  await look(page, "outbox");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: words.exportAll }).click();
  expect((await download).suggestedFilename()).toMatch(/^chua-gui-tinh-.*\.zip$/);

  const token = "token-of-the-commune-0001";
  const enrolment = { token, scope, role: "commune-preparer", deviceId: "e2e-commune" } as const;
  const province = await startProvince(temporaryFolder(), [enrolment]);
  onTestFinished(() => province.stop());
  await goTo(page, "/settings");
  await page.getByLabel(vi.settings.address).fill(province.address);
  await page.getByLabel(vi.settings.token).fill(token);
  await page.getByRole("button", { name: vi.settings.connect, exact: true }).click();
  await page.getByText(vi.settings.provinceKinds.real, { exact: true }).waitFor();

  await page.getByRole("radio", { name: vi.uploads.between }).check();
  await page.getByLabel(vi.uploads.from).fill("21h30");
  await page.getByLabel(vi.uploads.to).fill("5");
  await page.getByRole("checkbox", { name: vi.uploads.metered }).check();
  await page.getByRole("button", { name: vi.uploads.save }).click();
  await page.getByText(vi.uploads.saved).waitFor();
  await page.getByRole("button", { name: vi.uploads.pause }).click();
  await page.getByText(vi.uploads.limits.paused).waitFor();
  await page.getByRole("region", { name: vi.uploads.title }).scrollIntoViewIfNeeded();
  await look(page, "upload-pace");

  await goTo(page, "/outbox");
  await page.getByText(words.nothing, { exact: true }).waitFor({ timeout: 60_000 });
  await showAs(page, { language: "en", dark: true, scale: 175 });
  await look(page, "outbox-english-dark");
  expect(app.errors).toEqual([]);
});
