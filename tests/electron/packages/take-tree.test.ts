import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { recordFields } from "#shared/archive/record.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { readSchemas } from "#shared/node/packages/read-schemas.ts";
import type { PackageModel } from "#shared/package/package-model.ts";
import { type TreeProfileName, treeProfileNames } from "#shared/package/tree-profile.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { takeHandlers } from "#electron/packages/take-handlers.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { type Parts, writeAsZip } from "#tests/helpers/package-parts.ts";
import { sampleModel } from "#tests/helpers/sample-package.ts";
import { treeParts } from "#tests/helpers/sample-tree.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const checker: Profile = { name: "Lê Thị Kiểm", role: "district-checker", scope: "52.550" };
const commune = "52.550.21952";

async function openDesk() {
  const folder = temporaryFolder();
  const objects = await openObjectStore(join(folder, "objects"));
  const theirs = await openObjectStore(join(temporaryFolder(), "objects"));
  const journal = openJournal(folder, { deviceId: "desk", now: () => Date.UTC(2025, 5, 12) });
  onTestFinished(() => journal.close());
  let made = 0;
  const handlers = takeHandlers({
    ...{ journal, objects, schemas: () => readSchemas(resources), profile: () => checker },
    newId: () => `made-${String((made += 1)).padStart(21, "0")}`,
    emit: () => undefined,
  });
  const ask = async (call: "look" | "take", parts: Parts) => {
    const { digest } = await objects.put(readFileSync(await writeAsZip(parts)));
    const { packages } = await handlers[`packages.${call}`]({ digest, scope: commune });
    return { packages, digest };
  };
  const all = <Name extends CollectionName>(name: Name): Records[Name][] =>
    journal.pull(name, null, 1000).documents;
  return { objects, theirs, ask, all };
}

/** A file of which everything that can be listed is. */
async function fullModel(store: Parameters<typeof sampleModel>[0]): Promise<PackageModel> {
  const { fonds, file, documents } = await sampleModel(store, 3);
  return {
    fonds: {
      ...fonds,
      ...{ history: "Thành lập năm 1976", dateSpan: "1976-2025", open: true, keyGroups: "Đất đai; hộ tịch" },
      ...{
        otherTypes: "Ảnh",
        languages: "Tiếng Việt",
        findingAids: "Mục lục",
        paperTotal: 900,
        copiedPages: 7,
      },
      ...{ codesConfirmedAt: "2025-05-20T01:00:00.000Z", note: "Còn nộp thêm" },
    },
    file: {
      ...file,
      ...{ batchId: "batch-1", groupId: "group-1", inventory: "1", priority: "plan", frequentUse: true },
      ...{
        scopeReason: "Theo thư",
        location: "Kho A",
        successor: "22006",
        keywords: "đất; hộ",
        note: "Bìa rách",
      },
      ...{ startDate: "2016-03-15", endDate: "2016", receivedAt: "2025-05-20T01:00:00.000Z" },
    },
    documents: documents.map((one, place) => ({
      ...one,
      item: {
        ...one.item,
        ...{
          addressee: "Ông An",
          signer: "Bà Bảy",
          leaves: "1-2",
          keywords: "giao đất",
          autograph: "Đã duyệt",
        },
        ...{
          note: "Bản chính",
          condition: "02" as const,
          access: place === 1 ? ("" as const) : ("02" as const),
        },
      },
    })),
  };
}

/** The fields that are otherwise in one record than in another; what makes a record one of its machine is left out. */
function apart(one: object, other: object): string[] {
  const own = [...Object.keys(recordFields), "fondsId", "fileId", "renditionDigest", "renditionSize"];
  const values = new Map(Object.entries(other));
  return Object.entries(one)
    .filter(
      ([field, value]) => !own.includes(field) && JSON.stringify(values.get(field)) !== JSON.stringify(value),
    )
    .map(([field]) => field)
    .sort();
}

/** What no table of a tree has a column for, by the practice; a year alone is made a whole day out of the documents. */
const ofNoColumn = {
  fonds: ["codesConfirmedAt", "open"],
  file: ["batchId", "box", "endDate", "frequentUse", "groupId", "location", "priority", "receivedAt"],
  item: ["addressee", "leaves", "renditionKind", "signer"],
};
const onlyOf7197 = {
  file: ["condition", "inventory", "keywords", "leafCount", "notation", "note"],
  item: ["autograph"],
};

