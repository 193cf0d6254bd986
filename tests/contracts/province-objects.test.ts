import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, onTestFinished } from "vitest";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openBucketObjects } from "#province/objects/bucket-objects.ts";
import { describeProvinceObjects } from "#tests/contracts/province-objects-contract.ts";
import { startBucket } from "#tests/helpers/bucket-server.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

describe("objects in a folder", () => {
  describeProvinceObjects(async () => {
    const folder = temporaryFolder();
    const open = () => openObjectStore(folder);
    const kept = () => {
      const folders = readdirSync(folder).filter((name) => name !== "incoming");
      const objects = folders.flatMap((name) => readdirSync(join(folder, name))).length;
      return Promise.resolve({ objects, left: readdirSync(join(folder, "incoming")).length });
    };
    return { objects: await open(), kept, again: open };
  });
});

describe.each([
  ["that counts checksums itself", true],
  ["that keeps no checksums", false],
])("objects in a bucket %s", (_title, counts) => {
  describeProvinceObjects(async () => {
    const spool = temporaryFolder();
    const server = await startBucket({ counts });
    onTestFinished(() => server.stop());
    const open = () => openBucketObjects(server.place, spool);
    const kept = () => Promise.resolve({ objects: server.objects.size, left: readdirSync(spool).length });
    return { objects: await open(), kept, again: open };
  });
});
