import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { Check } from "typebox/value";
import type { PageWords } from "#shared/archive/page.ts";
import {
  renditionChecks,
  type RenditionReport,
  renditionReportSchema,
} from "#shared/archive/rendition-report.ts";
import type { Digest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { readFailure } from "#electron/pipeline/failure.ts";
import { openInPdfjs } from "#electron/pipeline/media/draw-pdf-page.ts";
import { readXmp } from "#electron/pipeline/rendition/read-xmp.ts";
import type { OtherCheckers } from "#electron/pipeline/rendition/other-checkers.ts";
import { makePdfa } from "#electron/pipeline/steps/make-pdfa.ts";
import { layWords } from "#electron/pipeline/steps/text-layer.ts";
import { loadLayerFont, writePdfa, type LayerFont } from "#electron/pipeline/steps/write-pdfa.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { hasPreflight, validateA1b } from "#tests/fixtures/preflight.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleAbout } from "#tests/helpers/sample-records.ts";
import { withProgram } from "#tests/helpers/system-program.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { asPdfaPage, importFrom, openStore } from "./pages-on-disk.ts";

const run = promisify(execFile);

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
const task = { about: sampleAbout, createdAt: "2025-06-02T01:00:00.000Z" };
const checkers = () => Promise.resolve([]);

beforeAll(async () => {
  jpeg = await asJpeg(await makePage({ seed: 1, dpi: 150, resources }));
  font = await loadLayerFont(resources);
});

async function makeOne() {
  const objects = await openStore();
  const { digest: wordsDigest } = await objects.put(Buffer.from(JSON.stringify(words)));
  const imported = await importFrom(objects, jpeg, "image/jpeg");
  const page = asPdfaPage(imported, "image/jpeg", wordsDigest);
  const rendition = await makePdfa(objects, { font, checkers }, { ...task, pages: [page, page] });
  return { objects, page, rendition, path: objects.path(rendition.digest) };
}

describe("the two-layer PDF/A", () => {
  it("passes the gate, holds the JPEG byte for byte, and is the same each time it is made", async () => {
    const { objects, page, rendition, path } = await makeOne();
    expect(rendition).toMatchObject({ kind: "two-layer", dpiAssumed: 0 });
    const bytes = await readFile(path);
    expect(bytes.length).toBe(rendition.size);
    expect(bytes.includes(jpeg)).toBe(true);
    const again = await makePdfa(objects, { font, checkers }, { ...task, pages: [page, page] });
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
      { font: { ...font, covered: new Unreadable() }, checkers },
      { ...task, pages: [page] },
    );
    expect(rendition.kind).toBe("image-only");
    const bytes = await readFile(objects.path(rendition.digest));
    expect((await reportOf(objects, rendition.reportDigest)).checks.every(({ passed }) => passed)).toBe(true);
    expect(bytes.includes(jpeg)).toBe(true);
  });

  it("says where it had to guess the size of a page", async () => {
    const { objects, page } = await makeOne();
    const rendition = await makePdfa(objects, { font, checkers }, { ...task, pages: [{ ...page, dpi: 0 }] });
    expect(rendition.dpiAssumed).toBe(1);
  });

  it("leaves out of the layer what the font has no glyph for", () => {
    const laid = layWords(words.words, font.covered, 150);
    expect(laid.map(({ text }) => text)).toEqual(["Quyết", "định", "Tuy", "Phước", "về"]);
    expect(laid[0]).toMatchObject({ x: 96, width: 48 });
  });

  withProgram("pdftotext")("gives its words to pdftotext, at their places", async () => {
    const { path } = await makeOne();
    const { stdout } = await run("pdftotext", ["-f", "1", "-l", "1", path, "-"]);
    expect(stdout.normalize("NFC")).toContain("Quyết định Tuy Phước");
    const { stdout: boxes } = await run("pdftotext", ["-f", "1", "-l", "1", "-bbox", path, "-"]);
    const shown = [
      ...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)</g),
    ];
    expect(shown.map(([, , , , , text]) => text?.normalize("NFC"))).toEqual([
      "Quyết",
      "định",
      "Tuy",
      "Phước",
      "về",
    ]);
    for (const [at, place] of shown.entries()) {
      const [left = 0, top = 0, right = 0, bottom = 0] = place
        .slice(1, 5)
        .map((value) => (Number(value) * 150) / 72);
      const box = words.words[at]?.box ?? [0, 0, 0, 0];
      expect(Math.abs(left - box[0])).toBeLessThan(4);
      expect(Math.abs(right - box[2])).toBeLessThan(4);
      // The bar of a selection spans the line: about the word's own height, over the same middle.
      expect(Math.abs((top + bottom) / 2 - (box[1] + box[3]) / 2)).toBeLessThan((box[3] - box[1]) * 0.35);
    }
  });

  it("gives its words to pdf.js, as the browser finds and copies them", async () => {
    const { path } = await makeOne();
    const { document, close } = await openInPdfjs(await readFile(path));
    try {
      const { items } = await (await document.getPage(1)).getTextContent();
      const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
      expect(text.normalize("NFC").replace(/\s+/g, " ").trim()).toBe("Quyết định Tuy Phước về");
    } finally {
      await close();
    }
  });

  withProgram("pdfinfo")("says the same of itself in both its places, and whose it is", async () => {
    const { path } = await makeOne();
    const { stdout } = await run("pdfinfo", [path]);
    expect(stdout).toMatch(/^Title:\s+Giao đất ‹ở› ＆ nhà$/m);
    expect(stdout).toMatch(/^Author:\s+UBND huyện Tuy Phước$/m);
    const { stdout: xmp } = await run("pdfinfo", ["-meta", path]);
    const said = readXmp(xmp.trim());
    expect(said?.get("dc:identifier")).toBe("H05.01.0000001");
    expect(said?.get("dc:title")).toBe("Giao đất ‹ở› ＆ nhà");
    expect(said?.get("dc:source")).toBe("H05 Phông UBND xã Mẫu");
    expect(said?.get("dc:date")).toBe("1995-06-02");
    expect(said?.get("dc:description")).toBe("12/QĐ-UBND; Hồ sơ giao đất năm 1995");
    expect(said?.get("dc:creator")).toBe("UBND huyện Tuy Phước");
    expect(said?.get("pdfaid:part")).toBe("2");
  });

  withProgram("qpdf")("is sound to qpdf", async () => {
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

describe("the report on it", () => {
  it("names every check, of the file itself, and is stored with it", async () => {
    const { objects, rendition } = await makeOne();
    const report = await reportOf(objects, rendition.reportDigest);
    expect(report).toMatchObject({ rendition: rendition.digest, kind: "two-layer", pages: 2, others: [] });
    expect(report.checks.map(({ check }) => check)).toEqual(renditionChecks);
    expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
  });

  it("with a fault that another checker finds in both kinds is kept beside the two-layer file", async () => {
    const { objects, page } = await makeOne();
    const faults = [{ page: 2, detail: "6.2.4.3 a device colour" }];
    const strict: OtherCheckers = () =>
      Promise.resolve([{ checker: "veraPDF", version: "1.26", outcome: "failed", faults }]);
    const made = await makePdfa(objects, { font, checkers: strict }, { ...task, pages: [page] });
    expect(made.kind).toBe("two-layer");
    expect((await reportOf(objects, made.reportDigest)).others[0]?.faults).toEqual(faults);
  });

  it("of a text layer that another checker refuses leads to the pictures alone", async () => {
    const { objects, page } = await makeOne();
    let asked = 0;
    const once: OtherCheckers = () => {
      const outcome = (asked += 1) === 1 ? "failed" : "passed";
      return Promise.resolve([{ checker: "qpdf", version: "11", outcome, faults: [] }]);
    };
    const made = await makePdfa(objects, { font, checkers: once }, { ...task, pages: [page] });
    expect(made.kind).toBe("image-only");
  });
});

describe("a full disk", () => {
  it("in the middle of a rendition leaves nothing half-written, and the page is not held for it", async () => {
    const { objects, page } = await makeOne();
    const before = await readdir(join(objects.path(page.digest), "..", "..", "incoming"));
    let written = 0;
    const full = {
      ...objects,
      put: (source: Parameters<typeof objects.put>[0]) =>
        objects.put(
          (async function* () {
            for await (const chunk of source instanceof Uint8Array ? [source] : source) {
              written += chunk.length;
              if (written > 40_000)
                throw Object.assign(new Error("no space left"), { code: "ENOSPC", syscall: "write" });
              yield chunk;
            }
          })(),
        ),
    };
    const making = makePdfa(full, { font, checkers }, { ...task, pages: [page, page] });
    const error: unknown = await making.catch((failure: unknown) => failure);
    expect(readFailure(error, "pdfa", 1)).toEqual({ kind: "rest" });
    expect(await readdir(join(objects.path(page.digest), "..", "..", "incoming"))).toEqual(before);
  });
});

async function reportOf(objects: ObjectStore, digest: Digest): Promise<RenditionReport> {
  const report: unknown = JSON.parse(await readFile(objects.path(digest), "utf8"));
  expect(Check(renditionReportSchema, report)).toBe(true);
  return report as RenditionReport;
}
