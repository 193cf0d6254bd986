import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Digest } from "#shared/base/digest.ts";
import { type ObjectStore, ObjectTooLarge, OtherObject } from "#shared/node/object-store.ts";

const chunk = 64 * 1024;

/** What any store of objects does, however its bytes lie on the disk. */
export function describeObjectStore(open: () => Promise<{ objects: ObjectStore; folder: string }>): void {
  const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex") as Digest;

  it.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 20 * chunk + 17])(
    "gives back an object of %i bytes whole, by parts and as a file, under the digest of its plain bytes",
    async (size) => {
      const { objects } = await open();
      const bytes = randomBytes(size);
      const stored = await objects.put(bytes);
      expect(stored).toEqual({ digest: sha256(bytes), size });
      const { digest } = stored;
      expect(await objects.size(digest)).toBe(size);
      expect(objects.has(digest)).toBe(true);
      expect((await objects.bytes(digest)).equals(bytes)).toBe(true);
      const read: Buffer[] = [];
      for await (const part of objects.read(digest) as AsyncIterable<Buffer>) read.push(part);
      expect(Buffer.concat(read).equals(bytes)).toBe(true);
      const same = (path: string) => Promise.resolve(readFileSync(path).equals(bytes));
      expect(await objects.opened(digest, same)).toBe(true);
      const places = [0, 1, chunk - 1, chunk, chunk + 1, 17 * chunk - 1, size - 1];
      for (const start of places.filter((at) => at >= 0 && at < size))
        for (const end of places.filter((at) => at >= start && at < size)) {
          const part = await objects.bytes(digest, { start, end });
          expect(part.equals(bytes.subarray(start, end + 1))).toBe(true);
        }
      const past = { start: Math.max(0, size - 2), end: size + 5 };
      expect((await objects.bytes(digest, past)).equals(bytes.subarray(past.start))).toBe(true);
      expect(await objects.bytes(digest, { start: size + 1, end: size + 5 })).toHaveLength(0);
    },
  );

  it("stores the same bytes once, and leaves nothing behind of what it refuses", async () => {
    const { objects, folder } = await open();
    const bytes = randomBytes(3 * chunk);
    async function* slowly() {
      for (let at = 0; at < bytes.length; at += 1000)
        yield await Promise.resolve(bytes.subarray(at, at + 1000));
    }
    const { digest } = await objects.put(bytes);
    expect(await objects.put(slowly())).toEqual({ digest, size: bytes.length });
    expect(readdirSync(join(folder, digest.slice(0, 2)))).toHaveLength(1);
    await expect(objects.put(randomBytes(100), { limit: 99 })).rejects.toBeInstanceOf(ObjectTooLarge);
    await expect(objects.put(randomBytes(100), { expected: digest })).rejects.toBeInstanceOf(OtherObject);
    expect(readdirSync(join(folder, "incoming"))).toEqual([]);
  });

  it("has nothing of an object that was never here, or was destroyed", async () => {
    const { objects, folder } = await open();
    const never = sha256(Buffer.from("never"));
    expect([objects.has(never), await objects.size(never)]).toEqual([false, undefined]);
    await expect(objects.bytes(never)).rejects.toMatchObject({ code: "ENOENT" });
    const { digest } = await objects.put(Buffer.from("secret"));
    await objects.opened(digest, () => Promise.resolve());
    await objects.destroy(digest);
    expect([objects.has(digest), await objects.size(digest)]).toEqual([false, undefined]);
    expect(readdirSync(join(folder, digest.slice(0, 2)))).toEqual([]);
    expect(readdirSync(join(folder, "incoming"))).toEqual([]);
  });
}
