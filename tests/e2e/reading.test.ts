import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import type { Records } from "#shared/archive/collections.ts";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { layOut } from "#electron/sample/lay-out.ts";
import { asJpeg, makePage, type ScannedPage, scanSheet } from "#electron/sample/make-page.ts";
import { loadSampleFonts } from "#electron/sample/sample-fonts.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { journaledRecords, putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleBatch, sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.reading;
const code = "H05.2016.07";
const patience = 200_000;

async function itemOf(page: Page, id: string): Promise<Records["items"] | undefined> {
  return (await journaledRecords(page, "items")).find((one) => one.id === id);
}

/** A page that bears a stamp of secrecy. */
async function stamped(): Promise<ScannedPage> {
  const { document } = await makePage({ seed: 4, resources, dpi: 200 });
  const [first] = layOut(document, loadSampleFonts(resources));
  const stamps = [{ lines: ["TỐI MẬT"], x: 150, y: 170, turned: 0, size: 20 }];
  return scanSheet({ ...(first ?? { runs: [], rules: [] }), stamps }, { seed: 4, dpi: 200, turned: 0 });
}

const unlisted = {
  pageCount: 0,
  leaves: "",
  number: "",
  symbol: "",
  issuedDate: "",
  type: "",
  issuer: "",
  subject: "",
  signer: "",
} as const;

