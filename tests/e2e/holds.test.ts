import { expect, it, onTestFinished } from "vitest";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleBatch, sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.holds;

it("keeps a file and a batch back with a reason, counts them, and lets them go on", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const dialog = page.getByRole("dialog");
  await answerFirstRun(page, { name: "Lê Văn Huyện", role: "district-checker", unit: "Huyện Tuy Phước" });
  await putRecords(page, "fonds", [sampleFonds("fonds-1")]);
  const batch = sampleBatch("batch-1", { name: "Hồ sơ địa chính đợt 1", state: "capturing" });
  await putRecords(page, "batches", [batch]);
  const files = ["1", "2", "3"].map((number) =>
    sampleFile(`file-${number}`, { batchId: "batch-1", code: `P1.000${number}`, box: number }),
  );
  await putRecords(page, "files", files);

  await goTo(page, "/batches/batch-1");
  // The batch and a file in it are taken on; the list of one's own work names both.
  await button(vi.claims.takeOf(vi.claims.batch(batch.number))).click();
  await button(vi.claims.takeOf(vi.claims.file("P1.0001"))).click();
  await button(vi.claims.releaseOf(vi.claims.file("P1.0001"))).waitFor();
  await look(page, "claims-batch");
  await goTo(page, "/");
  await page.getByText(vi.claims.myWork("2"), { exact: true }).waitFor();
  await look(page, "my-work");
  await button(vi.claims.releaseOf(vi.claims.file("P1.0001"))).click();
  await page.getByText(vi.claims.myWork("1"), { exact: true }).waitFor();
  await goTo(page, "/batches");
  await page.getByText(vi.claims.mine, { exact: true }).waitFor();
  await look(page, "claims-list");
  await goTo(page, "/batches/batch-1");
  for (const [code, reason, why] of [
    ["P1.0001", words.reasons.torn, "Rách mép tờ 3, 4"],
    ["P1.0003", words.reasons.secret, ""],
  ] as const) {
    await button(words.holdOf(words.file(code))).click();
    await page.getByRole("radio", { name: reason }).check();
    if (why !== "") await page.getByRole("textbox", { name: words.whyOptional }).fill(why);
    else await look(page, "hold-dialog");
    await dialog.getByRole("button", { name: words.hold, exact: true }).click();
    await page.getByText(words.held(reason), { exact: true }).waitFor();
  }
  const counts = [words.reasons.torn, words.reasons.secret].map((reason) => `${reason.toLowerCase()} 1`);
  await page.getByText(words.inBatch(counts.join(", "))).waitFor();
  await button(words.holdOf(words.batch(batch.number))).click();
  await page.getByRole("radio", { name: words.reasons.other }).check();
  await page.getByRole("textbox", { name: words.why }).fill("Chờ xã giải trình");
  await dialog.getByRole("button", { name: words.hold, exact: true }).click();
  await button(words.liftOf(words.batch(batch.number))).waitFor();
  await look(page, "holds");
  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.getByText(en.holds.held(en.holds.reasons.other)).waitFor();
  await page
    .getByRole("button", { name: en.holds.liftOf(en.holds.file("P1.0003")) })
    .scrollIntoViewIfNeeded();
  await look(page, "holds-dark-175-en");
  await showAs(page, { language: "vi", scale: 100, dark: false });

  await button(words.liftOf(words.file("P1.0001"))).click();
  await page.getByRole("textbox", { name: words.liftWhy }).fill("Đã vá xong");
  await dialog.getByRole("button", { name: words.lift, exact: true }).click();
  await button(words.holdOf(words.file("P1.0001"))).waitFor();
  await page.getByText(words.inBatch(counts[1] ?? "")).waitFor();

  // Three batches are received at once: the one kept back stays, and says why.
  const { held } = sampleFile("one", {
    held: { code: "missing-leaves", why: "", at: "2025-05-20T01:00:00.000Z", by: "Lê Văn Huyện" },
  });
  const handedOver = ["2025-002", "2025-003", "2025-004"].map((number) =>
    sampleBatch(`batch-${number}`, { number, name: `Đợt ${number}`, state: "handed-over" }),
  );
  await putRecords(page, "batches", [...handedOver.slice(0, 2), { ...handedOver[2], held } as typeof batch]);
  await goTo(page, "/batches");
  await page.getByText(`${vi.common.batchStates["handed-over"]} (3)`, { exact: true }).click();
  await page.getByRole("checkbox", { name: vi.many.selectAll("3") }).check();
  await button(vi.many.move(vi.batches.moves.received, "3")).waitFor();
  await look(page, "many-batches");
  await button(vi.many.move(vi.batches.moves.received, "3")).click();
  await page.getByText(vi.many.done("2", "3"), { exact: true }).waitFor();
  await page
    .getByText(vi.many.one("2025-004", vi.common.batchRefusals["batch-held"]), { exact: true })
    .waitFor();
  await look(page, "many-batches-moved");

  // The two that were received go back as one act, with a reason; the third was none of it.
  await page.getByText(vi.many.open("2", "2"), { exact: true }).waitFor();
  await page.getByRole("button", { name: /^Hoàn tác “/u }).click();
  await dialog.getByText(vi.many.undoHint("2", "2")).waitFor();
  await dialog.getByRole("textbox", { name: vi.batches.reason }).fill("Nhận nhầm, chưa thấy hộp");
  await look(page, "many-batches-undo");
  await dialog.getByRole("button", { name: vi.many.undoNow("2"), exact: true }).click();
  await page.getByText(vi.many.undone("2", "2"), { exact: true }).waitFor();
  await page.getByText(`${vi.common.batchStates["handed-over"]} (3)`, { exact: true }).waitFor();
  await look(page, "many-batches-undone");
  expect(errors).toEqual([]);
});

