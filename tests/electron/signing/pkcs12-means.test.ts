import { execFile } from "node:child_process";
import { createHash, verify, X509Certificate } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { buildCms } from "#electron/signing/build-cms.ts";
import { factsOf } from "#electron/signing/certificate-facts.ts";
import { openPkcs12 } from "#electron/signing/pkcs12-means.ts";
import { SigningFault } from "#electron/signing/signing-fault.ts";
import { makeAuthority, makeSigner, passphrase, type Authority } from "#tests/helpers/signer.ts";
import { withProgram } from "#tests/helpers/system-program.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const run = promisify(execFile);
let authority: Authority;

beforeAll(() => {
  authority = makeAuthority();
});

function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof SigningFault) return error.kind;
    throw error;
  }
  return "";
}

describe("a key file", () => {
  it.each(["aes256", "3des"] as const)("opens with its passphrase, written with %s", async (cipher) => {
    const signer = makeSigner(authority, { cipher });
    const means = openPkcs12(signer.p12, passphrase);
    expect(means.certificate.equals(signer.certificate)).toBe(true);
    expect(means.chain.map((one) => one.equals(authority.der))).toEqual([true]);
    const certificate = new X509Certificate(means.certificate);
    expect(factsOf(certificate)).toMatchObject({
      name: "Ủy ban nhân dân huyện Tuy Phước",
      organization: "UBND huyện Tuy Phước",
      issuer: "Cơ quan chứng thực thử",
      serial: signer.serial,
    });
    const signature = await means.sign(Buffer.from("văn bản"));
    expect(verify("sha256", Buffer.from("văn bản"), certificate.publicKey, signature)).toBe(true);
  });

  it("says whether the passphrase is wrong or the file is none", () => {
    const { p12 } = makeSigner(authority);
    expect(faultOf(() => openPkcs12(p12, "khác"))).toBe("wrong-secret");
    expect(faultOf(() => openPkcs12(p12, ""))).toBe("wrong-secret");
    expect(faultOf(() => openPkcs12(Buffer.from("%PDF-1.7"), passphrase))).toBe("not-a-key-file");
    expect(faultOf(() => openPkcs12(Buffer.alloc(0), passphrase))).toBe("not-a-key-file");
    expect(faultOf(() => openPkcs12(p12.subarray(0, p12.length / 2), passphrase))).toBe("not-a-key-file");
  });

  withProgram("openssl")("opens as OpenSSL writes it, with RSA and with elliptic curves", async () => {
    for (const kind of [["rsa:2048"], ["ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]]) {
      const folder = temporaryFolder();
      const at = (name: string) => join(folder, name);
      const made = ["-newkey", ...kind, "-nodes", "-days", "30", "-subj", "/CN=Kiem thu"];
      await run("openssl", ["req", "-x509", ...made, "-keyout", at("k.pem"), "-out", at("c.pem")]);
      const into = ["-out", at("k.p12"), "-passout", "pass:mật khẩu Việt"];
      await run("openssl", ["pkcs12", "-export", "-inkey", at("k.pem"), "-in", at("c.pem"), ...into]);
      const means = openPkcs12(await readFile(at("k.p12")), "mật khẩu Việt");
      const content = Buffer.from("nội dung");
      const cms = await buildCms(createHash("sha256").update(content).digest(), means);
      await writeFile(at("s.der"), cms);
      await writeFile(at("content"), content);
      const files = [
        "-in",
        at("s.der"),
        "-content",
        at("content"),
        "-CAfile",
        at("c.pem"),
        "-out",
        at("out"),
      ];
      const ways = ["-verify", "-cades", "-binary", "-inform", "DER", "-purpose", "any"];
      const { stderr } = await run("openssl", ["cms", ...ways, ...files]);
      expect(stderr).toMatch(/CAdES Verification successful|Verification successful/i);
    }
  });
});
