import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from "node:crypto";

/** What a hub shows by TLS, as PEM: its private key, and a certificate that it signed itself. */
export type HubCertificate = { key: string; cert: string };

/** A hub's private key as PEM (P-256, which every TLS library speaks). */
export function makeHubKey(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/**
 * A certificate of the key, signed by the key. It proves nothing by itself: those who paired know the key (`pinOf`).
 * It never ends, for a laptop's clock may say any year.
 */
export function certificateOf(key: string): HubCertificate {
  const privateKey = createPrivateKey(key);
  const spki = publicBytes(createPublicKey(privateKey));
  const name = sequence(set(sequence(objectId(commonName), der(0x0c, Buffer.from("Mục Lục", "utf8")))));
  const algorithm = sequence(objectId(ecdsaWithSha256));
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    algorithm,
    name,
    sequence(der(0x17, Buffer.from("000101000000Z")), der(0x18, Buffer.from("99991231235959Z"))),
    name,
    spki,
  );
  const signature = sign("sha256", body, privateKey);
  const whole = sequence(body, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = whole.toString("base64").match(/.{1,64}/g) ?? [];
  return { key, cert: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n` };
}

/** How a hub's public key is pinned: the SHA-256 of its bytes, 64 hexadecimal digits. */
export function pinOf(publicKey: KeyObject): string {
  return createHash("sha256").update(publicBytes(publicKey)).digest("hex");
}

function publicBytes(key: KeyObject): Buffer {
  return key.export({ type: "spki", format: "der" });
}

/** Of X.509: 2.5.4.3, and of ANSI X9.62: 1.2.840.10045.4.3.2, in their encoded forms. */
const commonName = [0x55, 0x04, 0x03];
const ecdsaWithSha256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];

/** A value in DER (X.690): its tag, its length, and it. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(parts);
  const size = value.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), value]);
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return der(0x30, ...parts);
}

function set(...parts: readonly Uint8Array[]): Buffer {
  return der(0x31, ...parts);
}

function objectId(bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes));
}
