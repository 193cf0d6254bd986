import { X509Certificate } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { bytesOf } from "#electron/pipeline/rendition/byte-source.ts";
import { openPkcs12 } from "#electron/signing/pkcs12-means.ts";
import { verifyPdf } from "#electron/signing/verify-pdf.ts";
import { askPdfsig, isValidToPdfsig } from "#tests/helpers/ask-pdfsig.ts";
import { finishedPdf } from "#tests/helpers/finished-pdf.ts";
import { signedPdf } from "#tests/helpers/signed-pdf.ts";
import { makeAuthority, makeSigner, passphrase, type Authority } from "#tests/helpers/signer.ts";
import { withProgram } from "#tests/helpers/system-program.ts";

const year = 365 * 86_400_000;
const now = Date.now();

let authority: Authority;
let pdf: Buffer;
let whole: Buffer;

beforeAll(async () => {
  authority = makeAuthority();
  pdf = await finishedPdf();
  whole = await signedPdf(pdf, openPkcs12(makeSigner(authority).p12, passphrase), { at: now });
});

const trusted = () => [new X509Certificate(authority.der)];
const verify = (bytes: Buffer, roots = trusted(), at = now) => verifyPdf(bytesOf(bytes), roots, at);

/** Positions to flip: every part of the file in equal steps, and both sides of each seam. */
function positions(steps: number): number[] {
  const gap = whole.indexOf("/Contents <", pdf.length) + 10;
  const end = whole.indexOf(">", gap);
  const seams = [
    0,
    8,
    pdf.length - 2,
    pdf.length,
    gap - 2,
    gap + 1,
    gap + 40,
    end,
    end + 1,
    whole.length - 3,
  ];
  const spread = (from: number, to: number) =>
    Array.from({ length: steps }, (_, step) => from + Math.floor(((to - from) * (step + 0.5)) / steps));
  // What is signed is before the gap and after it; the signature's own digits begin in it.
  return [
    ...new Set([
      ...seams,
      ...spread(0, pdf.length),
      ...spread(pdf.length, gap),
      ...spread(end, whole.length),
    ]),
  ];
}

/** Positions in equal steps over the picture of the first page: its bytes say nothing of how the PDF is built. */
function inPicture(steps: number): number[] {
  const from = pdf.indexOf(Buffer.from([0xff, 0xd8, 0xff]));
  const to = pdf.indexOf("endstream", from);
  return Array.from({ length: steps }, (_, step) => from + Math.floor(((to - from) * (step + 0.5)) / steps));
}

function flipped(at: number): Buffer {
  const bytes = Buffer.from(whole);
  bytes[at] = (bytes[at] ?? 0) ^ 0x01;
  return bytes;
}

describe("the verification of a signature", () => {
  it("says valid, of whom, by whom issued, and whether that one is trusted", async () => {
    const [finding, ...more] = await verify(whole);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      state: "valid",
      trust: "trusted",
      signer: { name: "Ủy ban nhân dân huyện Tuy Phước", issuer: "Cơ quan chứng thực thử" },
      signedAt: new Date(Math.floor(now / 1000) * 1000).toISOString(),
      stampedAt: "",
    });
    expect(await verify(whole, [])).toMatchObject([{ state: "valid", trust: "unknown" }]);
    const other = new X509Certificate(makeAuthority().der);
    expect(await verify(whole, [other])).toMatchObject([{ state: "valid", trust: "unknown" }]);
  });

  it("finds none in a PDF without, and in what is no PDF", async () => {
    expect(await verify(pdf)).toEqual([]);
    expect(await verify(Buffer.from("khác"))).toEqual([]);
  });

  it("says expired once the certificate is, and where it was so when it signed", async () => {
    expect(await verify(whole, trusted(), now + 5 * year)).toMatchObject([{ state: "expired" }]);
    const old = makeSigner(authority, { from: now - 4 * year, to: now - year });
    const late = await signedPdf(pdf, openPkcs12(old.p12, passphrase), { at: now });
    expect(await verify(late)).toMatchObject([{ state: "expired" }]);
  });

  it("never says valid of a flipped byte, wherever it is", async () => {
    for (const at of positions(60)) {
      const states = (await verify(flipped(at))).map(({ state }) => state);
      expect(states, `byte ${at}`).not.toContain("valid");
    }
  });

  it("says altered of a flipped byte of a page's picture, wherever in it", async () => {
    for (const at of inPicture(40)) {
      const states = (await verify(flipped(at))).map(({ state }) => state);
      expect(states, `byte ${at}`).toEqual(["altered"]);
    }
  });

  withProgram("pdfsig")("does so as pdfsig does", { timeout: 60_000 }, async () => {
    for (const at of inPicture(10))
      expect(await askPdfsig(flipped(at)), `byte ${at}`).toContain("Signature Validation: Digest Mismatch.");
  });

  it("says altered where something follows what was signed", async () => {
    expect(await verify(Buffer.concat([whole, Buffer.from("\n% thêm\n")]))).toMatchObject([
      { state: "altered" },
    ]);
  });

  withProgram("pdfsig")("says of flipped bytes what pdfsig says", { timeout: 60_000 }, async () => {
    const said = async (bytes: Buffer) => isValidToPdfsig(await askPdfsig(bytes));
    expect(await said(whole)).toBe(true);
    for (const at of positions(8)) expect(await said(flipped(at)), `byte ${at}`).toBe(false);
  });
});
