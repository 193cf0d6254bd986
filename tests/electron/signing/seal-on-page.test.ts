import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { bytesOf } from "#electron/pipeline/rendition/byte-source.ts";
import { lookOver } from "#electron/pipeline/rendition/gate.ts";
import { openPkcs12 } from "#electron/signing/pkcs12-means.ts";
import { readSeal, type Seal } from "#electron/signing/read-seal.ts";
import { verifyPdf } from "#electron/signing/verify-pdf.ts";
import { hasPreflight, validateA1b } from "#tests/fixtures/preflight.ts";
import { askPdfsig, isValidToPdfsig } from "#tests/helpers/ask-pdfsig.ts";
import { finishedPdf } from "#tests/helpers/finished-pdf.ts";
import { agency, signedPdf } from "#tests/helpers/signed-pdf.ts";
import { makeAuthority, makeSigner, passphrase, type TestSigner } from "#tests/helpers/signer.ts";
import { withProgram } from "#tests/helpers/system-program.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { testSeal } from "#tests/helpers/test-seal.ts";

const run = promisify(execFile);
const at = Date.UTC(2025, 5, 2, 1, 2, 3);
const dpi = 110;
let signer: TestSigner;
let seal: Seal;

beforeAll(async () => {
  signer = makeSigner(makeAuthority());
  seal = await readSeal(await testSeal(), 36);
});

const signed = (pdf: Buffer, time = Date.now()) =>
  signedPdf(pdf, openPkcs12(signer.p12, passphrase), { at: time, seal });
const unsealed = (pdf: Buffer) => signedPdf(pdf, openPkcs12(signer.p12, passphrase), { at });

async function onDisk(bytes: Buffer): Promise<string> {
  const path = join(temporaryFolder(), "signed.pdf");
  await writeFile(path, bytes);
  return path;
}

async function drawn(pdf: Buffer, page: number) {
  const path = await onDisk(pdf);
  const part = ["-x", "0", "-y", "0", "-W", "1000", "-H", String(3 * dpi)];
  const pages = ["-f", String(page), "-l", String(page)];
  await run("pdftoppm", ["-r", String(dpi), ...part, ...pages, "-png", path, path]);
  return sharp(await readFile(`${path}-${page}.png`))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
}

/** The red that a page shows and did not show before it was signed: its edges in millimetres. */
async function newRed(before: Buffer, after: Buffer, page: number) {
  const [old, { data, info }] = [await drawn(before, page), await drawn(after, page)];
  const isRed = (all: Buffer, at: number) =>
    (all[at] ?? 0) > 140 && (all[at + 1] ?? 0) < 90 && (all[at + 2] ?? 0) < 90;
  const red: { x: number; y: number }[] = [];
  for (let at = 0; at < data.length; at += 3) {
    if (!isRed(data, at) || isRed(old.data, at)) continue;
    red.push({ x: (at / 3) % info.width, y: Math.floor(at / 3 / info.width) });
  }
  const mm = (pixels: number) => (pixels / dpi) * 25.4;
  const edges = (all: number[]) => ({ from: mm(Math.min(...all)), to: mm(Math.max(...all) + 1) });
  const [across, down] = [edges(red.map(({ x }) => x)), edges(red.map(({ y }) => y))];
  return { count: red.length, across, down, width: mm(info.width) };
}

