import { randomBytes } from "node:crypto";
import { describe } from "vitest";
import { openObjectStore } from "#shared/node/object-store.ts";
import { describeObjectStore } from "#tests/contracts/object-store-contract.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

describe("a store of plain objects", () => {
  describeObjectStore(async () => {
    const folder = temporaryFolder();
    return { folder, objects: await openObjectStore(folder) };
  });
});

describe("a store of sealed objects", () => {
  describeObjectStore(async () => {
    const folder = temporaryFolder();
    const key = randomBytes(32);
    return { folder, objects: await openObjectStore(folder, { sealing: () => ({ wanted: true, key }) }) };
  });
});

describe("a store that began to seal after its objects were stored", () => {
  describeObjectStore(async () => {
    const folder = temporaryFolder();
    const key = randomBytes(32);
    let wanted = false;
    const objects = await openObjectStore(folder, { sealing: () => ({ wanted, key }) });
    return {
      folder,
      objects: {
        ...objects,
        async put(source, options) {
          wanted = false;
          const stored = await objects.put(source, options);
          wanted = true;
          await objects.seal(stored.digest);
          return stored;
        },
      },
    };
  });
});
