import { randomBytes } from "node:crypto";
import { Check } from "typebox/value";
import { helloText } from "#shared/keys/hello.ts";
import type { PublicKeys } from "#shared/keys/key-text.ts";
import { verifyText } from "#shared/node/keys.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";
import { type Hello, helloSchema } from "#shared/replication/wire.ts";

/** A greeting is believed for so long, in milliseconds. */
const believedFor = 300_000;

const believed = new WeakMap<PublicKeys, { at: number; address: string; greeting: Promise<unknown> }>();

/**
 * Resolves when the province at the address has proven, by signing a fresh nonce, that it holds the pinned key.
 * Rejects with a `WireFault`: `stranger` where whoever answers does not hold it.
 */
export async function provePin(
  pin: PublicKeys,
  address: string,
  ask: (path: string) => Promise<string>,
  now: number = performance.now(),
): Promise<void> {
  const known = believed.get(pin);
  if (known?.address === address && now - known.at < believedFor) {
    await known.greeting;
    return;
  }
  const greeting = greet(pin, ask);
  believed.set(pin, { at: now, address, greeting });
  try {
    await greeting;
  } catch (error) {
    if (believed.get(pin)?.greeting === greeting) believed.delete(pin);
    throw error instanceof WireFault ? error : new WireFault("unreachable", `${address}: no greeting`, error);
  }
}

/** Greets a province with a nonce; its answer was signed by the pinned key. */
export async function greet(pin: PublicKeys, ask: (path: string) => Promise<string>): Promise<Hello> {
  const nonce = randomBytes(24).toString("base64url");
  const hello = readHello(await ask(`/hello?nonce=${nonce}`));
  if (!hello) throw new WireFault("garbled", "/hello: not of the protocol");
  const { keys, signature = "" } = hello;
  const same = keys?.signing === pin.signing && keys.sealing === pin.sealing;
  if (!same || !verifyText("hello", helloText(nonce, { ...hello, keys }), signature, pin.signing))
    throw new WireFault("stranger", "/hello: not signed by the province's pinned key");
  return hello;
}

function readHello(text: string): Hello | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Check(helloSchema, value) ? value : undefined;
  } catch {
    return undefined;
  }
}
