import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import type { PageWords } from "#shared/archive/page.ts";
import { makePdfa } from "#electron/pipeline/steps/make-pdfa.ts";
import { checkPdfa } from "#electron/pipeline/steps/pdfa-gate.ts";
import { layWords } from "#electron/pipeline/steps/text-layer.ts";
import { loadLayerFont, writePdfa, type LayerFont } from "#electron/pipeline/steps/write-pdfa.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { encryptedPdf } from "#tests/fixtures/bad-objects.ts";
import { hasPreflight, validateA1b } from "#tests/fixtures/preflight.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { asPdfaPage, importFrom, openStore } from "./pages-on-disk.ts";

const run = promisify(execFile);

/** Runs a check with a program of the system, and says so where the program is not there. */
function withProgram(name: string, isThere: boolean) {
  if (!isThere) console.warn(`SKIPPED: ${name} is not installed here`);
  return it.skipIf(!isThere);
}

const has = (program: string) => {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return existsSync(join("/usr/bin", program));
  }
};

const words: PageWords = {
  text: "Quyết định 曲 Tuy Phước\nvề việc <giao> đất & ở",
  words: [
    { text: "Quyết", confidence: 90, box: [200, 200, 300, 240], line: 0 },
    { text: "định曲", confidence: 90, box: [310, 200, 380, 240], line: 0 },
    { text: "Tuy", confidence: 90, box: [400, 200, 450, 240], line: 0 },
    { text: "Phước", confidence: 90, box: [460, 200, 560, 240], line: 0 },
    { text: "về", confidence: 90, box: [200, 300, 240, 330], line: 1 },
    { text: "\u0000", confidence: 1, box: [240, 300, 250, 330], line: 1 },
  ],
};

let jpeg: Buffer;
let font: LayerFont;
const task = { title: "Giao đất <ở> & nhà", code: "H05.01.0000001", createdAt: "2025-06-02T01:00:00.000Z" };

beforeAll(async () => {
  jpeg = await asJpeg(await makePage({ seed: 1, dpi: 150, resources }));
  font = await loadLayerFont(resources);
});

async function makeOne() {
  const objects = await openStore();
  const { digest: wordsDigest } = await objects.put(Buffer.from(JSON.stringify(words)));
  const imported = await importFrom(objects, jpeg, "image/jpeg");
  const page = asPdfaPage(imported, "image/jpeg", wordsDigest);
  const rendition = await makePdfa(objects, font, { ...task, pages: [page, page] });
  return { objects, page, rendition, path: objects.path(rendition.digest) };
}

describe("the two-layer PDF/A", () => {
  it("passes the gate, holds the JPEG byte for byte, and is the same each time it is made", async () => {
    const { objects, page, rendition, path } = await makeOne();
    expect(rendition).toMatchObject({ gate: "passed", dpiAssumed: 0 });
    const bytes = await readFile(path);
    expect(bytes.length).toBe(rendition.size);
    expect(bytes.includes(jpeg)).toBe(true);
    const again = await makePdfa(objects, font, { ...task, pages: [page, page] });
    expect(again.digest).toBe(rendition.digest);
  });

  it("is made of the pictures alone where its text cannot be set, and says so", async () => {
    const { objects, page } = await makeOne();
    class Unreadable extends Set<number> {
      override has(): boolean {
        throw new Error("the font's table of characters is damaged");
      }
    }
    const rendition = await makePdfa(
      objects,
      { ...font, covered: new Unreadable() },
      { ...task, pages: [page] },
    );
    expect(rendition.gate).toBe("image-only");
    const bytes = await readFile(objects.path(rendition.digest));
    expect(await checkPdfa(bytes)).toEqual([]);
    expect(bytes.includes(jpeg)).toBe(true);
  });

  it("says where it had to guess the size of a page", async () => {
    const { objects, page } = await makeOne();
    const rendition = await makePdfa(objects, font, { ...task, pages: [{ ...page, dpi: 0 }] });
    expect(rendition.dpiAssumed).toBe(1);
  });

  it("leaves out of the layer what the font has no glyph for", () => {
    const laid = layWords(words.words, font.covered, 150);
    expect(laid.map(({ text }) => text)).toEqual(["Quyết", "định", "Tuy", "Phước", "về"]);
    expect(laid[0]).toMatchObject({ x: 96, width: 48 });
  });

  withProgram("pdftotext", has("pdftotext"))("gives its words to pdftotext, at their places", async () => {
    const { path } = await makeOne();
    const { stdout } = await run("pdftotext", ["-f", "1", "-l", "1", path, "-"]);
    expect(stdout.normalize("NFC")).toContain("Quyết định Tuy Phước");
    const { stdout: boxes } = await run("pdftotext", ["-f", "1", "-l", "1", "-bbox", path, "-"]);
    const found = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">Phước</.exec(boxes);
    const [left = 0, top = 0, right = 0, bottom = 0] = (found ?? [])
      .slice(1)
      .map((at) => (Number(at) * 150) / 72);
    expect(Math.abs(left - 460)).toBeLessThan(4);
    expect(Math.abs(right - 560)).toBeLessThan(4);
    expect(top).toBeLessThan(215);
    expect(bottom).toBeGreaterThan(235);
  });

  withProgram("qpdf", has("qpdf"))("is sound to qpdf", async () => {
    const { path } = await makeOne();
    const { stdout } = await run("qpdf", ["--check", path]);
    expect(stdout).toContain("No syntax or stream encoding errors");
  });

  withProgram("PDFBox preflight", hasPreflight)("written as PDF/A-1b, is valid to PDFBox", async () => {
    const laid = layWords(words.words, font.covered, 150);
    const pages = (async function* () {
      yield await Promise.resolve({ image: jpeg, width: 595.2, height: 841.92, words: laid });
    })();
    const folder = temporaryFolder();
    const path = join(folder, "a.pdf");
    const createdAt = new Date(task.createdAt);
    await writeFile(path, writePdfa(pages, font, { ...task, createdAt, level: "PDF/A-1b" }));
    expect(await validateA1b(path, folder)).toBe("valid");
    // The same checker must refuse what is not a PDF/A-1b.
    const { path: another } = await makeOne();
    expect(await validateA1b(another, folder)).toMatch(/^invalid/);
  });
});

describe("the gate", () => {
  const spoil = async (from: RegExp | string, to: string) => {
    const { path } = await makeOne();
    const text = (await readFile(path)).toString("latin1");
    const spoiled = text.replace(from, to);
    expect(spoiled).not.toBe(text);
    return checkPdfa(Buffer.from(spoiled, "latin1"));
  };

  it("sees what is no PDF and what is locked", async () => {
    expect(await checkPdfa(Buffer.from("not a PDF"))).toEqual(["unreadable"]);
    expect(await checkPdfa(await encryptedPdf())).toContain("encrypted");
  });

  it.each([
    [/\/FontFile2/, "/FontFileX", "font-not-embedded"],
    [/\/DestOutputProfile/, "/DestOutputProfilX", "no-output-intent"],
    [/<pdfaid:part>2/, "<pdfaid:part>9", "not-declared"],
    [/\/Metadata /, "/Metadatx ", "no-metadata"],
    [/\/ID \[/, "/IX [", "no-id"],
    [/\/ColorSpace \/DeviceRGB/, "/ColorSpace /DeviceCMYK", "device-cmyk"],
    [/>H05\.01\.0000001</, ">H05.01.0000002<", "title-differs"],
  ])("sees %s become %s", async (from, to, problem) => {
    expect(await spoil(from, to)).toContain(problem);
  });
});
