import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { CallInput, Emit } from "#shared/contract/desk.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openPackage } from "#shared/node/packages/open-package.ts";
import { readSchemas } from "#shared/node/packages/read-schemas.ts";
import { verifyBag } from "#shared/node/packages/verify-bag.ts";
import { verifyPackage } from "#shared/node/packages/verify-package.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { asPlaceFault } from "#electron/packages/place-fault.ts";
import { packageHandlers } from "#electron/packages/package-handlers.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleModel } from "#tests/helpers/sample-package.ts";
import { sampleBatch } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { sampleChecker } from "#tests/helpers/work.ts";

/** A desk with an accepted batch of one file, and what it told of the writing. */
async function openDesk(heard: (done: number, total: number) => void = () => undefined) {
  const folder = temporaryFolder();
  const objects = await openObjectStore(join(folder, "objects"));
  const journal = openJournal(folder, { deviceId: "desk", now: () => 1 });
  onTestFinished(() => journal.close());
  const { fonds, file, documents } = await sampleModel(objects, 3);
  journal.write("fonds", [fonds], "screen");
  journal.write("batches", [sampleBatch("batch-1", { number: "ĐỢT 01/2025", state: "accepted" })], "screen");
  journal.write("files", [{ ...file, batchId: "batch-1" }], "screen");
  const items = documents.map(({ item, digest, size }) => ({
    ...item,
    ...{ renditionDigest: digest, renditionSize: size },
  }));
  journal.write("items", items, "screen");
  const emit: Emit = (name, value) => {
    if (name !== "packages.writing") return;
    const { done, total } = value as { done: number; total: number };
    heard(done, total);
  };
  const handlers = packageHandlers({
    ...{ folder, journal, objects, resources, version: "0.1.0", now: () => Date.UTC(2025, 5, 12), emit },
    ...{ profile: () => sampleChecker, newId: () => "none" },
  });
  const carry = async (places: Pick<CallInput<"packages.carry">, "folder" | "second">) =>
    handlers["packages.carry"]({ of: "batch", id: "batch-1", profile: "sip-hoso-tt05", ...places });
  const stored = () =>
    readdirSync(join(folder, "objects"), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    ).length;
  return { handlers, carry, stored };
}

test("packages are written to two places, whole at each, with a receipt and a label beside them", async () => {
  const told: [number, number][] = [];
  const { carry, stored } = await openDesk((done, total) => told.push([done, total]));
  const [folder, second] = [temporaryFolder(), temporaryFolder()];
  const before = stored();
  const { places, digest, made, bytes } = await carry({ folder, second });
  expect(stored()).toBe(before);
  expect(made).toHaveLength(1);
  expect(told.at(-1)).toEqual([4 * bytes, 4 * bytes]);
  expect(places.map(({ path }) => dirname(path))).toEqual([folder, second]);
  for (const { path, receipt, label } of places) {
    const opened = await openPackage(path);
    expect(await verifyBag(opened)).toEqual([]);
    const [zip = ""] = [...opened.paths.keys()].filter((one) => one.endsWith(".zip"));
    const inner = await openPackage(join(path, zip));
    expect(await verifyPackage(inner, await readSchemas(resources))).toMatchObject({
      kind: "SIP",
      faults: [],
    });
    inner.close();
    const text = readFileSync(receipt, "utf8");
    expect(text).toContain(digest);
    expect(text).toContain("H08.31.9.2016.5\t3 văn bản");
    expect(readFileSync(label).subarray(0, 5).toString()).toBe("%PDF-");
  }
});

test("what is stopped has no name yet, and a folder that is not there is told before anything is made", async () => {
  const folder = temporaryFolder();
  const desk: Awaited<ReturnType<typeof openDesk>> = await openDesk(
    () => void desk.handlers["packages.stop"]({}),
  );
  await expect(desk.carry({ folder })).rejects.toMatchObject({ code: "packages-stopped" });
  const [mark = "", partial = "", ...more] = readdirSync(folder).sort();
  expect(partial).toMatch(/\.partial$/);
  expect(mark).toMatch(/\.dang-ghi\.txt$/);
  expect(readFileSync(join(folder, mark), "utf8")).toContain("chưa dùng được");
  expect(more).toEqual([]);
  const missing = join(folder, "nowhere");
  await expect(desk.carry({ folder: missing })).rejects.toMatchObject({ code: "folder-missing" });
  mkdirSync(missing);
  await expect(desk.carry({ folder: missing })).rejects.toMatchObject({ code: "place-other" });
});

test("what befalls a disk is told in its own words", () => {
  const code = (of: string) => asPlaceFault(Object.assign(new Error(of), { code: of }));
  expect(code("ENOSPC")).toMatchObject({ code: "place-full", lasting: false });
  expect(code("EFBIG")).toMatchObject({ code: "place-full" });
  expect(code("EIO")).toMatchObject({ code: "place-gone" });
  expect(code("EROFS")).toMatchObject({ code: "place-locked" });
  const other = new Error("a fault of the program");
  expect(asPlaceFault(other)).toBe(other);
});
