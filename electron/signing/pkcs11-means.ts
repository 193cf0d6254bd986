import { createHash, X509Certificate } from "node:crypto";
import { existsSync } from "node:fs";
import { Integer, Sequence } from "asn1js";
import { isCurrent, isSigningKey } from "./certificate-facts.ts";
import { loadPkcs11, tokenFault } from "./pkcs11-library.ts";
import type { Handle, Pkcs11Library, Pkcs11Token } from "./pkcs11-shape.ts";
import { SigningFault } from "./signing-fault.ts";
import type { SigningMeans } from "./signing-means.ts";

export type TokenChoice = {
  /** The module that the token's maker gives with it: a .dll or .so. */
  module: string;
  /** Number of the certificate that signs; the one that holds longest where it is empty. */
  serial: string;
};

type Held = { session: Handle; certificate: X509Certificate; others: X509Certificate[]; key: Handle };

/** What goes before a SHA-256 in a PKCS#1 v1.5 signature: its algorithm, in DER. */
const digestInfo = Buffer.from("3031300d060960864801650304020105000420", "hex");

/** Opens a token by its PIN (PKCS#11), by the module of its maker; the key never leaves it. Throws a `SigningFault`. */
export async function openPkcs11(choice: TokenChoice, pin: string): Promise<SigningMeans> {
  const library = await loadPkcs11();
  if (!existsSync(choice.module)) throw new SigningFault("no-module", choice.module);
  const token = new library.PKCS11();
  try {
    token.load(choice.module);
    token.C_Initialize();
  } catch (error) {
    token.close();
    throw tokenFault(error, "module-failed");
  }
  const close = () => {
    try {
      token.C_Finalize();
    } catch {
      // It was pulled out: there is nothing left to let go of.
    }
    token.close();
  };
  let held: Held;
  try {
    held = choose(library, token, choice.serial, pin);
  } catch (error) {
    close();
    throw tokenFault(error, "token-failed");
  }
  let open = true;
  let last: Promise<unknown> = Promise.resolve();
  return {
    certificate: held.certificate.raw,
    chain: held.others.map(({ raw }) => raw),
    sign(bytes) {
      // A session does one thing at a time.
      const signed = last.then(async () => {
        if (!open) throw new SigningFault("token-failed", "closed");
        try {
          return await signWith(library, token, held, pin, bytes);
        } catch (error) {
          throw tokenFault(error, "token-failed");
        }
      });
      last = signed.catch(() => undefined);
      return signed;
    },
    async close() {
      await last;
      if (open) close();
      open = false;
    },
  };
}

/** The certificate that signs and its key, on whichever of the tokens they are. */
function choose(library: Pkcs11Library, token: Pkcs11Token, serial: string, pin: string): Held {
  const slots = token.C_GetSlotList(true);
  if (slots.length === 0) throw new SigningFault("no-token");
  let refused: unknown;
  const found: Held[] = [];
  for (const slot of slots) {
    try {
      found.push(...readSlot(library, token, slot, pin));
    } catch (error) {
      refused ??= error;
    }
  }
  const now = Date.now();
  const chosen = found
    .filter(({ certificate }) => serial === "" || certificate.serialNumber.toUpperCase() === serial)
    .sort((one, other) => timeOf(other, now) - timeOf(one, now))[0];
  if (chosen) return chosen;
  throw refused ? tokenFault(refused, "token-failed") : new SigningFault("no-key");
}

function timeOf({ certificate }: Held, now: number): number {
  return isCurrent(certificate, now) ? certificate.validToDate.getTime() : 0;
}

function readSlot(library: Pkcs11Library, token: Pkcs11Token, slot: Handle, pin: string): Held[] {
  // An empty place in the token's box of slots is ready to be made one, and is none yet.
  if ((token.C_GetTokenInfo(slot).flags & library.CKF_TOKEN_INITIALIZED) === 0) return [];
  const session = token.C_OpenSession(slot, library.CKF_SERIAL_SESSION);
  try {
    token.C_Login(session, library.CKU_USER, pin);
  } catch (error) {
    if (!String(error).includes("CKR_USER_ALREADY_LOGGED_IN")) throw error;
  }
  const objects = (kind: number) => find(library, token, session, kind);
  const certificates = objects(library.CKO_CERTIFICATE).flatMap((object) => {
    const [value, id] = read(token, session, object, [library.CKA_VALUE, library.CKA_ID]);
    const certificate = value && certificateOf(value);
    return certificate ? [{ certificate, id: id?.toString("hex") ?? "" }] : [];
  });
  const keys = objects(library.CKO_PRIVATE_KEY).map((key) => {
    const [id] = read(token, session, key, [library.CKA_ID]);
    return { key, id: id?.toString("hex") ?? "" };
  });
  return certificates.flatMap(({ certificate, id }): Held[] => {
    const own = keys.find((key) => key.id === id);
    if (!own || !isSigningKey(certificate)) return [];
    const others = certificates.flatMap((one) => (one.certificate.ca ? [one.certificate] : []));
    return [{ session, certificate, others, key: own.key }];
  });
}

function find(library: Pkcs11Library, token: Pkcs11Token, session: Handle, kind: number): Handle[] {
  token.C_FindObjectsInit(session, [{ type: library.CKA_CLASS, value: kind }]);
  try {
    return token.C_FindObjects(session, 100);
  } finally {
    token.C_FindObjectsFinal(session);
  }
}

function read(token: Pkcs11Token, session: Handle, object: Handle, types: readonly number[]): Buffer[] {
  const values = token.C_GetAttributeValue(
    session,
    object,
    types.map((type) => ({ type })),
  );
  return values.map(({ value }) => (Buffer.isBuffer(value) ? value : Buffer.alloc(0)));
}

function certificateOf(der: Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(der);
  } catch {
    return undefined;
  }
}

async function signWith(
  library: Pkcs11Library,
  token: Pkcs11Token,
  { session, certificate, key }: Held,
  pin: string,
  bytes: Buffer,
): Promise<Buffer> {
  const digest = createHash("sha256").update(bytes).digest();
  const isCurve = certificate.publicKey.asymmetricKeyType === "ec";
  token.C_SignInit(session, { mechanism: isCurve ? library.CKM_ECDSA : library.CKM_RSA_PKCS }, key);
  const [always] = token.C_GetAttributeValue(session, key, [{ type: library.CKA_ALWAYS_AUTHENTICATE }]);
  if (Buffer.isBuffer(always?.value) && always.value[0] === 1) {
    token.C_Login(session, library.CKU_CONTEXT_SPECIFIC, pin);
  }
  const input = isCurve ? digest : Buffer.concat([digestInfo, digest]);
  const signature = await token.C_SignAsync(session, input, Buffer.alloc(1024));
  return isCurve ? asDer(signature) : signature;
}

/** A token gives the two numbers of an ECDSA signature side by side. */
function asDer(signature: Buffer): Buffer {
  const half = signature.length / 2;
  const number = (part: Buffer) => Integer.fromBigInt(BigInt(`0x${part.toString("hex")}`));
  const both = [number(signature.subarray(0, half)), number(signature.subarray(half))];
  return Buffer.from(new Sequence({ value: both }).toBER());
}
