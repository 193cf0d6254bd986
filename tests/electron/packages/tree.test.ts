import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Emit } from "#shared/contract/desk.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { NotAPackage, openPackage } from "#shared/node/packages/open-package.ts";
import { verifyBag } from "#shared/node/packages/verify-bag.ts";
import { layOutTree } from "#shared/package/lay-out-tree.ts";
import { isSound } from "#shared/package/package-report.ts";
import { noPackage } from "#shared/node/packages/verify-package.ts";
import { type TreeProfileName, treeProfileNames, treeProfiles } from "#shared/package/tree-profile.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { packageHandlers } from "#electron/packages/package-handlers.ts";
import { verifyTree } from "#electron/packages/verify-tree.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { writeAsFolder } from "#tests/helpers/package-parts.ts";
import { sampleModel } from "#tests/helpers/sample-package.ts";
import { sampleBatch, samplePage } from "#tests/helpers/sample-records.ts";
import { treeParts } from "#tests/helpers/sample-tree.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { sampleChecker } from "#tests/helpers/work.ts";

/** Where the three documents of the sample lie, as each practice of rules.md has it. */
const expected: Record<TreeProfileName, string[]> = {
  "csdl-sohoa-tt02": [1, 2, 3].map(
    (at) => `CSDL_SOHOA_550/UBND xã Phước Lộc/2016/VV/G09/H08.31.9.2016.5/H08.31.9.2016.5.000000${at}.pdf`,
  ),
  "csdl-sohoa-codes": [1, 2, 3].map(
    (at) => `CSDL_SOHOA/H08.31/G09/01/H08.31-G09-01-0005/H08.31-G09-01-0005-000000${at}.pdf`,
  ),
  "bkhcn-7197": [1, 2, 3].map((at) => `BKHCN_7197_550/H08.31_QĐ_00000${at}_V1_20250612.pdf`),
};

async function openDesk(heard: (done: number) => void = () => undefined) {
  const folder = temporaryFolder();
  const objects = await openObjectStore(join(folder, "objects"));
  const journal = openJournal(folder, { deviceId: "desk", now: () => 1 });
  onTestFinished(() => journal.close());
  const { fonds, file, documents } = await sampleModel(objects, 3);
  const scope = "52.550.21952";
  journal.write("fonds", [{ ...fonds, scope }], "screen");
  journal.write("batches", [sampleBatch("batch-1", { number: "ĐỢT 01/2025", state: "accepted" })], "screen");
  journal.write("files", [{ ...file, scope, inventory: "1", batchId: "batch-1" }], "screen");
  for (const { item, digest, size } of documents) {
    journal.write("items", [{ ...item, renditionDigest: digest, renditionSize: size }], "screen");
    for (const ordinal of [1, 2])
      journal.write("pages", [samplePage(`${item.id}-${ordinal}`, { itemId: item.id, ordinal })], "screen");
  }
  const emit: Emit = (name, value) => {
    if (name === "packages.writing") heard((value as { done: number }).done);
  };
  const handlers = packageHandlers({
    ...{ folder, journal, objects, resources, version: "0.1.0", now: () => Date.UTC(2025, 5, 12), emit },
    ...{ profile: () => sampleChecker, newId: () => "none" },
  });
  const carry = (profile: TreeProfileName, place: string) =>
    handlers["packages.carry"]({ of: "batch", id: "batch-1", profile, folder: place });
  return { handlers, carry, objects };
}

async function look(path: string) {
  const opened = await openPackage(path);
  try {
    const { read, faults } = await verifyTree(opened);
    return { read, faults: [...(await verifyBag(opened)), ...faults], paths: [...opened.paths.keys()] };
  } finally {
    opened.close();
  }
}

test.each(treeProfileNames)(
  "a tree by %s lies on the disk as its practice has it, whole and told in its tables",
  async (name) => {
    const { carry, handlers, objects } = await openDesk();
    const place = temporaryFolder();
    const { places, made } = await carry(name, place);
    expect(made).toMatchObject([{ code: "H08.31.9.2016.5", documents: 3 }]);
    const [written] = places;
    if (!written) throw new Error("nothing was written");
    const { path, receipt } = written;
    const { faults, paths, read } = await look(path);
    expect(faults).toEqual([]);
    const pdfs = paths.filter((one) => one.endsWith(".pdf")).sort();
    expect(pdfs).toEqual(expected[name].map((one) => `data/${one}`));
    expect(read?.profile.name).toBe(name);
    const fields = Object.fromEntries(
      (read?.files[0]?.documents[1]?.description.fields ?? []).map(({ name: field, value }) => [
        field,
        value,
      ]),
    );
    expect(fields).toMatchObject({
      ...{ TypeName: "02", CodeNumber: "2", IssuedDate: "15/03/2016", Language: "01" },
      Subject: 'Về việc "A & B" <2>',
    });
    expect(readFileSync(receipt, "utf8")).toContain("H08.31.9.2016.5\t3 văn bản");
    const zip = await handlers["packages.make"]({ of: "file", id: "file-1", profile: name });
    expect(zip.name).toMatch(/\.zip$/);
    expect((await look(objects.path(zip.digest as never))).faults).toEqual([]);
  },
);

