import { expect, it, onTestFinished } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { vi } from "#shared/text/vi.ts";
import { journaledRecords, putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleConflict, sampleFile, sampleFonds, stampAt } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.conflicts;
const monday = Date.UTC(2025, 4, 5, 2);
const side = (value: unknown, minutes: number, by: string, deviceId: string) => ({
  value: JSON.stringify(value),
  clock: stampAt(monday + minutes * 60_000, deviceId).clock,
  by,
  deviceId,
});

it("shows two values side by side, chooses one by a key, and says on the record that some wait", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 840 });
  await answerFirstRun(page, { name: "Lê Thị Kiểm", role: "district-checker", unit: "Huyện Tuy Phước" });
  const [first, second] = ["Hồ sơ giao đất ở năm 1998", "Hồ sơ giao đất ở và thu hồi đất năm 1998"];
  const minh = stampAt(monday + 5 * 60_000, "01JVMINH2");
  const base = sampleFile("file-1", { code: "P21952.12.0001" });
  await putRecords(page, "fonds", [sampleFonds("fonds-1")]);
  await putRecords(page, "files", [
    editRecord(base, { title: second, leafCount: 42, retention: "01" }, minh),
    sampleFile("file-2", { code: "P21952.12.0002", withdrawn: "Trùng với hộp 3" }),
  ]);
  const sides = (lan: unknown, other: unknown) => [
    side(lan, 1, "Nguyễn Thị Lan", "01JVLAN01"),
    side(other, 5, "Trần Văn Minh", "01JVMINH2"),
  ];
  await putRecords(page, "conflicts", [
    sampleConflict("cf-1", { sides: sides(first, second) }),
    sampleConflict("cf-2", { field: "leafCount", sides: sides(40, 42) }),
    sampleConflict("cf-3", { field: "retention", sides: sides("07", "01") }),
    sampleConflict("cf-4", {
      subjectId: "file-2",
      field: "withdrawn",
      sides: sides("", "Trùng với hộp 3"),
    }),
  ]);
  await page.getByRole("img", { name: words.badge("4") }).waitFor();
  await goTo(page, "/inventory/file/file-1");
  await page.getByText(words.notice("3"), { exact: false }).waitFor();
  await look(page, "conflicts-notice");
  await page.getByRole("link", { name: words.noticeLink }).click();
  await page.getByText(words.of("1", "4")).waitFor();
  await look(page, "conflicts");
  await showAs(page, { language: "en", scale: 175, dark: true });
  await look(page, "conflicts-dark-175");
  await showAs(page, { language: "vi", scale: 100, dark: false });

  await page.getByText(words.of("1", "4")).waitFor();
  await page.keyboard.press("1");
  await page.getByText(words.of("1", "3")).waitFor();
  await expect
    .poll(async () => (await journaledRecords(page, "files")).find(({ id }) => id === "file-1")?.title)
    .toBe(first);
  await page.keyboard.press("Control+z");
  await page.getByText(words.of("1", "4")).waitFor();
  expect(app.errors).toEqual([]);
}, 240_000);
