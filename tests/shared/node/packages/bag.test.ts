import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPackage } from "#shared/node/packages/open-package.ts";
import { bagRoot, verifyBag } from "#shared/node/packages/verify-bag.ts";
import { writeBagFolder } from "#shared/node/packages/write-bag-folder.ts";
import { readManifest, writeManifest, writePackageBagInfo } from "#shared/package/bag-lists.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const contents = ["gói một", "gói hai, dài hơn"].map((text) => Buffer.from(text));
const files = contents.map((bytes, place) => ({
  ...{ name: `${place + 1}_uuid.zip`, digest: sha256(bytes), size: bytes.length },
  bytes: giving(bytes),
}));
const info = writePackageBagInfo({
  ...{ organization: "Lê Thị Kiểm", description: "Đợt 1", day: "2025-06-12", software: "Mục Lục 0.1.0" },
  ...{ bytes: contents.reduce((sum, { length }) => sum + length, 0), files: 2 },
});

function giving(bytes: Buffer) {
  return async function* () {
    yield await Promise.resolve(bytes);
  };
}

async function makeBag(place: string) {
  return writeBagFolder({ place, name: "tui", files, info, goOn: () => undefined });
}

test("a bag is whole by its own lists, and each way to spoil it is named", async () => {
  const place = temporaryFolder();
  const { path, manifest } = await makeBag(place);
  expect(manifest).toBe(sha256(readFileSync(join(path, "manifest-sha256.txt"))));
  expect(readdirSync(place)).toEqual(["tui"]);
  const spoil = async (work: (bag: string) => void) => {
    const copy = temporaryFolder();
    cpSync(path, copy, { recursive: true });
    work(copy);
    const opened = await openPackage(copy);
    expect(bagRoot(opened)).toBe("");
    return (await verifyBag(opened)).map(({ code, path: where, detail }) =>
      `${code} ${where} ${detail}`.trim(),
    );
  };
  const data = (bag: string, name: string) => join(bag, "data", name);
  expect(await spoil(() => undefined)).toEqual([]);
  expect(await spoil((bag) => writeFileSync(data(bag, "1_uuid.zip"), "gói mộT"))).toEqual([
    expect.stringMatching(/^digest-differs data\/1_uuid.zip/),
  ]);
  expect(await spoil((bag) => rmSync(data(bag, "2_uuid.zip")))).toEqual([
    "missing manifest-sha256.txt data/2_uuid.zip",
    expect.stringMatching(/^bag-oxum/),
  ]);
  expect(await spoil((bag) => writeFileSync(data(bag, "la.txt"), ""))).toEqual([
    "bag-not-listed data/la.txt",
    expect.stringMatching(/^bag-oxum/),
  ]);
  expect(await spoil((bag) => writeFileSync(join(bag, "fetch.txt"), "http://x/y 1 data/z\n"))).toEqual([
    "bag-fetch fetch.txt",
  ]);
  expect(await spoil((bag) => rmSync(join(bag, "manifest-sha256.txt")))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^bag-no-manifest/)]),
  );
  expect(await spoil((bag) => writeFileSync(join(bag, "bagit.txt"), "BagIt-Version: 2.0\n"))).toEqual([
    "bag-declaration bagit.txt",
    expect.stringMatching(/^digest-differs bagit.txt/),
  ]);
  expect(
    await spoil((bag) =>
      appendFileSync(join(bag, "manifest-sha256.txt"), `${"a".repeat(64)}  ../../etc/passwd\n`),
    ),
  ).toEqual(expect.arrayContaining([expect.stringMatching(/^bag-line manifest-sha256.txt/)]));
});

test("nothing is left of a bag that was stopped or whose bytes came back otherwise, and an earlier try does no harm", async () => {
  const place = temporaryFolder();
  mkdirSync(join(place, "tui.partial", "data"), { recursive: true });
  writeFileSync(join(place, "tui.partial", "data", "1_uuid.zip"), "half");
  const lying = files.map((file, at) => (at === 0 ? { ...file, bytes: giving(Buffer.from("khác")) } : file));
  const write = (goOn: () => void, given = files) =>
    writeBagFolder({ place, name: "tui", files: given, info, goOn });
  await expect(write(() => undefined, lying)).rejects.toThrow("data/1_uuid.zip");
  await expect(
    write(() => {
      throw new Error("stopped");
    }),
  ).rejects.toThrow("stopped");
  expect(readdirSync(place)).toEqual([]);
  await write(() => undefined);
  expect(readdirSync(place)).toEqual(["tui"]);
});

test("names with what ends a line, and per cent, are written and read as RFC 8493 says", () => {
  const lines = ["data/a%b.zip", "data/a\nb", "data/a\r\nb", "data/Quyết định.zip"].map((path) => ({
    ...{ digest: "0".repeat(64), path },
  }));
  expect(readManifest(writeManifest(lines))).toEqual({ lines, wrong: [] });
  expect(readManifest(`${"0".repeat(64)} *./data/x\r\n`).lines).toEqual([
    { digest: "0".repeat(64), path: "data/x" },
  ]);
});
