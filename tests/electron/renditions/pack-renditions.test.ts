import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { fromBufferPromise } from "yauzl";
import { type ObjectStore, openObjectStore } from "#shared/node/object-store.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { type DeskJournal, openJournal } from "#electron/journal/open-journal.ts";
import { renditionHandlers } from "#electron/renditions/pack-renditions.ts";
import { sampleBatch, sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

let journal: DeskJournal;
let objects: ObjectStore;
let heard: { done: number; total: number }[];

beforeEach(async () => {
  const folder = temporaryFolder();
  objects = await openObjectStore(join(folder, "objects"));
  journal = openJournal(folder, { deviceId: "desk", now: () => 1_750_000_000_000 });
  onTestFinished(() => journal.close());
  heard = [];
  journal.write("fonds", [sampleFonds("fonds-1", { code: "H05" })], "screen");
  journal.write("batches", [sampleBatch("batch-1", { number: "ĐỢT 01/2025" })], "screen");
  const files = ["one", "two"].map((name) =>
    sampleFile(name, { code: `H05.${name}`, fondsId: "fonds-1", batchId: "batch-1" }),
  );
  journal.write("files", files, "screen");
});

async function addItem(fileId: string, ordinal: number, text: string) {
  const stored = text === "" ? { digest: "", size: 0 } : await objects.put(Buffer.from(text));
  const fields = { fileId, ordinal, renditionDigest: stored.digest, renditionSize: stored.size };
  journal.write("items", [sampleItem(`${fileId}-${ordinal}`, fields)], "screen");
}

function pack(
  of: "file" | "batch",
  id: string,
  practice: "plain" | "folders" | "template" = "plain",
  own = "",
) {
  const emit = (name: string, value: unknown) => {
    if (name === "renditions.progress") heard.push(value as { done: number; total: number });
  };
  return renditionHandlers({ journal, objects, now: () => 1_750_000_000_000, emit, template: () => own })[
    "renditions.pack"
  ]({
    of,
    id,
    practice,
  });
}

/** The files of a package: name → text. */
async function unpack(digest: string): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(await buffer(objects.read(digest as never)));
  const found: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    found[entry.fileName] = (await buffer(await zip.openReadStreamPromise(entry))).toString();
  }
  return found;
}

describe("the package of a file's or a batch's PDF/A", () => {
  it("names them by the centre's own template, each once though the template tells them not apart", async () => {
    await addItem("one", 1, "%PDF first");
    await addItem("one", 2, "%PDF second");
    const { digest } = await pack("file", "one", "template", "{nam} {trichYeu}");
    const names = Object.keys(await unpack(digest));
    expect(names).toHaveLength(2);
    for (const [at, name] of names.entries())
      expect(name).toMatch(new RegExp(`^[^/]+/.*\\.000000${at + 1}\\.pdf$`));
  });

  it("holds their very bytes under their archive names, and says what lacks", async () => {
    await addItem("one", 1, "%PDF first");
    await addItem("one", 2, "");
    await addItem("two", 1, "%PDF third");
    journal.write("items", [sampleItem("gone", { fileId: "one", ordinal: 3, withdrawn: "trùng" })], "screen");
    const packed = await pack("batch", "batch-1");
    expect(packed).toMatchObject({ documents: 2, lacking: 1, name: "ĐỢT 01-2025.zip" });
    expect(await unpack(packed.digest)).toEqual({
      "H05.one.0000001.pdf": "%PDF first",
      "H05.two.0000001.pdf": "%PDF third",
    });
    expect(heard.at(-1)).toEqual({ done: 2, total: 2 });
    const one = await pack("file", "one", "folders");
    expect(Object.keys(await unpack(one.digest))).toEqual(["H05/H05.one/H05.one.0000001.pdf"]);
  });

  it("is not made where nothing is there, and not for what is not listed", async () => {
    await addItem("one", 1, "");
    expect(await pack("file", "one")).toMatchObject({ digest: "", documents: 0, lacking: 1 });
    await expect(pack("file", "none")).rejects.toThrow(DeskFault);
  });

  it("leaves nothing behind where a document cannot be read", async () => {
    await addItem("one", 1, "%PDF first");
    const broken = { ...objects, read: () => objects.read("f".repeat(64) as never) };
    const emit = () => undefined;
    const handlers = renditionHandlers({ journal, objects: broken, now: () => 0, emit, template: () => "" });
    await expect(handlers["renditions.pack"]({ of: "file", id: "one", practice: "plain" })).rejects.toThrow();
  });
});
