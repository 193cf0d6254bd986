import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { openObjectStore, type ObjectStore } from "#shared/node/object-store.ts";
import { openPackage, openZip } from "#shared/node/packages/open-package.ts";
import { readSchemas } from "#shared/node/packages/read-schemas.ts";
import { verifyPackage } from "#shared/node/packages/verify-package.ts";
import { DocumentAltered, writePackage } from "#shared/node/packages/write-package.ts";
import type { LaidOutPackage } from "#shared/package/lay-out-parts.ts";
import { packageProfileNames, packageProfiles } from "#shared/package/package-profile.ts";
import { isSound, type PackageReport } from "#shared/package/package-report.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { layOutSample, sampleModel } from "#tests/helpers/sample-package.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const schemas = await readSchemas(resources);

async function openStore(): Promise<ObjectStore> {
  return openObjectStore(join(temporaryFolder(), "objects"));
}

async function verifyZip(objects: ObjectStore, laidOut: LaidOutPackage): Promise<PackageReport> {
  const { digest, size } = await objects.put(writePackage(laidOut, { objects, at: 0 }));
  const opened = await openZip({
    size,
    read: (start, end) => objects.read(digest, { start, end: end - 1 }),
  });
  try {
    return await verifyPackage(opened, schemas);
  } finally {
    opened.close();
  }
}

async function verifyFolder(folder: string): Promise<PackageReport> {
  const opened = await openPackage(folder);
  return verifyPackage(opened, schemas);
}

const told = ({ faults }: PackageReport) => faults.map(({ code, path }) => `${code} ${path}`);

test.each(packageProfileNames)("a package by %s is whole and valid by every schema in it", async (name) => {
  const objects = await openStore();
  const model = await sampleModel(objects, 3);
  const report = await verifyZip(objects, await layOutSample(model, name));
  expect(report.faults).toEqual([]);
  expect(report).toMatchObject({ kind: packageProfiles[name].kind, documents: 3 });
  expect(report.objectId).toMatch(name.startsWith("sip") ? /^uuid-/ : /^urn:G09:uuid-/);
});

test("documents of a code so long that their names are cut off keep names of their own", async () => {
  const objects = await openStore();
  const model = await sampleModel(objects, 12);
  const code = `H08.31.${"9".repeat(85)}`;
  const report = await verifyZip(
    objects,
    await layOutSample({ ...model, file: { ...model.file, code } }, "aip-hoso-tt05"),
  );
  expect(report).toMatchObject({ documents: 12, faults: [] });
});

test("equal facts give equal bytes", async () => {
  const objects = await openStore();
  const model = await sampleModel(objects, 2);
  const of = async () =>
    (await objects.put(writePackage(await layOutSample(model, "aip-hoso-tt05"), { objects, at: 0 }))).digest;
  expect(await of()).toBe(await of());
});

test("any damaged byte of a ZIP's METS.xml, which no digest names, is found by the ZIP's own sum", async () => {
  const objects = await openStore();
  const laidOut = await layOutSample(await sampleModel(objects, 2), "sip-hoso-tt05");
  const bytes = await buffer(writePackage(laidOut, { objects, at: 0 }));
  // The first entry: its header of 30 bytes, its name, and then its data up to the next header.
  const start = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  const end = bytes.indexOf("PK\u0003\u0004", start);
  for (let at = start; at < end; at += Math.ceil((end - start) / 40)) {
    const damaged = Buffer.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    const opened = await openZip({
      size: damaged.length,
      read: (from, to) => Readable.from([damaged.subarray(from, to)]),
    });
    const report = await verifyPackage(opened, schemas);
    expect(told(report), `byte ${at}`).toContain(`mets-unreadable ${laidOut.folder}/METS.xml`);
  }
});

test("what is no package is told as such, in words of its own and without a fault of the program", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a.zip"), "no zip at all");
  await expect(openPackage(join(folder, "a.zip"))).rejects.toThrow("no ZIP");
  await expect(openPackage(join(folder, "nowhere.zip"))).rejects.toThrow("not there");
  const empty = await verifyFolder(temporaryFolder());
  expect(told(empty)).toEqual(["no-mets "]);
  expect(isSound(empty)).toBe(false);
});

test("a document whose stored bytes were altered goes into no package", async () => {
  const objects = await openStore();
  const model = await sampleModel(objects, 2);
  const { digest } = model.documents[1] ?? {};
  if (!digest) throw new Error("no document");
  const bytes = readFileSync(objects.path(digest));
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  writeFileSync(objects.path(digest), bytes);
  const written = writePackage(await layOutSample(model, "sip-hoso-tt05"), { objects, at: 0 });
  await expect(objects.put(written)).rejects.toThrow(DocumentAltered);
});
