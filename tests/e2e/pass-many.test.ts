import { expect, it, onTestFinished } from "vitest";
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

const words = vi.check.many;
const digest = "a".repeat(64);

it("passes together what a passed sample stands for, leaves what is permanent to be opened, and takes it back", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page } = app;
  await answerFirstRun(page, { name: "Lê Văn Huyện", role: "district-checker", unit: "Huyện Tuy Phước" });
  await putRecords(page, "fonds", [sampleFonds("fonds-1")]);
  const plan = { samplePlan: "sample", sampleSize: 2, sampleResult: "passed" } as const;
  await putRecords(page, "batches", [sampleBatch("b", { state: "checking", ...plan })]);
  const file = (id: string, retention: "01" | "07") =>
    sampleFile(id, { batchId: "b", retention, receivedAt: "2025-05-20T01:00:00.000Z" });
  await putRecords(page, "files", [file("f1", "07"), file("f2", "07"), file("f3", "01")]);
  const places = ["f1", "f1", "f2", "f2", "f3"];
  await putRecords(
    page,
    "items",
    places.map((fileId, at) =>
      sampleItem(`i${at}`, {
        ...{ fileId, ordinal: at + 1, subject: `Quyết định giao đất số ${at + 1}` },
        renditionDigest: at === 3 ? "" : digest,
      }),
    ),
  );
  const captured = { capturedBy: "Trần Văn Quét" };
  await putRecords(
    page,
    "pages",
    places.map((_, at) => samplePage(`p${at}`, { itemId: `i${at}`, ...captured })),
  );
  await goTo(page, "/check/b/items");
  await page.getByRole("button", { name: words.open("4") }).click();
  const dialog = page.getByRole("dialog", { name: words.title });
  await dialog.getByText(words.whole("1")).waitFor();
  await dialog.getByRole("radio", { name: words.ofFile("H05.01.f1", "2") }).waitFor();
  await look(page, "pass-many-asked");
  await dialog.getByRole("button", { name: words.confirm("4") }).click();
  await page.getByText(words.done("3", "4"), { exact: true }).waitFor();
  await page.getByText(vi.check.item.progress("3", "5")).waitFor();
  await look(page, "pass-many-done");
  await page.getByRole("button", { name: words.undo("3") }).click();
  await page.getByText(words.undone("3", "3")).waitFor();
  await page.getByText(vi.check.item.progress("0", "5")).waitFor();
  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.getByRole("button", { name: "Pass together (4)…" }).waitFor();
  await look(page, "pass-many-english-dark-175");
  expect(app.errors.filter((error) => !error.includes("404"))).toEqual([]);
}, 180_000);
