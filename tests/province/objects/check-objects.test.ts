import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, onTestFinished, test } from "vitest";
import type { Digest } from "#shared/base/digest.ts";
import { objectsCommand } from "#province/objects/objects-command.ts";
import { migrate } from "#province/store/migrations.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { writeReceipt } from "#province/store/receipts.ts";
import { startBucket } from "#tests/helpers/bucket-server.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

afterEach(() => {
  process.exitCode = 0;
});

test("the objects of a folder are copied into the bucket, and a check names what is missing or changed", async () => {
  const database = await openPglite();
  onTestFinished(() => database.close());
  await migrate(database, () => 0);
  const bucket = await startBucket();
  onTestFinished(() => bucket.stop());
  const folder = temporaryFolder();
  const device = {
    deviceId: "desk",
    name: "",
    district: "52.550",
    scope: "52.550",
    role: "district-checker",
  } as const;
  const make = async (size: number) => {
    const bytes = randomBytes(size);
    const digest = createHash("sha256").update(bytes).digest("hex") as Digest;
    const receipt = { digest, size, mediaType: "image/jpeg" };
    await writeReceipt(database, device, receipt, 0);
    return { bytes, digest, name: `tinh/52/${digest.slice(0, 2)}/${digest.slice(2)}` };
  };
  const [one, two, three] = [await make(5000), await make(5001), await make(5002)];
  const lay = ({ digest }: { digest: string }, bytes: Buffer) => {
    mkdirSync(join(folder, "objects", digest.slice(0, 2)), { recursive: true });
    writeFileSync(join(folder, "objects", digest.slice(0, 2), digest.slice(2)), bytes);
  };
  lay(one, one.bytes);
  lay(two, Buffer.alloc(5001));
  const run = (words: string[], place = bucket.place) => {
    process.exitCode = 0;
    const settings = { folder, bucket: words.includes("folder") ? undefined : place };
    return objectsCommand(
      database,
      words.filter((word) => word !== "folder"),
      settings,
      (fault) => {
        throw fault;
      },
    );
  };
  expect(await run(["copy"])).toEqual({ copied: 1, damaged: [two.digest] });
  expect(process.exitCode).toBe(1);
  expect(bucket.kept(one.digest)?.equals(one.bytes)).toBe(true);
  const missing = [two.digest, three.digest].sort();
  expect(await run(["check"])).toEqual({ checked: 3, missing, changed: [] });
  expect(process.exitCode).toBe(1);
  bucket.objects.set(two.name, { bytes: Buffer.alloc(5001), checksum: undefined });
  bucket.objects.set(three.name, { bytes: three.bytes, checksum: undefined });
  expect(await run(["check"])).toEqual({ checked: 3, missing: [], changed: [] });
  expect(process.exitCode).toBe(0);
  expect(await run(["check", "--read"])).toEqual({ checked: 3, missing: [], changed: [two.digest] });
  bucket.objects.set(two.name, { bytes: Buffer.alloc(7), checksum: undefined });
  expect(await run(["check"])).toMatchObject({ changed: [two.digest] });
  // The same of a folder.
  expect(await run(["check", "--read", "folder"])).toEqual({
    ...{ checked: 3, missing: [three.digest], changed: [two.digest] },
  });
  await expect(run(["copy", "folder"])).rejects.toThrow("OBJECTS_URL");
  await expect(run(["mend"])).rejects.toThrow("objects check");
});