describe("a seal with a visible signature", () => {
  it("keeps the file a PDF/A to the gate, valid, and altered when a byte of the seal flips", async () => {
    const pdf = await finishedPdf();
    const bytes = await signed(pdf);
    expect(bytes.subarray(0, pdf.length).equals(pdf)).toBe(true);
    expect(await lookOver(bytesOf(bytes))).toEqual({ pages: 2, findings: [] });
    const state = async (some: Buffer) =>
      (await verifyPdf(bytesOf(some), [], Date.now())).map((one) => one.state);
    expect(await state(bytes)).toEqual(["valid"]);
    const where = bytes.indexOf(seal.colour);
    expect(where).toBeGreaterThan(pdf.length);
    const other = Buffer.from(bytes);
    other.writeUInt8((other.readUInt8(where + 300) + 1) % 256, where + 300);
    expect(await state(other)).toEqual(["altered"]);
  });

  it("stands once in a file, with a mask of its own, and adds little to it", async () => {
    const pdf = await finishedPdf();
    const [plain, sealed] = [await unsealed(pdf), await signed(pdf, at)];
    const tail = sealed.subarray(pdf.length).toString("latin1");
    expect(tail.match(/\/Subtype \/Image/g)).toHaveLength(2);
    expect(tail.match(/\/SMask /g)).toHaveLength(1);
    expect(sealed.length - plain.length).toBeLessThan(40_000);
  });

  it("leaves no trace where there is none", async () => {
    const pdf = await finishedPdf();
    const tail = (await unsealed(pdf)).subarray(pdf.length).toString("latin1");
    expect(tail).not.toContain("/Image");
    expect(tail).not.toContain("/SMask");
  });

  it("is not shown on a page that is smaller than it, which is signed all the same", async () => {
    const pdf = await finishedPdf(1, "PDF/A-2b", 110);
    const bytes = await signed(pdf);
    expect(bytes.subarray(pdf.length).includes("/Image")).toBe(false);
    expect(await verifyPdf(bytesOf(bytes), [], Date.now())).toMatchObject([{ state: "valid" }]);
  });

  withProgram("pdftoppm")("is shown at its true size, top right of page 1 and nowhere else", async () => {
    const pdf = await finishedPdf();
    const bytes = await signed(pdf);
    const { across, down, width } = await newRed(pdf, bytes, 1);
    expect(Math.abs(across.to - across.from - 36)).toBeLessThan(0.5);
    expect(Math.abs(down.to - down.from - 36)).toBeLessThan(0.5);
    // As far from the edge as the text; below it.
    expect(width - across.to).toBeCloseTo((20 / 72) * 25.4, 0);
    expect(down.from).toBeGreaterThan(10);
    expect(down.to).toBeLessThan(60);
    expect((await newRed(pdf, bytes, 2)).count).toBe(0);
    // Words that lie below it are not hidden: what was black stays so.
    const [before, after] = [await drawn(pdf, 1), await drawn(bytes, 1)];
    const black = (all: Buffer, at: number) => [0, 1, 2].every((one) => (all[at + one] ?? 255) < 60);
    let hidden = 0;
    for (let at = 0; at < before.data.length; at += 3) {
      if (black(before.data, at) && !black(after.data, at)) hidden += 1;
    }
    expect(hidden).toBe(0);
  });

  withProgram("pdftotext")("leaves the words where they stood", async () => {
    const area = ["-x", "280", "-y", "0", "-W", "315", "-H", "45"];
    const words = async (bytes: Buffer) =>
      (await run("pdftotext", ["-f", "1", "-l", "1", "-layout", ...area, await onDisk(bytes), "-"])).stdout;
    const pdf = await finishedPdf();
    const found = await words(await signed(pdf, at));
    expect(found.normalize("NFC").replace(/\s+/g, " ")).toContain(`${agency} 2025-06-02T08:02:03+07:00`);
    expect(found).toBe(await words(await unsealed(pdf)));
  });

  withProgram("pdfsig")("is valid to pdfsig, and no longer when a byte of the seal flips", async () => {
    const bytes = await signed(await finishedPdf());
    expect(isValidToPdfsig(await askPdfsig(bytes))).toBe(true);
    const at = bytes.indexOf(seal.colour) + 300;
    bytes.writeUInt8((bytes.readUInt8(at) + 1) % 256, at);
    expect(await askPdfsig(bytes)).toContain("Digest Mismatch");
  });

  withProgram("qpdf")("is sound to qpdf", async () => {
    const { stdout } = await run("qpdf", ["--check", await onDisk(await signed(await finishedPdf()))]);
    expect(stdout).toContain("No syntax or stream encoding errors found");
  });

  it.skipIf(!hasPreflight)(
    "is to PDFBox, which knows level 1b, nothing but the soft mask and the blending that level 2 brought",
    { timeout: 60_000 },
    async () => {
      const said = await validateA1b(
        await onDisk(await signed(await finishedPdf(1, "PDF/A-1b"))),
        temporaryFolder(),
      );
      const codes = said.split("\n").map((line) => line.split(" ")[0]);
      // 4.1.3: a mode of blending that level 1 lacks; 2.2.2: a soft mask.
      expect(codes.sort()).toEqual(["2.2.2", "4.1.3", "invalid"]);
    },
  );
});
