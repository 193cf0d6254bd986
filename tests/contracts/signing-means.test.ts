import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verify, X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesOf } from "#electron/pipeline/rendition/byte-source.ts";
import { openPkcs11 } from "#electron/signing/pkcs11-means.ts";
import { openPkcs12 } from "#electron/signing/pkcs12-means.ts";
import { SigningFault } from "#electron/signing/signing-fault.ts";
import type { SigningMeans } from "#electron/signing/signing-means.ts";
import { verifyPdf } from "#electron/signing/verify-pdf.ts";
import { askPdfsig, isValidToPdfsig } from "#tests/helpers/ask-pdfsig.ts";
import { finishedPdf } from "#tests/helpers/finished-pdf.ts";
import { signedPdf } from "#tests/helpers/signed-pdf.ts";
import { makeAuthority, makeCurveSigner, makeSigner, passphrase } from "#tests/helpers/signer.ts";
import { withProgram } from "#tests/helpers/system-program.ts";
import { canTryTokens, makeToken, pin, tokenModule } from "#tests/helpers/test-token.ts";

type Way = { open: (secret: string) => Promise<SigningMeans>; secret: string };

const tokens = await canTryTokens();
const authority = makeAuthority();
const signer = makeSigner(authority);
const folder = mkdtempSync(join(tmpdir(), "mucluc-signing-"));
const curve = makeCurveSigner(authority, folder);

beforeAll(async () => {
  const both = [signer, curve].map((one) => ({ signer: one, authority: authority.der }));
  if (tokens) await makeToken(folder, both);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function faultOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "",
    (error: unknown) => (error instanceof SigningFault ? error.kind : String(error)),
  );
}

/** What is asked of all that signs, whatever holds the key. */
function holds(way: Way): void {
  it("gives signatures that its certificate verifies, many at once", async () => {
    const means = await way.open(way.secret);
    const { publicKey } = new X509Certificate(means.certificate);
    const all = Array.from({ length: 12 }, (_, at) => Buffer.from(`văn bản ${at}`));
    const signatures = await Promise.all(all.map((bytes) => means.sign(bytes)));
    for (const [at, bytes] of all.entries()) {
      expect(verify("sha256", bytes, publicKey, signatures[at] ?? Buffer.alloc(0))).toBe(true);
    }
    await means.close();
  });

  it("signs a PDF/A so that it is valid and leads to its issuer", async () => {
    const means = await way.open(way.secret);
    const signed = await signedPdf(await finishedPdf(1), means);
    await means.close();
    const roots = [new X509Certificate(authority.der)];
    const found = await verifyPdf(bytesOf(signed), roots, Date.now());
    expect(found).toMatchObject([{ state: "valid", trust: "trusted" }]);
  });

  withProgram("pdfsig")(
    "signs a PDF/A so that pdfsig calls it valid, and another byte of it not",
    async () => {
      const means = await way.open(way.secret);
      const signed = await signedPdf(await finishedPdf(1), means);
      await means.close();
      expect(isValidToPdfsig(await askPdfsig(signed))).toBe(true);
      const at = signed.indexOf(Buffer.from([0xff, 0xd8, 0xff])) + 1000;
      signed[at] = (signed[at] ?? 0) ^ 1;
      expect(await askPdfsig(signed)).toContain("Digest Mismatch");
    },
  );

  it("refuses a wrong secret, and opens again with the right one", async () => {
    expect(await faultOf(way.open("000000"))).toBe("wrong-secret");
    const means = await way.open(way.secret);
    expect((await means.sign(Buffer.from("sau"))).length).toBeGreaterThan(60);
    await means.close();
  });

  it("signs nothing once it is closed, and closes twice", async () => {
    const means = await way.open(way.secret);
    await means.close();
    await means.close();
    expect(await faultOf(means.sign(Buffer.from("muộn")))).not.toBe("");
  });
}

describe("signing with a key file", () => {
  holds({
    open: (secret) => Promise.resolve().then(() => openPkcs12(signer.p12, secret)),
    secret: passphrase,
  });
});

describe("signing with a key file of an elliptic curve", () => {
  holds({
    open: (secret) => Promise.resolve().then(() => openPkcs12(curve.p12, secret)),
    secret: passphrase,
  });
});

describe.skipIf(!tokens)("signing with a token", () => {
  const open = (secret: string) => openPkcs11({ module: tokenModule, serial: signer.serial }, secret);
  holds({ open, secret: pin });

  it("says what is not there", async () => {
    const none = openPkcs11({ module: `${tokenModule}.none`, serial: "" }, pin);
    expect(await faultOf(none)).toBe("no-module");
    const noModule = openPkcs11({ module: import.meta.filename, serial: "" }, pin);
    expect(await faultOf(noModule)).toBe("module-failed");
    expect(await faultOf(openPkcs11({ module: tokenModule, serial: "0BAD" }, pin))).toBe("no-key");
  });
});

describe.skipIf(!tokens)("signing with a token of an elliptic curve", () => {
  holds({ open: (secret) => openPkcs11({ module: tokenModule, serial: curve.serial }, secret), secret: pin });
});
