import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Digest } from "#shared/base/digest.ts";
import { vi } from "#shared/text/vi.ts";
import { findProgram } from "#electron/pipeline/rendition/find-program.ts";
import { journaledRecords, putRecords } from "#tests/helpers/desk-records.ts";
import { finishedPdf } from "#tests/helpers/finished-pdf.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleBatch, sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { makeAuthority, makeSigner, passphrase } from "#tests/helpers/signer.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { testSeal } from "#tests/helpers/test-seal.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.signing;
const { setting } = words;
const scope = "52.550.21952";

it("an approver chooses a key file, signs an accepted batch behind one passphrase, and sees whose it is", async () => {
  const authority = makeAuthority();
  const signer = makeSigner(authority);
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  page.setDefaultTimeout(60_000);
  await answerFirstRun(page, { name: "Trần Văn Duyệt", role: "district-checker", unit: "Huyện Tuy Phước" });
  const pdf = await finishedPdf(1);
  const stored = await page.evaluate(async (text) => {
    const body = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const answer = await fetch("/object", { method: "POST", body });
    return (await answer.json()) as { digest: Digest; size: number };
  }, pdf.toString("base64"));
  await putRecords(page, "fonds", [sampleFonds("fonds-1", { scope })]);
  await putRecords(page, "batches", [sampleBatch("batch-1", { scope, state: "accepted" })]);
  const file = { scope, fondsId: "fonds-1", batchId: "batch-1" };
  await putRecords(page, "files", [
    sampleFile("file-1", { ...file, code: "H08.31.9.2016.5", title: "Quyết định" }),
  ]);
  const made = {
    renditionDigest: stored.digest,
    renditionSize: stored.size,
    renditionKind: "two-layer",
  } as const;
  await putRecords(page, "items", [
    sampleItem("item-1", { scope, fileId: "file-1", ordinal: 1, subject: "Về việc giao đất", ...made }),
    sampleItem("item-2", { scope, fileId: "file-1", ordinal: 2, subject: "Về việc cấp phép", ...made }),
    sampleItem("item-3", { scope, fileId: "file-1", ordinal: 3, subject: "Chưa quét" }),
  ]);

  // Nothing is chosen yet: the dialog says so and leads to where that is done.
  await goTo(page, "/check/batch-1");
  await page.getByRole("button", { name: words.open, exact: true }).click();
  await page.getByText(words.faults["no-means"]).waitFor();
  await page.getByRole("link", { name: words.toSettings }).click();
  await page.getByRole("button", { name: setting.useFile }).click();
  const choosing = page.getByRole("dialog", { name: setting.fileTitle });
  const keyFile = { name: "ubnd-tuy-phuoc.p12", mimeType: "application/x-pkcs12", buffer: signer.p12 };
  await choosing.locator("input[type=file]").setInputFiles(keyFile);
  await choosing.getByLabel(words.passphrase).fill("sai mật khẩu");
  await choosing.getByRole("button", { name: setting.check }).click();
  await choosing.getByText(words.faults["wrong-secret"]).waitFor();
  await choosing.getByLabel(words.passphrase).fill(passphrase);
  await look(page, "signing-choose");
  await choosing.getByRole("button", { name: setting.check }).click();
  await choosing.waitFor({ state: "detached" });
  await page.getByText("Cơ quan chứng thực thử").first().waitFor();
  const root = { name: "goc.cer", mimeType: "application/pkix-cert", buffer: authority.der };
  const part = page.getByRole("region", { name: setting.title });
  await part.locator("input[type=file]").last().setInputFiles(root);
  await page.getByRole("button", { name: setting.removeTrusted("Cơ quan chứng thực thử") }).waitFor();
  await part.scrollIntoViewIfNeeded();
  await look(page, "signing-settings");

  // No seal unless one is chosen; one in another colour is refused.
  await part.getByText(setting.noSeal).waitFor();
  const choose = async (buffer: Buffer) => {
    const picture = { name: "dau-ubnd.png", mimeType: "image/png", buffer };
    await part.locator("input[type=file]").first().setInputFiles(picture);
  };
  await choose(await testSeal({ ink: "#1e3ec8" }));
  await part.getByLabel(setting.sealWidth).fill("36,5");
  await part.getByRole("button", { name: setting.useSeal }).click();
  await part.getByText(words.faults["seal-not-red"]).waitFor();
  await part.getByText(setting.noSeal).scrollIntoViewIfNeeded();
  await look(page, "signing-seal-refused");
  await choose(await testSeal());
  await part.getByRole("button", { name: setting.useSeal }).click();
  await part.getByRole("img", { name: setting.sealPicture }).waitFor();
  await part.getByText(setting.sealNow("dau-ubnd.png", "36,5")).scrollIntoViewIfNeeded();
  await look(page, "signing-seal");

  await goTo(page, "/check/batch-1");
  await page.getByRole("button", { name: words.open, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(words.ready("2")).waitFor();
  await dialog.getByText(words.refused["no-rendition"]("1")).waitFor();
  await dialog.getByLabel(words.passphrase).fill(passphrase);
  await look(page, "signing-batch");
  await page.keyboard.press("Enter");
  await dialog.getByText(words.outcomes.done("2")).waitFor();
  await look(page, "signing-done");
  await page.keyboard.press("Escape");

  const signed = (await journaledRecords(page, "items")).find(({ id }) => id === "item-1");
  expect(signed?.signature).toMatchObject({ digest: signed?.renditionDigest, by: "Trần Văn Duyệt" });
  const bytes = await page.evaluate(async (digest) => {
    const answer = await fetch(`/object/${digest}`);
    return [...new Uint8Array(await answer.arrayBuffer())];
  }, signed?.renditionDigest ?? "");
  if (findProgram("pdfsig")) {
    const path = join(temporaryFolder(), "signed.pdf");
    writeFileSync(path, Buffer.from(bytes));
    const said = execFileSync("pdfsig", ["-nocert", path], { encoding: "utf8" });
    expect(said).toContain("Signature is Valid");
  } else console.warn("SKIPPED: pdfsig is not installed here");

  await goTo(page, "/inventory/file/file-1");
  await page.getByRole("button", { name: vi.grid.others }).click();
  await page.getByRole("menuitem", { name: words.verify }).click();
  await page.getByText(words.states.valid.label).first().waitFor();
  await page.getByText(words.trust.trusted).first().waitFor();
  await look(page, "signing-verified");
  await page.keyboard.press("Escape");
  await goTo(page, "/check/batch-1/items/item-1");
  await page.getByText(words.states.valid.label).waitFor();
  await look(page, "signing-item");

  await showAs(page, { language: "en", scale: 175, dark: true });
  await goTo(page, "/settings");
  await page.getByRole("region", { name: "Signing" }).scrollIntoViewIfNeeded();
  await look(page, "signing-english-large-dark");
  const english = page.getByRole("region", { name: "Signing" });
  await english.getByText(/^Seal shown/).scrollIntoViewIfNeeded();
  await look(page, "signing-seal-english-large-dark");
  await english.getByRole("button", { name: "Take the seal away" }).click();
  await english.getByText("No seal is shown.").waitFor();
  await showAs(page, { language: "vi", scale: 100, dark: false });
  await page.setViewportSize({ width: 390, height: 844 });
  await part.getByText(setting.noSeal).scrollIntoViewIfNeeded();
  await look(page, "signing-seal-narrow");
  expect(errors).toEqual([]);
});
