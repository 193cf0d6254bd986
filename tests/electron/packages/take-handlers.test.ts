import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { ZipFile } from "yazl";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import type { Profile } from "#shared/archive/profile.ts";
import type { Digest } from "#shared/base/digest.ts";
import type { FoundPackage } from "#shared/contract/packages.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { readSchemas } from "#shared/node/packages/read-schemas.ts";
import { writePackage } from "#shared/node/packages/write-package.ts";
import type { PackageModel } from "#shared/package/package-model.ts";
import type { PackageProfileName } from "#shared/package/package-profile.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { takeHandlers } from "#electron/packages/take-handlers.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { layOutSample, sampleModel } from "#tests/helpers/sample-package.ts";
import { sampleBatch, sampleFonds } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const checker: Profile = { name: "Lê Thị Kiểm", role: "district-checker", scope: "52.550" };
const commune = "52.550.21952";

/** A desk that packages come to, and another's store in which they are made. */
async function openDesk() {
  const folder = temporaryFolder();
  const objects = await openObjectStore(join(folder, "objects"));
  const theirs = await openObjectStore(join(temporaryFolder(), "objects"));
  const journal = openJournal(folder, { deviceId: "desk", now: () => Date.UTC(2025, 5, 12) });
  onTestFinished(() => journal.close());
  let made = 0;
  const heard: unknown[] = [];
  const handlers = takeHandlers({
    ...{ journal, objects, schemas: () => readSchemas(resources), profile: () => checker },
    newId: () => `made-${String((made += 1)).padStart(21, "0")}`,
    emit: (_, value) => heard.push(value),
  });
  const zipOf = async (model: PackageModel, profile: PackageProfileName = "sip-hoso-tt05") =>
    buffer(writePackage(await layOutSample(model, profile), { objects: theirs, at: 0 }));
  const ask = async (call: "look" | "take", bytes: Uint8Array) => {
    const { digest } = await objects.put(bytes);
    const input = { digest, scope: commune };
    const { packages } = await handlers[`packages.${call}`](input);
    return { packages, first: packages[0] as FoundPackage, digest };
  };
  const all = <Name extends CollectionName>(name: Name): Records[Name][] =>
    journal.pull(name, null, 1000).documents;
  const change = <Name extends CollectionName>(name: Name, id: string, fields: Partial<Records[Name]>) => {
    const held = journal.read(name, id);
    if (!held) throw new Error(`no ${id}`);
    const clocks = { "*": `${"9".repeat(13)}-0000-desk` };
    journal.write(name, [{ ...held, ...fields, clocks }], "screen");
  };
  return { objects, theirs, journal, heard, zipOf, ask, all, change };
}

test.each([
  ["sip-hoso-tt05", "SIP"],
  ["sip-eark-csip", "E-ARK SIP"],
] as const)(
  "a package by %s is told without a thing written, then taken in whole, and a second time nothing is doubled",
  async (profile, kind) => {
    const { objects, theirs, heard, zipOf, ask, all } = await openDesk();
    const model = await sampleModel(theirs, 3);
    const zip = await zipOf(model, profile);
    const looked = await ask("look", zip);
    expect(looked.first).toMatchObject({
      ...{ stands: "new", kind, fresh: 3, same: 0, differing: [], faultCount: 0 },
      ...{ fonds: { code: "G09", known: false }, fileCode: "H08.31.9.2016.5" },
    });
    expect([...all("fonds"), ...all("files"), ...all("items")]).toEqual([]);
    const { digest } = await ask("take", zip);
    expect(objects.has(digest)).toBe(false);
    expect(heard.at(-1)).toEqual({ done: 3, total: 3 });
    const [fonds] = all("fonds");
    const [file] = all("files");
    expect(fonds).toMatchObject({
      code: "G09",
      archiveCode: "H08.31",
      name: model.fonds.name,
      scope: commune,
    });
    expect(file).toMatchObject({ fondsId: fonds?.id, box: "12", notation: "5", title: model.file.title });
    const items = all("items").sort((one, other) => one.ordinal - other.ordinal);
    expect(items.map(({ subject }) => subject)).toEqual(model.documents.map(({ item }) => item.subject));
    for (const [place, item] of items.entries()) {
      expect(item).toMatchObject({ fileId: file?.id, updatedBy: checker.name, renditionKind: "untouched" });
      const bytes = await objects.bytes(item.renditionDigest as Digest);
      expect(bytes).toEqual(await theirs.bytes(model.documents[place]?.digest as Digest));
    }
    const again = await ask("take", zip);
    expect(again.first).toMatchObject({ stands: "known", fresh: 0, same: 3, differing: [] });
    expect([all("fonds"), all("files"), all("items")].map(({ length }) => length)).toEqual([1, 1, 3]);
  },
);