test.each(treeProfileNames)(
  "a tree by %s is told, taken in as far as its tables go, and once",
  async (name) => {
    const { objects, theirs, ask, all } = await openDesk();
    const model = await fullModel(theirs);
    const other = { ...model, file: { ...model.file, id: "file-2", code: "H08.31.9.2016.6", notation: "6" } };
    const parts = await treeParts(theirs, [model, other], name);
    const looked = await ask("look", parts);
    const told = { stands: "new", documents: 3, fresh: 3, same: 0, differing: [], left: [], faultCount: 0 };
    expect(looked.packages).toMatchObject([
      {
        ...told,
        fileCode: "H08.31.9.2016.5",
        fonds: { code: "G09", name: "UBND xã Phước Lộc", known: false },
      },
      { ...told, fileCode: "H08.31.9.2016.6" },
    ]);
    expect([...all("fonds"), ...all("files"), ...all("items")]).toEqual([]);
    const { digest } = await ask("take", parts);
    expect(objects.has(digest)).toBe(false);
    const [fonds, ...more] = all("fonds");
    expect(more).toEqual([]);
    const files = all("files").sort((one, two) => one.code.localeCompare(two.code));
    expect(files.map(({ code }) => code)).toEqual(["H08.31.9.2016.5", "H08.31.9.2016.6"]);
    const of7197 = name === "bkhcn-7197" ? onlyOf7197 : { file: [], item: [] };
    expect(apart(model.fonds, fonds ?? {})).toEqual(ofNoColumn.fonds);
    const ofFile = [...ofNoColumn.file, "scopeReason", "successor", ...of7197.file].sort();
    expect(apart(model.file, files[0] ?? {})).toEqual(ofFile);
    for (const { item, digest: bytes } of model.documents) {
      const read = all("items").find((one) => one.fileId === files[0]?.id && one.ordinal === item.ordinal);
      // A document without a mode of its own has that of its file.
      const mode = item.access === "" ? ["access"] : [];
      expect(apart(item, read ?? {})).toEqual([...mode, ...ofNoColumn.item, ...of7197.item].sort());
      expect(read?.renditionDigest).toBe(bytes);
      expect(await objects.bytes(bytes)).toEqual(await theirs.bytes(bytes));
    }
    const again = await ask("take", parts);
    expect(again.packages).toMatchObject(
      [1, 2].map(() => ({ stands: "known", fresh: 0, same: 3, differing: [] })),
    );
    expect([all("fonds"), all("files"), all("items")].map(({ length }) => length)).toEqual([1, 2, 6]);
  },
);

test("nothing is taken of a tree with a fault, and all of what is secret goes", async () => {
  const { objects, theirs, ask, all } = await openDesk();
  const model = await fullModel(theirs);
  const make = (one: PackageModel, name: TreeProfileName = "csdl-sohoa-tt02") =>
    treeParts(theirs, [one], name);
  const parts = await make(model);
  const lacking = new Map([...parts].filter(([path]) => !path.endsWith("2.pdf")));
  expect((await ask("take", lacking)).packages).toMatchObject([{ stands: "unsound", kind: "CSDL_SOHOA" }]);
  const secret = await ask("take", await make({ ...model, file: { ...model.file, access: "03" } }));
  expect(secret.packages).toMatchObject([{ stands: "secret" }]);
  expect(objects.has(secret.digest)).toBe(false);
  expect([...all("fonds"), ...all("files"), ...all("items")]).toEqual([]);
});

test("a tree without a bag around it is taken by the digests of what lies there", async () => {
  const { theirs, ask, all } = await openDesk();
  const model = await fullModel(theirs);
  const parts = await treeParts(theirs, [model], "csdl-sohoa-codes");
  const bare: Parts = new Map();
  for (const [path, bytes] of parts)
    if (path.startsWith("data/")) bare.set(path.slice("data/".length), bytes);
  expect((await ask("take", bare)).packages).toMatchObject([{ stands: "new", faultCount: 0 }]);
  expect(
    all("items")
      .map(({ renditionDigest }) => renditionDigest)
      .sort(),
  ).toEqual(model.documents.map(({ digest }): string => digest).sort());
});
