import { createHash, randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import type { Digest } from "#shared/base/digest.ts";
import { ObjectTooLarge, OtherObject } from "#shared/node/object-store.ts";
import type { ProvinceObjects } from "#province/objects/province-objects.ts";

const chunk = 64 * 1024;

export type OpenedObjects = {
  objects: ProvinceObjects;
  /** How many objects are kept, and how many pieces of objects lie about on this machine's disk. */
  kept: () => Promise<{ objects: number; left: number }>;
  /** Opens the same store anew, as after a restart. */
  again: () => Promise<ProvinceObjects>;
};

/** What the province's store of objects does, whether they lie in a folder or in a bucket. */
export function describeProvinceObjects(open: () => Promise<OpenedObjects>): void {
  const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex") as Digest;
  async function* inParts(bytes: Buffer, size = 1000) {
    for (let at = 0; at < bytes.length; at += size)
      yield await Promise.resolve(bytes.subarray(at, at + size));
  }
  const read = async (objects: ProvinceObjects, digest: Digest, range?: { start: number; end: number }) => {
    const parts: Buffer[] = [];
    for await (const part of objects.read(digest, range) as AsyncIterable<Buffer>) parts.push(part);
    return Buffer.concat(parts);
  };

  it.each([0, 1, chunk - 1, chunk, chunk + 1, 5 * chunk + 17])(
    "gives back an object of %i bytes, whole and by ranges, under the digest of its bytes",
    async (size) => {
      const { objects } = await open();
      const bytes = randomBytes(size);
      const { digest } = await objects.put(inParts(bytes));
      expect(digest).toBe(sha256(bytes));
      expect(await objects.size(digest)).toBe(size);
      expect((await objects.bytes(digest)).equals(bytes)).toBe(true);
      expect((await read(objects, digest)).equals(bytes)).toBe(true);
      const places = [0, 1, chunk - 1, chunk, size - 1, size + 5];
      for (const start of places.filter((at) => at >= 0 && at < size))
        for (const end of places.filter((at) => at >= start)) {
          const part = bytes.subarray(start, end + 1);
          expect((await objects.bytes(digest, { start, end })).equals(part)).toBe(true);
          expect((await read(objects, digest, { start, end })).equals(part)).toBe(true);
        }
    },
  );

  it("stores the same bytes once, from memory or as a stream, also at once, and again after a restart", async () => {
    const { objects, kept, again } = await open();
    const bytes = randomBytes(3 * chunk);
    const ways = [bytes, inParts(bytes), inParts(bytes, 7777), bytes];
    const stored = await Promise.all(ways.map((way) => objects.put(way, { expected: sha256(bytes) })));
    const later = await again();
    expect([...stored, await later.put(bytes)]).toEqual(
      Array.from({ length: 5 }, () => ({ digest: sha256(bytes), size: bytes.length })),
    );
    expect((await later.bytes(sha256(bytes))).equals(bytes)).toBe(true);
    expect(await kept()).toEqual({ objects: 1, left: 0 });
  });

  it("keeps nothing of what is too large, of other bytes than were told, and of what broke off", async () => {
    const { objects, kept } = await open();
    const bytes = randomBytes(2 * chunk);
    async function* broken() {
      yield* inParts(bytes.subarray(0, chunk));
      throw new Error("the line fell");
    }
    for (const source of [() => bytes, () => inParts(bytes)]) {
      await expect(objects.put(source(), { limit: 2 * chunk - 1 })).rejects.toBeInstanceOf(ObjectTooLarge);
      await expect(objects.put(source(), { expected: sha256(Buffer.from("x")) })).rejects.toBeInstanceOf(
        OtherObject,
      );
    }
    await expect(objects.put(broken())).rejects.toThrow("the line fell");
    expect(await kept()).toEqual({ objects: 0, left: 0 });
  });

  it("says that what never came is not here, and gives nothing of it", async () => {
    const { objects } = await open();
    const never = sha256(Buffer.from("never"));
    expect(await objects.size(never)).toBeUndefined();
    await expect(objects.bytes(never)).rejects.toThrow(never.slice(2));
    await expect(read(objects, never)).rejects.toThrow(never.slice(2));
    await expect(objects.size("../../etc/passwd" as Digest)).rejects.toThrow("not a digest");
  });
}
