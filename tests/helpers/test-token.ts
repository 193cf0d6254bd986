import { execFileSync } from "node:child_process";
import { createPrivateKey } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findProgram } from "#electron/pipeline/rendition/find-program.ts";
import { loadPkcs11 } from "#electron/signing/pkcs11-library.ts";
import type { Handle, Pkcs11Token } from "#electron/signing/pkcs11-shape.ts";
import type { TestSigner } from "./signer.ts";

const modules = ["/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"];

export const tokenModule = modules.find((path) => existsSync(path)) ?? "";
export const pin = "482916";

/** Whether tokens can be tried here: SoftHSM2, and the module that speaks with tokens. */
export async function canTryTokens(): Promise<boolean> {
  const there =
    tokenModule !== "" &&
    findProgram("softhsm2-util") !== undefined &&
    (await loadPkcs11().then(
      () => true,
      () => false,
    ));
  if (!there) console.warn("SKIPPED: no SoftHSM2 (softhsm2), or pkcs11js was not compiled here");
  return there;
}

/** Makes a SoftHSM2 token in a folder with signers' keys and certificates; this process's tokens are then these. */
export async function makeToken(
  folder: string,
  signers: readonly { signer: TestSigner; authority: Buffer }[],
): Promise<void> {
  mkdirSync(join(folder, "tokens"));
  const config = join(folder, "softhsm2.conf");
  writeFileSync(config, `directories.tokendir = ${join(folder, "tokens")}\nlog.level = ERROR\n`);
  process.env["SOFTHSM2_CONF"] = config;
  const util = (...args: string[]) => execFileSync("softhsm2-util", args, { stdio: "pipe" });
  util("--init-token", "--free", "--label", "thu", "--pin", pin, "--so-pin", "12345678");
  for (const [at, { signer, authority }] of signers.entries()) {
    const id = `0${at + 1}`;
    const path = join(folder, `${id}.pem`);
    writeFileSync(path, createPrivateKey(signer.key).export({ format: "pem", type: "pkcs8" }));
    util("--import", path, "--token", "thu", "--label", `k${id}`, "--id", id, "--pin", pin);
    await putCertificate(signer.certificate, Buffer.from(id, "hex"));
    await putCertificate(authority, Buffer.from("ff", "hex"));
  }
}

/** What is called here alone: the product puts nothing onto a token. */
type Writing = {
  C_CreateObject(session: Handle, template: { type: number; value: number | boolean | Buffer }[]): Handle;
};

/** Numbers that PKCS#11 gives to them. */
const readWriteSession = 2;
const ofToken = 1;
const certificateType = 0x80;
const x509 = 0;
const subject = 0x101;

async function putCertificate(der: Buffer, id: Buffer): Promise<void> {
  const library = await loadPkcs11();
  const token = new library.PKCS11() as Pkcs11Token & Writing;
  token.load(tokenModule);
  token.C_Initialize();
  try {
    const [slot] = token.C_GetSlotList(true);
    if (!slot) throw new Error("no slot");
    const session = token.C_OpenSession(slot, library.CKF_SERIAL_SESSION | readWriteSession);
    token.C_Login(session, library.CKU_USER, pin);
    token.C_CreateObject(session, [
      { type: library.CKA_CLASS, value: library.CKO_CERTIFICATE },
      { type: certificateType, value: x509 },
      { type: ofToken, value: true },
      { type: subject, value: Buffer.from("3000", "hex") },
      { type: library.CKA_ID, value: id },
      { type: library.CKA_VALUE, value: der },
    ]);
  } finally {
    token.C_Finalize();
    token.close();
  }
}