test("a tree that was stopped goes on with what lacks, and what is damaged there is written anew", async () => {
  const place = temporaryFolder();
  let stop = true;
  const desk: Awaited<ReturnType<typeof openDesk>> = await openDesk((done) => {
    if (stop && done > 40) void desk.handlers["packages.stop"]({});
  });
  const carry = () => desk.carry("csdl-sohoa-tt02", place);
  await expect(carry()).rejects.toMatchObject({ code: "packages-stopped" });
  const [partial = ""] = readdirSync(place).filter((one) => one.endsWith(".partial"));
  const within = (at: number) =>
    join(place, partial, "data", ...(expected["csdl-sohoa-tt02"][at] ?? "").split("/"));
  const before = statSync(within(0));
  writeFileSync(within(1), "half of it");
  stop = false;
  const { places } = await carry();
  expect(readdirSync(place).filter((one) => one.endsWith(".partial"))).toEqual([]);
  const path = places[0]?.path ?? "";
  expect((await look(path)).faults).toEqual([]);
  const first = join(path, "data", ...(expected["csdl-sohoa-tt02"][0] ?? "").split("/"));
  expect(statSync(first).mtimeMs).toBe(before.mtimeMs);
  // Written once more it is the same tree: nothing new lies there, and what was removed is there again.
  rmSync(first);
  expect((await carry()).places[0]?.path).toBe(path);
  expect((await look(path)).faults).toEqual([]);
});

test("of two trees in one workbook's form each is known by its own folders, and long names stay within Windows", async () => {
  const objects = await openObjectStore(join(temporaryFolder(), "objects"));
  const whole = await sampleModel(objects, 30);
  const models = [1, 2].map((at) => ({
    ...whole,
    fonds: { ...whole.fonds, name: "Ủy ban nhân dân xã ".repeat(10), scope: "52.550" },
    file: {
      ...whole.file,
      id: `file-${at}`,
      code: `${"H08.31.9.2016.".repeat(6)}${at}`,
      notation: `${"n".repeat(19)}${at}`,
    },
  }));
  for (const name of treeProfileNames) {
    const { entries } = layOutTree(models, treeProfiles[name], { district: "550", day: "20250612" });
    expect(new Set(entries.map(({ path }) => path.toLowerCase())).size).toBe(60);
    for (const { path } of entries) {
      expect(path.length).toBeLessThanOrEqual(180);
      expect(path).toMatch(/^[^\\:*?"<>|]+\.pdf$/u);
      for (const part of path.split("/")) expect(part).not.toMatch(/^[ .]|[ .]$/u);
    }
  }
});

test("each way in which a tree and its tables may part is named", async () => {
  const objects = await openObjectStore(join(temporaryFolder(), "objects"));
  const model = await sampleModel(objects, 3);
  const file = { ...model.file, inventory: "1" };
  const spoil = async (
    change: (of: typeof model) => typeof model,
    work?: (parts: Map<string, Buffer>) => void,
  ) => {
    const parts = await treeParts(objects, [change({ ...model, file })], "csdl-sohoa-tt02");
    work?.(parts);
    const { faults } = await look(writeAsFolder(parts));
    return [...new Set(faults.map(({ code }) => code))];
  };
  const item = (at: number, fields: object) => (of: typeof model) => ({
    ...of,
    documents: of.documents.map((one, place) =>
      place === at ? { ...one, item: { ...one.item, ...fields } } : one,
    ),
  });
  const same = (of: typeof model) => of;
  expect(await spoil(same)).toEqual([]);
  expect(await spoil(item(1, { ordinal: 1 }))).toContain("code-twice");
  expect(await spoil(item(1, { ordinal: 9 }))).toEqual(["ordinal-gap"]);
  expect(await spoil(item(1, { subject: "" }))).toEqual(["field-missing"]);
  expect(await spoil(item(1, { number: "1".repeat(12) }))).toEqual(["field-too-long"]);
  expect(await spoil(item(1, { issuedDate: "2016-02-31" }))).toEqual(["field-no-date"]);
  expect(await spoil(item(1, { issuedDate: "2019-02-01" }))).toContain("date-outside");
  expect(await spoil(item(1, { type: "77" }))).toEqual(["field-no-code"]);
  expect(await spoil((of) => ({ ...of, file: { ...of.file, pageCount: 9 } }))).toEqual(["pages-differ"]);
  const pdf = [...(await treeParts(objects, [{ ...model, file }], "csdl-sohoa-tt02")).keys()].find((one) =>
    one.endsWith("2.pdf"),
  );
  expect(await spoil(same, (parts) => parts.delete(pdf ?? ""))).toEqual(["missing"]);
  expect(await spoil(same, (parts) => parts.set(`${pdf ?? ""}.txt`, Buffer.from("x")))).toEqual([
    "bag-not-listed",
    "orphan",
  ]);
  // Beside the tree too, where the bag carries it.
  expect(await spoil(same, (parts) => parts.set("data/lạ.txt", Buffer.from("x")))).toEqual([
    "bag-not-listed",
    "orphan",
  ]);
  expect(await spoil(same, (parts) => parts.set(pdf ?? "", Buffer.from("x")))).toEqual(["digest-differs"]);
});

test("any byte flipped in a tree's workbook or documents is told", async () => {
  const objects = await openObjectStore(join(temporaryFolder(), "objects"));
  const model = await sampleModel(objects, 2);
  const parts = await treeParts(
    objects,
    [{ ...model, file: { ...model.file, inventory: "1" } }],
    "csdl-sohoa-tt02",
  );
  for (const path of [...parts.keys()].filter((one) => one.startsWith("data/"))) {
    const bytes = parts.get(path) ?? Buffer.alloc(0);
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 8)) {
      const spoiled = Buffer.from(bytes);
      spoiled[at] = (spoiled[at] ?? 0) ^ 4;
      const { faults } = await look(writeAsFolder(new Map(parts).set(path, spoiled)));
      expect(isSound({ ...noPackage(new NotAPackage("")), faults }), `${path} ${at}`).toBe(false);
    }
  }
});