test("what is here otherwise stays and is named; what lacks is added", async () => {
  const { theirs, zipOf, ask, all, change } = await openDesk();
  const model = await sampleModel(theirs, 4);
  await ask("take", await zipOf({ ...model, documents: model.documents.slice(0, 3) }));
  const at = (ordinal: number) => all("items").find((item) => item.ordinal === ordinal) as Records["items"];
  change("items", at(1).id, { subject: "Sửa ở đây", note: "xem lại" });
  change("items", at(2).id, { renditionDigest: "1".repeat(64) });
  change("items", at(3).id, { withdrawn: "Trùng" });
  const before = [at(1), at(2), at(3)];
  const { first } = await ask("take", await zipOf(model));
  expect(first).toMatchObject({ stands: "known", fresh: 1, same: 0 });
  expect(first.differing.filter(({ ordinal }) => ordinal !== undefined)).toEqual([
    { ordinal: 1, fields: ["subject", "description"] },
    { ordinal: 2, fields: ["data"] },
    { ordinal: 3, fields: ["withdrawn"] },
  ]);
  expect([at(1), at(2), at(3)]).toEqual(before);
  expect(at(4).subject).toBe(model.documents[3]?.item.subject);
});

test("nothing is taken of what is damaged, secret, another's, on its way or of a fonds that is not clear", async () => {
  const { objects, theirs, journal, zipOf, ask, all, change } = await openDesk();
  const model = await sampleModel(theirs, 2);
  const zip = await zipOf(model);
  const damaged = Buffer.from(zip);
  const [one] = model.documents;
  const place = damaged.indexOf(await theirs.bytes(one?.digest as Digest));
  damaged[place] = (damaged[place] ?? 0) ^ 1;
  expect((await ask("take", damaged)).first).toMatchObject({
    stands: "unsound",
    faults: [{ code: "digest-differs" }],
  });
  expect((await ask("take", Buffer.from("no zip"))).first).toMatchObject({
    stands: "unsound",
    faults: [{ code: "not-a-package" }],
  });
  const secret = await ask("look", await zipOf({ ...model, file: { ...model.file, access: "03" } }));
  expect(secret.first).toMatchObject({ stands: "secret", fresh: 0 });
  expect(objects.has(secret.digest)).toBe(false);
  journal.write("fonds", [sampleFonds("fonds-9", { code: "G09", scope: "52.540.21808" })], "province");
  expect((await ask("take", zip)).first).toMatchObject({ stands: "outside" });
  journal.write("fonds", [sampleFonds("fonds-8", { code: "G09", scope: commune })], "province");
  expect((await ask("take", zip)).first).toMatchObject({ stands: "unclear" });
  expect(all("items")).toEqual([]);

  // By its name it is told from the other; then its file goes on its way.
  change("fonds", "fonds-8", { name: model.fonds.name });
  await ask("take", await zipOf({ ...model, documents: model.documents.slice(0, 1) }));
  journal.write("batches", [sampleBatch("batch-1", { state: "handed-over" })], "screen");
  change("files", all("files")[0]?.id ?? "", { batchId: "batch-1" });
  expect((await ask("take", zip)).first).toMatchObject({ stands: "closed", fresh: 1 });
  expect(all("items")).toHaveLength(1);
});

test("a ZIP of the packages of a batch is taken package by package, the damaged one named", async () => {
  const { theirs, zipOf, ask, all } = await openDesk();
  const model = await sampleModel(theirs, 2);
  const together = new ZipFile();
  for (const notation of ["5", "6", "7"]) {
    const code = `H08.31.9.2016.${notation}`;
    const bytes = await zipOf({ ...model, file: { ...model.file, code, notation } });
    if (notation === "6") bytes.fill(0, 100, 900);
    together.addBuffer(bytes, `${notation}_uuid.zip`, { compress: false });
  }
  together.end();
  const { packages } = await ask("take", await buffer(together.outputStream as never));
  expect(packages.map(({ name, stands }) => `${name} ${stands}`)).toEqual([
    "5_uuid.zip new",
    "6_uuid.zip unsound",
    "7_uuid.zip new",
  ]);
  expect(all("files").map(({ code }) => code)).toEqual(["H08.31.9.2016.5", "H08.31.9.2016.7"]);
  expect(all("fonds")).toHaveLength(1);
});
