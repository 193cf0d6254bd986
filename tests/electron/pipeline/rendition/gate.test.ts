import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { bytesOf, withFile } from "#electron/pipeline/rendition/byte-source.ts";
import { lookOver } from "#electron/pipeline/rendition/gate.ts";
import { readSkeleton } from "#electron/pipeline/rendition/read-skeleton.ts";
import { layWords } from "#electron/pipeline/steps/text-layer.ts";
import { loadLayerFont, writePdfa } from "#electron/pipeline/steps/write-pdfa.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { encryptedPdf } from "#tests/fixtures/bad-objects.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleAbout } from "#tests/helpers/sample-records.ts";

let jpeg: Buffer;
let whole: Buffer;

beforeAll(async () => {
  jpeg = await asJpeg(await makePage({ seed: 1, dpi: 150, resources }));
  const font = await loadLayerFont(resources);
  const word = { text: "Quyết", confidence: 90, box: [200, 200, 300, 240], line: 0 } as const;
  const words = layWords([{ ...word, box: [...word.box] }], font.covered, 150);
  const pages = (async function* () {
    const page = { image: jpeg, width: 595.2, height: 841.92, words };
    yield await Promise.resolve(page);
    yield { ...page, words: [] };
  })();
  const chunks: Uint8Array[] = [];
  for await (const chunk of writePdfa(pages, font, { about: sampleAbout, createdAt: new Date(0) })) {
    chunks.push(chunk);
  }
  whole = Buffer.concat(chunks);
});

const look = async (bytes: Buffer) => {
  const { findings } = await lookOver(bytesOf(bytes));
  return findings.map(({ check, page }) => `${check} ${page}`);
};

/** Every place of a pattern put otherwise by text of the same length, so that all else stays where it was. */
function spoil(from: RegExp, to: string): Buffer {
  const text = whole.toString("latin1");
  const spoiled = text.replace(from, (found) => to.padEnd(found.length).slice(0, found.length));
  expect(spoiled).not.toBe(text);
  return Buffer.from(spoiled, "latin1");
}

describe("the gate", () => {
  it("finds nothing in what the writer writes, read from memory or from the disk", async () => {
    expect(await look(whole)).toEqual([]);
    expect((await lookOver(bytesOf(whole))).pages).toBe(2);
    const own = await withFile(import.meta.filename, (bytes) => bytes.at(0, 6));
    expect(own.toString()).toBe((await readFile(import.meta.filename, "utf8")).slice(0, 6));
  });

  it("reads no picture, and every other object", async () => {
    const skeleton = await readSkeleton(bytesOf(whole));
    expect(skeleton.length).toBeLessThan(whole.length - 2 * jpeg.length + 1000);
    expect(skeleton.toString("latin1").match(/ obj\b/g)).toHaveLength(
      whole.toString("latin1").match(/^\d+ 0 obj\b/gm)?.length ?? 0,
    );
  });

  it("sees what is no PDF, what is locked, and what is cut off", async () => {
    expect(await look(Buffer.from("not a PDF"))).toEqual(["readable 0"]);
    expect(await look(await encryptedPdf())).toContain("not-encrypted 0");
    expect(await look(whole.subarray(0, whole.length - 40))).toEqual(["readable 0"]);
  });

  it.each([
    [/\/FontFile2/, "/FontFileX", "fonts-embedded"],
    [/\/ToUnicode/, "/ToUnicodX", "fonts-unicode"],
    [/\/DestOutputProfile/, "/DestOutputProfilX", "output-intent"],
    [/<pdfaid:part>2/, "<pdfaid:part>9", "declared"],
    [/\/Metadata /, "/Metadatx ", "metadata"],
    [/<\/rdf:RDF>/, "</rdf:RDG>", "metadata"],
    [/\/ID \[/, "/IX [", "trailer-id"],
    [/>UBND huy/, ">UBNX huy", "info-agrees"],
    [/<xmp:ModifyDate>1970/, "<xmp:ModifyDate>1971", "info-agrees"],
    [/\/Filter \/DCTDecode/, "/Filter /LZWDecode", "filters"],
    [/\/Lang \(vi-VN\)/, "/AA <<>>", "no-action"],
    [/%%EOF\s*$/, "%%EOX", "structure"],
    [/\/Count 2/, "/Count 3", "page-count"],
  ])("sees %s become %s", async (from, to, check) => {
    expect((await look(spoil(from, to))).map((found) => found.split(" ")[0])).toContain(check);
  });

  it("names the page of what is wrong on one", async () => {
    const text = whole.toString("latin1");
    const at = text.lastIndexOf("/ColorSpace /DeviceRGB");
    const spoiled = `${text.slice(0, at)}/ColorSpace /DeviceCMYK${text.slice(at + 23)}`;
    expect(await look(Buffer.from(spoiled, "latin1"))).toContain("colours 2");
    const first = text.replace(/\/MediaBox \[0 0 595\.2 841\.92\]/, (box) =>
      "/MediaBox [0 0 1 1]".padEnd(box.length),
    );
    expect(first).not.toBe(text);
    expect(await look(Buffer.from(first, "latin1"))).toEqual(["page-boxes 1"]);
  });
});
