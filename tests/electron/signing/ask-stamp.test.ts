import { X509Certificate } from "node:crypto";
import { beforeAll, expect } from "vitest";
import { bytesOf } from "#electron/pipeline/rendition/byte-source.ts";
import { stampFrom } from "#electron/signing/ask-stamp.ts";
import { openPkcs12 } from "#electron/signing/pkcs12-means.ts";
import { SigningFault } from "#electron/signing/signing-fault.ts";
import { verifyPdf } from "#electron/signing/verify-pdf.ts";
import { askPdfsig, isValidToPdfsig } from "#tests/helpers/ask-pdfsig.ts";
import { finishedPdf } from "#tests/helpers/finished-pdf.ts";
import { signedPdf } from "#tests/helpers/signed-pdf.ts";
import {
  makeAuthority,
  makeSigner,
  passphrase,
  type Authority,
  type TestSigner,
} from "#tests/helpers/signer.ts";
import { startTimeStamper } from "#tests/helpers/time-stamper.ts";
import { withProgram } from "#tests/helpers/system-program.ts";

let authority: Authority;
let signer: TestSigner;
let stamper: TestSigner;

beforeAll(() => {
  authority = makeAuthority();
  signer = makeSigner(authority);
  stamper = makeSigner(authority, { name: "TSA thử", stamps: true });
});

withProgram("openssl")(
  "a time stamp is asked for, bound in, and proves the time after the certificate has expired",
  async () => {
    const stamp = stampFrom(await startTimeStamper(stamper));
    const bytes = await signedPdf(await finishedPdf(1), openPkcs12(signer.p12, passphrase), { stamp });
    const later = Date.now() + 5 * 365 * 86_400_000;
    const roots = [new X509Certificate(authority.der)];
    const [finding] = await verifyPdf(bytesOf(bytes), roots, later);
    expect(finding).toMatchObject({ state: "valid" });
    expect(Math.abs(Date.parse(finding?.stampedAt ?? "") - Date.now())).toBeLessThan(600_000);
    // A stamp of nobody who is trusted proves nothing.
    expect(await verifyPdf(bytesOf(bytes), [], later)).toMatchObject([{ state: "expired", stampedAt: "" }]);
    expect(await verifyPdf(bytesOf(bytes), [], Date.now())).toMatchObject([{ state: "valid" }]);
  },
);

withProgram("pdfsig")("a PDF/A with a time stamp in its signature is valid to pdfsig, whole", async () => {
  const stamp = stampFrom(await startTimeStamper(stamper));
  const bytes = await signedPdf(await finishedPdf(1), openPkcs12(signer.p12, passphrase), { stamp });
  expect(isValidToPdfsig(await askPdfsig(bytes))).toBe(true);
});

withProgram("openssl")("a spoiled, foreign or missing answer is no stamp", async () => {
  const faultOf = (address: string) =>
    stampFrom(address)(Buffer.from("chữ ký")).then(
      () => "",
      (error: unknown) => (error instanceof SigningFault ? error.kind : String(error)),
    );
  const spoil = (reply: Buffer) => {
    const bytes = Buffer.from(reply);
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    return bytes;
  };
  expect(await faultOf(await startTimeStamper(stamper, spoil))).toBe("stamp-failed");
  expect(await faultOf(await startTimeStamper(stamper, () => Buffer.from("khác")))).toBe("stamp-failed");
  expect(await faultOf("http://127.0.0.1:1/")).toBe("stamp-failed");
});
