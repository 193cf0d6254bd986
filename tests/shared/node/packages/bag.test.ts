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

test("a bag that was stopped, or whose bytes came back otherwise, has no name, and is gone on with by its digests alone", async () => {
  const place = temporaryFolder();
  const data = (name: string) => join(place, "tui.partial", "data", name);
  mkdirSync(data(""), { recursive: true });
  writeFileSync(data("1_uuid.zip"), "half");
  writeFileSync(data("của ai đó.txt"), "x");
  const lying = files.map((file, at) => (at === 0 ? { ...file, bytes: giving(Buffer.from("khác")) } : file));
  const write = (goOn: (bytes: number) => void, given = files, whole: string[] = []) => {
    const [wrote, kept]: [string[], number[]] = [[], []];
    const history = {
      whole: new Set(whole),
      wrote: (name: string) => Promise.resolve(void wrote.push(name)),
      kept: (size: number) => void kept.push(size),
    };
    return writeBagFolder({ place, name: "tui", files: given, info, goOn, history }).then((written) => ({
      ...{ ...written, wrote, sizes: kept },
    }));
  };
  await expect(write(() => undefined, lying)).rejects.toThrow("data/1_uuid.zip");
  // What is no part of the bag lies beside it, as it was.
  expect(readdirSync(place).sort()).toEqual(["tui.khac", "tui.partial"]);
  expect(readFileSync(join(place, "tui.khac", "data", "của ai đó.txt"), "utf8")).toBe("x");
  await expect(
    write(() => {
      throw new Error("stopped");
    }),
  ).rejects.toThrow("stopped");
  // The second was written whole by the first try; the first lies there otherwise than this history says.
  writeFileSync(data("1_uuid.zip"), "khác");
  const again = await write(() => undefined, files, ["1_uuid.zip"]);
  expect(again).toMatchObject({ kept: 1, altered: ["data/1_uuid.zip"], wrote: ["2_uuid.zip"] });
  expect(again.sizes).toEqual([contents[1]?.length]);
  expect(readdirSync(place).sort()).toEqual(["tui", "tui.khac"]);
  const told: number[] = [];
  expect(await write((bytes) => told.push(bytes))).toMatchObject({ kept: 2, altered: [] });
  const lists = readFileSync(join(place, "tui", "tagmanifest-sha256.txt"), "utf8")
    .split("\n")
    .slice(0, -1);
  const listed = lists.map((line) => readFileSync(join(place, "tui", line.slice(66))).length);
  const payload = contents.reduce((sum, { length }) => sum + length, 0);
  expect(told.reduce((sum, bytes) => sum + bytes, 0)).toBe(
    2 * payload + listed.reduce((sum, bytes) => sum + bytes, 0),
  );
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
