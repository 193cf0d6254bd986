import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

declare const digestBrand: unique symbol;

/** The SHA-256 of some bytes, 64 lower-case hexadecimal digits: the address of an object. */
export type Digest = string & { readonly [digestBrand]: true };

/** True for 64 lower-case hexadecimal digits; the only texts that may become a path in an object store. */
export function isDigest(text: string): text is Digest {
  return /^[0-9a-f]{64}$/.test(text);
}

/** The SHA-256 of a text in UTF-8. */
export function digestOfText(text: string): Digest {
  return (own ? own("sha256", text, "hex") : digestInScript(text)) as Digest;
}

/** As `digestOfText`, where the platform has no such code of its own that answers at once: in a page. */
export function digestInScript(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

type Hash = (algorithm: "sha256", text: string, form: "hex") => string;
type Platform = { process?: { getBuiltinModule?: (name: string) => { hash?: Hash } | undefined } };

/** Node's, five times as fast. */
const own = (globalThis as Platform).process?.getBuiltinModule?.("node:crypto")?.hash;
