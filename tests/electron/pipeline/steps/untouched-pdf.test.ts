import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { noCorrection } from "#shared/archive/correction.ts";
import { type RenditionReport } from "#shared/archive/rendition-report.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { makePdfa, type PdfaTools } from "#electron/pipeline/steps/make-pdfa.ts";
import { importPage } from "#electron/pipeline/steps/import-page.ts";
import { readPage } from "#electron/pipeline/steps/read-page.ts";
import type { TextReader } from "#electron/pipeline/steps/text-reader.ts";
import { loadLayerFont } from "#electron/pipeline/steps/write-pdfa.ts";
import type { PdfaPage } from "#electron/pipeline/worker/tasks.ts";
import { asPdf } from "#electron/sample/bind-scans.ts";
import { makePage } from "#electron/sample/make-page.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { typedPdf, withScript, withSignature } from "#tests/fixtures/typed-pdf.ts";
import { sampleAbout } from "#tests/helpers/sample-records.ts";
import { openStore } from "./pages-on-disk.ts";

const lines = [
  "ỦY BAN NHÂN DÂN XÃ MẪU",
  "Số: 12/QĐ-UBND ngày 02 tháng 6 năm 1995",
  "QUYẾT ĐỊNH về việc giao đất ở",
];
const task = { about: sampleAbout, createdAt: "2025-06-02T01:00:00.000Z" };
let typed: Buffer;
let scanned: Buffer;
let tools: PdfaTools;

beforeAll(async () => {
  typed = await typedPdf([lines, ["Trang thứ hai"]]);
  scanned = await asPdf([await makePage({ seed: 1, dpi: 100, resources })], new Date(0));
  tools = { font: await loadLayerFont(resources), checkers: () => Promise.resolve([]) };
});

/** Stores a PDF and imports its pages. */
async function bring(bytes: Buffer, count: number): Promise<{ objects: ObjectStore; pages: PdfaPage[] }> {
  const objects = await openStore();
  const { digest } = await objects.put(bytes);
  const pages: PdfaPage[] = [];
  for (let page = 0; page < count; page += 1) {
    const at = { digest, mediaType: "application/pdf", page };
    pages.push({ ...at, ...(await importPage(objects, at)) });
  }
  return { objects, pages };
}

/** A reader that must not be asked. */
const noReader: TextReader = {
  read: () => Promise.reject(new Error("the page was read from its image")),
  close: () => Promise.resolve(),
};

describe("a typed PDF", () => {
  it("is its own rendition, byte for byte, and the report says what of PDF/A it is not", async () => {
    const { objects, pages } = await bring(typed, 2);
    const made = await makePdfa(objects, tools, { ...task, pages });
    expect(made).toMatchObject({
      kind: "untouched",
      digest: pages[0]?.digest,
      size: typed.length,
      dpiAssumed: 0,
    });
    const report = JSON.parse(await readFile(objects.path(made.reportDigest), "utf8")) as RenditionReport;
    expect(report).toMatchObject({ kind: "untouched", pages: 2 });
    expect(report.checks.find(({ check }) => check === "output-intent")?.passed).toBe(false);
    expect(report.checks.find(({ check }) => check === "not-encrypted")?.passed).toBe(true);
  });

  it("gives its own words, at their places, and is not read from its image", async () => {
    const { objects, pages } = await bring(typed, 2);
    const [page] = pages;
    if (!page) throw new Error("no page");
    const reading = await readPage(objects, noReader, page);
    expect(reading.text.split("\n")).toEqual(lines);
    expect(reading.confidence).toBe(100);
    const { words } = JSON.parse(await readFile(objects.path(reading.wordsDigest), "utf8")) as {
      words: { text: string; box: number[]; line: number }[];
    };
    const scale = page.width / 595.28;
    const first = words[0];
    expect(first?.text).toBe("ỦY");
    expect(first?.box[0]).toBeCloseTo(72 * scale, -1);
    expect(first?.box[1]).toBeGreaterThan(68 * scale);
    expect(first?.box[3]).toBeLessThan(72 * scale + 20 * scale);
    expect(
      words
        .filter(({ line }) => line === 1)
        .map(({ text }) => text)
        .join(" "),
    ).toBe(lines[1]);
  });

  it("of which a page was left out, or corrected, is not altered: a PDF/A is made beside it", async () => {
    const { objects, pages } = await bring(typed, 2);
    const one = await makePdfa(objects, tools, { ...task, pages: pages.slice(0, 1) });
    expect(one.kind).toBe("two-layer");
    const turned = pages.map((page) => ({ ...page, correction: { ...noCorrection, turn: 90 as const } }));
    expect((await makePdfa(objects, tools, { ...task, pages: turned })).kind).toBe("two-layer");
    const master = pages[0]?.digest;
    if (!master) throw new Error("no master");
    expect((await readFile(objects.path(master))).equals(typed)).toBe(true);
  });

  it("in a font from before Unicode is read from its image: its codes are not its letters", async () => {
    const { objects, pages } = await bring(
      await typedPdf([["Céng hßa x· héi chñ nghÜa ViÖt Nam", "§éc lËp - Tù do - H¹nh phóc"]]),
      1,
    );
    const [page] = pages;
    if (!page) throw new Error("no page");
    await expect(readPage(objects, noReader, page)).rejects.toThrow("read from its image");
  });
});

describe("a signed PDF", () => {
  it.each([
    ["typed", () => typed, 2],
    ["scanned", () => scanned, 1],
  ] as const)("that was %s is never altered", async (_, pdf, count) => {
    const signed = await withSignature(pdf());
    const { objects, pages } = await bring(signed, count);
    const made = await makePdfa(objects, tools, { ...task, pages });
    expect(made.kind).toBe("untouched");
    expect((await readFile(objects.path(made.digest))).equals(signed)).toBe(true);
  });
});

describe("a scanned PDF", () => {
  it("becomes a two-layer PDF/A, its JPEG byte for byte, what it would run left behind", async () => {
    const { objects, pages } = await bring(await withScript(scanned), 1);
    const made = await makePdfa(objects, tools, { ...task, pages });
    expect(made.kind).toBe("two-layer");
    const bytes = await readFile(objects.path(made.digest), "latin1");
    expect(bytes).not.toContain("app.alert");
    const start = scanned.indexOf(Buffer.from([0xff, 0xd8, 0xff]));
    const end = scanned.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2;
    expect(Buffer.from(bytes, "latin1").includes(scanned.subarray(start, end))).toBe(true);
  });
});
