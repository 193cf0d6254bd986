import { execFileSync } from "node:child_process";
import { createWriteStream, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { expect, it, onTestFinished } from "vitest";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Digest } from "#shared/base/digest.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { writePackage } from "#shared/node/packages/write-package.ts";
import type { PackageModel } from "#shared/package/package-model.ts";
import { vi } from "#shared/text/vi.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { leaveHalfWritten } from "#tests/helpers/leave-half-written.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleBatch, sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { layOutSample, sampleModel } from "#tests/helpers/sample-package.ts";
import { writeAsZip } from "#tests/helpers/package-parts.ts";
import { treeParts } from "#tests/helpers/sample-tree.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.packages;
const withInventory = (model: PackageModel) => ({ ...model, file: { ...model.file, inventory: "1" } });
const script = join(import.meta.dirname, "..", "..", "scripts", "verify.ts");

it("a checker packs an accepted batch, verified, hears what lacks, and asks the commune for it, and takes in another's", async () => {
  const data = temporaryFolder();
  const app = await openApp(data, { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  page.setDefaultTimeout(60_000);
  await answerFirstRun(page, { name: "Lê Thị Kiểm", role: "district-checker", unit: "Huyện Tuy Phước" });
  const stored = await page.evaluate(async () => {
    const answer = await fetch("/object", { method: "POST", body: "%PDF-1.7 một văn bản" });
    return (await answer.json()) as { digest: Digest; size: number };
  });
  const scope = "52.550.21952";
  await putRecords(page, "fonds", [sampleFonds("fonds-1", { scope, code: "G09", archiveCode: "H08.31" })]);
  await putRecords(page, "batches", [sampleBatch("batch-1", { scope, state: "accepted" })]);
  const whole: Partial<ArchiveFile> = {
    ...{ scope, fondsId: "fonds-1", batchId: "batch-1", retention: "01", access: "01", language: "01" },
    ...{ startDate: "2016", endDate: "2016", leafCount: 1, pageCount: 1, box: "12", condition: "01" },
  };
  await putRecords(page, "files", [
    sampleFile("file-1", { ...whole, code: "H08.31.9.2016.5", notation: "5", title: "Quyết định năm 2016" }),
    sampleFile("file-2", { ...whole, code: "H08.31.9.2016.6", box: "", retention: "" }),
  ]);
  await putRecords(page, "items", [
    sampleItem("item-1", {
      ...{ scope, fileId: "file-1", ordinal: 1, type: "02", number: "5", symbol: "QĐ-UBND", pageCount: 1 },
      ...{ issuedDate: "2016-03-15", issuer: "UBND xã Phước Lộc", subject: "Về việc thử", access: "01" },
      ...{ language: "01", renditionDigest: stored.digest, renditionSize: stored.size },
    }),
    sampleItem("item-2", { scope, fileId: "file-2", ordinal: 1 }),
  ]);
  await goTo(page, "/check/batch-1");
  await page.getByRole("button", { name: words.open }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(words.profiles["aip-hoso-tt05"].label).click();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: words.start }).click(),
  ]);
  await dialog.getByText(words.made("1")).waitFor();
  await dialog
    .getByText(words.ofFile(words.fields["maintenance"] ?? "", words.lacks.missing))
    .first()
    .waitFor();
  await look(page, "packages");
  expect(saved.suggestedFilename()).toMatch(/AIP_hoso\.zip$/);
  const stick = temporaryFolder();
  await dialog.getByRole("textbox", { name: vi.packageCarrying.folder }).fill(stick);
  await dialog.getByRole("button", { name: vi.packageCarrying.start }).click();
  await dialog.getByText(vi.packageCarrying.written(stick).slice(0, 30)).waitFor();
  await look(page, "packages-carried");
  const bag = readdirSync(stick).find((name) => name.includes("AIP_hoso") && !/\.(txt|pdf)$/.test(name));
  expect(execFileSync(process.execPath, [script, join(stick, bag ?? "")], { encoding: "utf8" })).toContain(
    words.sound,
  );
  // The same as a tree of folders, which the command line reads too.
  await dialog.getByText(words.profiles["csdl-sohoa-codes"].label).click();
  const disk = temporaryFolder();
  await dialog.getByRole("textbox", { name: vi.packageCarrying.folder }).fill(disk);
  await dialog.getByRole("button", { name: vi.packageCarrying.start }).click();
  await dialog.getByText(words.madeTree("1")).waitFor();
  await look(page, "packages-tree");
  const tree = readdirSync(disk).find((name) => name.includes("CSDL_SOHOA") && !/\.(txt|pdf)$/.test(name));
  expect(
    execFileSync(process.execPath, [script, join(disk, tree ?? "")], { encoding: "utf8" }).split(words.sound),
  ).toHaveLength(3);
  await page.keyboard.press("Escape");

  // The app was killed while it wrote: it says where it was, knows another disk from that one, and goes on there.
  const carrying = vi.packageCarrying;
  const asked = { of: "batch", id: "batch-1", profile: "csdl-sohoa-codes" } as const;
  await leaveHalfWritten(data, asked, disk, Date.now());
  for (const [language, name, scale] of [
    ["en", "Archival package", 150],
    ["vi", words.open, 100],
  ] as const) {
    await showAs(page, { language, scale, dark: false });
    await page.getByRole("button", { name }).click();
    await dialog.getByText(words.profiles["csdl-sohoa-codes"].label.slice(0, 10)).last().click();
    await dialog.getByText(disk).first().waitFor();
    await look(page, `packages-unfinished-${language}`);
    if (language === "en") await page.keyboard.press("Escape");
  }
  const away = `${disk}-away`;
  renameSync(disk, away);
  mkdirSync(disk);
  await dialog.getByRole("button", { name: carrying.goOn }).click();
  await page.getByText(vi.faults["place-other"].what).waitFor();
  await page.getByText(vi.faults["place-other"].next).scrollIntoViewIfNeeded();
  await look(page, "packages-other-disk");
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "packages-other-disk-narrow");
  await page.setViewportSize({ width: 1280, height: 840 });
  rmSync(disk, { recursive: true });
  renameSync(away, disk);
  await dialog.getByRole("button", { name: carrying.goOn }).click();
  await dialog.getByText(carrying.resumed(join(disk, tree ?? ""), "1")).waitFor();
  await look(page, "packages-resumed");
  await page.keyboard.press("Escape");

  // Of what lacks the commune is asked for the paper that it has not brought.
  await page.getByRole("button", { name: vi.check.shortage.open }).click();
  const letter = page.getByRole("dialog", { name: vi.check.shortage.title("2025-001") });
  await letter.getByRole("textbox", { name: vi.check.shortage.before }).fill("5/2025");
  await letter.getByText(vi.check.shortage.noDate).first().waitFor();
  await letter.getByRole("textbox", { name: vi.check.shortage.before }).fill("25/5/2025");
  await look(page, "shortage-letter");
  const [letterFile] = await Promise.all([
    page.waitForEvent("download"),
    letter.getByRole("button", { name: vi.check.shortage.save("DOCX") }).click(),
  ]);
  expect(letterFile.suggestedFilename()).toBe("thong-bao-bo-sung-2025-001.docx");
  await page.keyboard.press("Escape");

  await goTo(page, "/inventory/file/file-1");
  await page.getByRole("button", { name: vi.grid.others }).click();
  await page.getByRole("menuitem", { name: words.open }).click();
  const [one] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog").getByRole("button", { name: words.start }).click(),
  ]);
  const path = join(temporaryFolder(), one.suggestedFilename());
  await one.saveAs(path);
  expect(execFileSync(process.execPath, [script, path], { encoding: "utf8" })).toContain(words.sound);
  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Archival package" }).click();
  await page.getByRole("dialog").waitFor();
  await look(page, "packages-english-large-dark");
  await page.keyboard.press("Escape");
  await showAs(page, { language: "vi", scale: 100, dark: false });

  // A package that another made is verified, shown beside what is here, and taken in.
  const theirs = await openObjectStore(join(temporaryFolder(), "objects"));
  const model = await sampleModel(theirs, 3);
  const file = { ...model.file, code: "H08.31.9.2016.9", notation: "9" };
  const laidOut = await layOutSample({ ...model, file }, "sip-hoso-tt05");
  const zip = join(temporaryFolder(), "1_goi.zip");
  await pipeline(writePackage(laidOut, { objects: theirs, at: 0 }), createWriteStream(zip));
  await goTo(page, "/inventory");
  await page.getByRole("link", { name: vi.packageTaking.open }).click();
  await page.locator("input[type=file]").setInputFiles(zip);
  await page.getByText(vi.packageTaking.stands.new).waitFor();
  await look(page, "packages-found");
  await page.getByRole("button", { name: vi.packageTaking.take("3") }).click();
  await page.getByText(vi.packageTaking.took("3")).waitFor();
  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.locator("input[type=file]").setInputFiles(zip);
  await page.getByText("0 new documents · 3 here as in the package · 0 different here").waitFor();
  await look(page, "packages-found-english-large-dark");
  await showAs(page, { language: "vi", scale: 100, dark: false });

  // A tree of folders too, file by file: to one that was handed over nothing is added.
  const more = { ...file, code: "H08.31.9.2016.10", notation: "10" };
  const parts = await treeParts(
    theirs,
    [model, { ...model, file: more }].map(withInventory),
    "csdl-sohoa-tt02",
  );
  await page.locator("input[type=file]").setInputFiles(await writeAsZip(parts));
  await page
    .getByRole("article", { name: "H08.31.9.2016.10" })
    .getByText(vi.packageTaking.stands.new)
    .waitFor();
  await look(page, "packages-found-tree");
  await page.getByRole("button", { name: vi.packageTaking.take("3") }).click();
  await page.getByText(vi.packageTaking.took("3")).waitFor();
  const [lacking = ""] = [...parts.keys()].filter((path) => path.endsWith("2.pdf"));
  parts.delete(lacking);
  await page.getByRole("button", { name: vi.packageTaking.another }).click();
  await page.locator("input[type=file]").setInputFiles(await writeAsZip(parts));
  const unsound = page.getByRole("article", { name: "CSDL_SOHOA" });
  await unsound.getByText(vi.packageTaking.stands.unsound).waitFor();
  await look(page, "packages-found-tree-unsound");
  expect(errors).toEqual([]);
});