it("a scan's fields are confirmed one by one by keys, its words taken from it, and its PDF/A is copied from", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  page.setDefaultTimeout(60_000);
  await answerFirstRun(page, { name: "Lê Thị Kiểm", role: "district-checker", unit: "Huyện Tuy Phước" });
  await putRecords(page, "fonds", [sampleFonds("fonds-1", { name: "Phông UBND xã Mẫu" })]);
  await putRecords(page, "batches", [
    sampleBatch("batch-1", { state: "capturing", name: "Đợt thử đọc trường" }),
  ]);
  await putRecords(page, "files", [sampleFile("file-1", { code, batchId: "batch-1" })]);
  await putRecords(page, "items", [
    sampleItem("item-1", { ...unlisted, ordinal: 1 }),
    sampleItem("item-2", { ...unlisted, ordinal: 2 }),
  ]);
  const letter = await makePage({
    seed: 1,
    resources,
    dpi: 200,
    turned: 0.1,
    wear: { speckles: 300, noise: 14, blur: 2 },
  });
  const marked = await stamped();
  await goTo(page, "/capture/batch-1/items/item-2");
  await page.getByRole("heading", { level: 3, name: `${code}.2` }).waitFor();
  await page
    .getByLabel(vi.capture.items.add)
    .setInputFiles([{ name: "co-dau.jpg", mimeType: "image/jpeg", buffer: await asJpeg(marked) }]);
  await goTo(page, "/capture/batch-1/items");
  await page.getByRole("button", { name: new RegExp(`^${code}\\.1`) }).click();
  await page
    .getByLabel(vi.capture.items.add)
    .setInputFiles([{ name: "van-ban.jpg", mimeType: "image/jpeg", buffer: await asJpeg(letter) }]);
  await expect
    .poll(async () => (await itemOf(page, "item-1"))?.renditionDigest ?? "", { timeout: patience })
    .not.toBe("");

  // The PDF/A as the app shows it: all of its words selected, and right.
  await page.getByRole("group", { name: vi.rendition.title }).waitFor();
  await page.getByRole("button", { name: vi.rendition.more }).click();
  await page.getByText(`✓ ${vi.rendition.checks["fonts-unicode"]}`).waitFor();
  await page.getByRole("button", { name: vi.rendition.less }).scrollIntoViewIfNeeded();
  await look(page, "rendition-report");
  await page.getByRole("button", { name: vi.capture.items.openPdf }).click();
  const shown = page.getByRole("dialog").getByRole("group", { name: /1\/1/ });
  await shown.locator("span").first().waitFor();
  await expect.poll(() => shown.getAttribute("aria-busy")).toBe("false");
  await shown.evaluate((element) => window.getSelection()?.selectAllChildren(element));
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.keyboard.press("Control+c");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(copied.normalize("NFC"));
  const wordsOf = (text: string) => text.normalize("NFC").split(/[^\p{L}\p{N}]+/u);
  const told = new Set(wordsOf(copied));
  const wanted = wordsOf(letter.text).filter((word) => word.length > 1);
  // Accents included: what lacks is what the reading got wrong, not what copying lost.
  expect(wanted.filter((word) => told.has(word)).length / wanted.length).toBeGreaterThan(0.9);
  expect(copied).toContain("NHÂN DÂN");
  await look(page, "rendition-selected");
  await page.keyboard.press("Escape");

  // Nothing of what is not sure is in the record before a person says so.
  const before = await itemOf(page, "item-1");
  const unsure = (["subject", "signer", "issuer"] as const).filter(
    (field) => !(before?.fieldsByMachine ?? "").split(/[\s,]+/).includes(field),
  );
  for (const field of unsure) expect(before?.[field]).toBe("");
  await goTo(page, "/reading/batch-1/item-1");
  const subject = page.getByRole("textbox", { name: words.fields.subject });
  await subject.waitFor();
  await page.getByRole("textbox", { name: words.fields.number, exact: true }).focus();
  const layer = page.getByRole("listbox");
  await layer.waitFor();
  await look(page, "reading-number");

  // A word clicked on the scan fills the field in focus; so does a zone that is dragged, and the keys.
  const signer = page.getByRole("textbox", { name: words.fields.signer });
  await signer.focus();
  const boxOf = async (word: RegExp) => {
    const box = await layer.getByRole("option", { name: word }).last().boundingBox();
    if (!box) throw new Error(`${String(word)} is nowhere on the scan`);
    return box;
  };
  const [first, last] = [await boxOf(/^Huỳnh$/), await boxOf(/^Thử\.?$/)];
  await page.mouse.click(last.x + last.width / 2, last.y + last.height / 2);
  await expect.poll(() => signer.inputValue()).toMatch(/^Thử\.?$/);
  await page.mouse.move(first.x - 2, first.y - 2);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width + 1, last.y + last.height + 2, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => signer.inputValue()).toMatch(/^Huỳnh Minh Thử\.?$/);
  await signer.fill(letter.document.signer);
  await subject.focus();
  await subject.press("F2");
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await look(page, "reading-picked");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await subject.inputValue()).trim().split(/\s+/).length).toBe(2);
  expect((await itemOf(page, "item-1"))?.fieldsConfirmed).toBe("");
  await subject.fill(letter.document.subject);
  await subject.press("Enter");
  await expect.poll(async () => (await itemOf(page, "item-1"))?.subject).toBe(letter.document.subject);
  // In a field Ctrl+Z is the field's own; on the scan it takes the confirmation back.
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await itemOf(page, "item-1"))?.subject).toBe(before?.subject);
  await subject.fill(letter.document.subject);
  await page.keyboard.press("Control+Enter");
  await expect.poll(async () => (await itemOf(page, "item-1"))?.signer).toBe(letter.document.signer);

  // A stamp of secrecy stops its item: no PDF/A, no fields, until a person decides.
  await expect.poll(async () => (await itemOf(page, "item-2"))?.hold, { timeout: patience }).toBe("secret");
  await goTo(page, "/reading/batch-1/item-2");
  await page.getByText(words.secret.title).first().waitFor();
  expect(await itemOf(page, "item-2")).toMatchObject({ renditionDigest: "", subject: "" });
  expect(await page.getByRole("textbox", { name: words.fields.subject }).count()).toBe(0);
  await look(page, "reading-secret");
  await page.getByRole("button", { name: words.secret.notSecret }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("Con dấu thử nghiệm, không phải dấu mật");
  await page.getByRole("dialog").getByRole("button", { name: words.secret.notSecret }).click();
  await expect.poll(async () => (await itemOf(page, "item-2"))?.hold).not.toBe("secret");
  await goTo(page, "/reading/batch-1/item-1");

  for (const [name, chosen] of [
    ["dark", { language: "vi", scale: 100, dark: true }],
    ["175", { language: "vi", scale: 175, dark: false }],
    ["english", { language: "en", scale: 100, dark: false }],
  ] as const) {
    await showAs(page, chosen);
    const texts = chosen.language === "en" ? en : vi;
    await page.getByRole("textbox", { name: texts.reading.fields.subject }).focus();
    await look(page, `reading-${name}`);
    await goTo(page, "/capture/batch-1/items/item-1");
    await page.getByRole("group", { name: texts.rendition.title }).waitFor();
    await look(page, `station-${name}`);
    await page.getByRole("group", { name: texts.rendition.title }).scrollIntoViewIfNeeded();
    await look(page, `rendition-${name}`);
    await goTo(page, "/reading/batch-1/item-1");
  }
  expect(errors).toEqual([]);
});