it("keeps a single item back at the station, and the daily report counts what is kept back", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  await answerFirstRun(page, { name: "Lê Văn Huyện", role: "district-checker", unit: "Huyện Tuy Phước" });
  await putRecords(page, "fonds", [sampleFonds("fonds-1")]);
  const batch = sampleBatch("batch-1", { name: "Hồ sơ địa chính đợt 1", state: "capturing" });
  await putRecords(page, "batches", [batch]);
  const held = { code: "torn", why: "", at: "2025-05-20T01:00:00.000Z", by: "Lê Văn Huyện" } as const;
  await putRecords(page, "files", [
    sampleFile("file-1", { batchId: "batch-1", code: "P1.0001" }),
    sampleFile("file-2", { batchId: "batch-1", code: "P1.0002", held }),
    sampleFile("file-3", { batchId: "batch-1", code: "P1.0003", held }),
  ]);
  await putRecords(page, "items", [
    sampleItem("item-1", { fileId: "file-1", ordinal: 1 }),
    sampleItem("item-2", { fileId: "file-1", ordinal: 2 }),
  ]);

  await goTo(page, "/capture/batch-1/items/item-1");
  const label = words.item("P1.0001.1");
  await page.getByRole("button", { name: words.holdOf(label), exact: true }).click();
  await page.getByRole("radio", { name: words.reasons["missing-leaves"] }).check();
  await page.getByRole("textbox", { name: words.whyOptional }).fill("Thiếu tờ 2");
  await look(page, "item-hold-dialog");
  await page.getByRole("dialog").getByRole("button", { name: words.hold, exact: true }).click();
  await page.getByText(words.itemStopped(words.reasons["missing-leaves"])).waitFor();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await look(page, "item-held");

  await goTo(page, "/reports");
  const { counted, names } = vi.reports.make;
  const chip = (code: string, count: string) =>
    page.getByRole("checkbox", { name: counted(names[code] ?? "", count), exact: true });
  await chip("held-torn", "2").waitFor({ state: "attached" });
  expect(await chip("held-torn", "2").isChecked()).toBe(true);
  expect(await chip("held-missing-leaves", "1").isChecked()).toBe(true);
  await page.getByText(counted(names["held-torn"] ?? "", "2")).scrollIntoViewIfNeeded();
  await look(page, "report-held");
  await showAs(page, { language: "vi", scale: 100, dark: true });
  await page.getByText(counted(names["held-torn"] ?? "", "2")).scrollIntoViewIfNeeded();
  await look(page, "report-held-dark");
  expect(errors).toEqual([]);
});
