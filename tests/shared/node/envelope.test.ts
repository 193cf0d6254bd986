import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { readLabel, seal, unseal } from "#shared/node/envelope.ts";
import type { EnvelopeFault } from "#shared/node/envelope-fault.ts";
import type { Lock, Unlock } from "#shared/node/envelope-locks.ts";
import { makeSealingKeys } from "#shared/node/keys.ts";
import { seeded } from "#tests/helpers/seeded.ts";

const chunk = 64 * 1024;

async function gather(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

/** The bytes in pieces of odd sizes, as a disk or network may give them. */
async function* inPieces(bytes: Buffer, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

const open = (sealed: Buffer, unlock: Unlock, size?: number) =>
  gather(unseal(inPieces(sealed, size), unlock));

async function faultOf(work: Promise<unknown>): Promise<EnvelopeFault["kind"] | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return (error as EnvelopeFault).kind;
  }
}

test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk + 7])("%i bytes come back whole", async (size) => {
  const keys = makeSealingKeys();
  const bytes = randomBytes(size);
  const sealed = await gather(
    seal(inPieces(bytes, 4096), [{ kind: "key", publicKey: keys.publicKey }], "thử"),
  );
  expect((await open(sealed, { kind: "key", keys })).equals(bytes)).toBe(true);
  expect((await open(sealed, { kind: "key", keys }, 5)).equals(bytes)).toBe(true);
  expect(await readLabel(inPieces(sealed))).toBe("thử");
  expect(sealed.includes(bytes.subarray(0, 64)) && size >= 64).toBe(false);
});

test("any one of several locks opens, and no other key or passphrase", async () => {
  const [one, two, stranger] = [makeSealingKeys(), makeSealingKeys(), makeSealingKeys()];
  const locks: Lock[] = [
    { kind: "key", publicKey: one.publicKey },
    { kind: "key", publicKey: two.publicKey },
    { kind: "passphrase", passphrase: "Cụm từ mật khẩu", cost: 12 },
  ];
  const sealed = await gather(seal(Buffer.from("bí mật"), locks));
  for (const unlock of [
    { kind: "key", keys: one },
    { kind: "key", keys: two },
    { kind: "passphrase", passphrase: "Cụm từ mật khẩu".normalize("NFD") },
  ] satisfies Unlock[])
    expect((await open(sealed, unlock)).toString()).toBe("bí mật");
  expect(await faultOf(open(sealed, { kind: "key", keys: stranger }))).toBe("not-for-us");
  expect(await faultOf(open(sealed, { kind: "passphrase", passphrase: "cụm từ mật khẩu" }))).toBe(
    "not-for-us",
  );
});

test("chunks cannot be left out, doubled, swapped or taken from another file", async () => {
  const keys = makeSealingKeys();
  const lock: Lock = { kind: "key", publicKey: keys.publicKey };
  const sealed = await gather(seal(randomBytes(3 * chunk + 100), [lock]));
  const other = await gather(seal(randomBytes(3 * chunk + 100), [lock]));
  const step = chunk + 16;
  const start = sealed.length - 3 * step - 116;
  const part = (from: Buffer, at: number) => from.subarray(start + at * step, start + (at + 1) * step);
  const head = sealed.subarray(0, start);
  const changed = (...parts: Buffer[]) => open(Buffer.concat([head, ...parts]), { kind: "key", keys });
  const [a, b, c, d] = [part(sealed, 0), part(sealed, 1), part(sealed, 2), part(sealed, 3)];
  expect((await changed(a, b, c, d)).length).toBe(3 * chunk + 100);
  expect(await faultOf(changed(a, c, d))).toBe("damaged");
  expect(await faultOf(changed(a, a, b, c, d))).toBe("damaged");
  expect(await faultOf(changed(b, a, c, d))).toBe("damaged");
  expect(await faultOf(changed(a, part(other, 1), c, d))).toBe("damaged");
  expect(await faultOf(changed(a, b, c))).toBe("cut-short");
  expect(await faultOf(changed(a, b, c, d, d))).toBe("damaged");
});

test("four hundred random cuts and flips never open as whole", async () => {
  const seed = Number(process.env["SEED"] ?? 20260101);
  console.info(`seed ${seed}`);
  const chance = seeded(seed);
  const keys = makeSealingKeys();
  const sealed = await gather(
    seal(randomBytes(chunk + 3000), [{ kind: "key", publicKey: keys.publicKey }], "nhãn"),
  );
  const kinds = new Set<string | undefined>();
  for (let round = 0; round < 400; round += 1) {
    const spoiled = Buffer.from(sealed);
    // Half of the places are in the head, where every byte has a meaning of its own.
    const at = chance(2) === 0 ? chance(500) : chance(sealed.length);
    spoiled[at] = (spoiled[at] ?? 0) ^ (1 << chance(8));
    const cut = chance(2) === 0;
    const kind = await faultOf(open(cut ? sealed.subarray(0, at) : spoiled, { kind: "key", keys }));
    expect(kind, `${cut ? "cut" : "flip"} at ${at}`).toBeDefined();
    kinds.add(kind);
  }
  expect([...kinds].sort()).toEqual(["cut-short", "damaged", "not-an-envelope", "not-for-us"]);
});
