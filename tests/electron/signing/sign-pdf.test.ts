import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { bytesOf } from "#electron/pipeline/rendition/byte-source.ts";
import { lookOver } from "#electron/pipeline/rendition/gate.ts";
import { openPkcs12 } from "#electron/signing/pkcs12-means.ts";
import { hasPreflight, validateA1b } from "#tests/fixtures/preflight.ts";
import { finishedPdf } from "#tests/helpers/finished-pdf.ts";
import { agency, signedPdf } from "#tests/helpers/signed-pdf.ts";
import { makeAuthority, makeSigner, passphrase, type TestSigner } from "#tests/helpers/signer.ts";
import { withProgram } from "#tests/helpers/system-program.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const run = promisify(execFile);
let signer: TestSigner;

beforeAll(() => {
  signer = makeSigner(makeAuthority());
});

const signed = (pdf: Buffer, at = Date.now()) => signedPdf(pdf, openPkcs12(signer.p12, passphrase), { at });

async function onDisk(bytes: Buffer): Promise<string> {
  const path = join(temporaryFolder(), "signed.pdf");
  await writeFile(path, bytes);
  return path;
}

describe("a signed PDF/A", () => {
  it("keeps every byte of the rendition, and passes the gate", async () => {
    const pdf = await finishedPdf();
    const bytes = await signed(pdf);
    expect(bytes.subarray(0, pdf.length).equals(pdf)).toBe(true);
    expect(await lookOver(bytesOf(bytes))).toEqual({ pages: 2, findings: [] });
  });

  withProgram("pdfsig")("is valid to pdfsig, whole, and of whom it says", async () => {
    const path = await onDisk(await signed(await finishedPdf()));
    const { stdout } = await run("pdfsig", ["-nocert", path]);
    expect(stdout).toContain("Signature Validation: Signature is Valid.");
    expect(stdout).toContain("Total document signed");
    expect(stdout).toContain("ETSI.CAdES.detached");
    expect(stdout.normalize("NFC")).toContain("Ủy ban nhân dân huyện Tuy Phước");
  });

  withProgram("qpdf")("is sound to qpdf", async () => {
    const path = await onDisk(await signed(await finishedPdf()));
    const { stdout } = await run("qpdf", ["--check", path]);
    expect(stdout).toContain("No syntax or stream encoding errors found");
  });

  withProgram("pdftotext")("shows the body and the time in Vietnam, top right of page 1", async () => {
    const path = await onDisk(await signed(await finishedPdf(), Date.UTC(2025, 5, 2, 1, 2, 3)));
    const area = ["-x", "280", "-y", "0", "-W", "315", "-H", "60"];
    const { stdout } = await run("pdftotext", ["-f", "1", "-l", "1", "-layout", ...area, path, "-"]);
    expect(stdout.normalize("NFC").replace(/\s+/g, " ")).toContain(`${agency} 2025-06-02T08:02:03+07:00`);
    const { stdout: second } = await run("pdftotext", ["-f", "2", "-l", "2", path, "-"]);
    expect(second).not.toContain("+07:00");
  });

  it.skipIf(!hasPreflight)("stays a PDF/A to PDFBox, which knows level 1b", { timeout: 60_000 }, async () => {
    const path = await onDisk(await signed(await finishedPdf(1, "PDF/A-1b")));
    expect(await validateA1b(path, temporaryFolder())).toBe("valid");
  });
});
