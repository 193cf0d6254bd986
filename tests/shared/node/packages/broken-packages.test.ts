import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { openObjectStore } from "#shared/node/object-store.ts";
import { NotAPackage, openPackage, type OpenedPackage } from "#shared/node/packages/open-package.ts";
import { readSchemas } from "#shared/node/packages/read-schemas.ts";
import { verifyBag } from "#shared/node/packages/verify-bag.ts";
import { noPackage, verifyPackage } from "#shared/node/packages/verify-package.ts";
import { writeBagFolder } from "#shared/node/packages/write-bag-folder.ts";
import { writePackageBagInfo } from "#shared/package/bag-lists.ts";
import { isSound, type PackageFault, packageFaultCodes } from "#shared/package/package-report.ts";
import {
  packageProfileNames,
  packageProfiles,
  type PackageProfileName,
} from "#shared/package/package-profile.ts";
import { verifyTree } from "#electron/packages/verify-tree.ts";
import { vi } from "#shared/text/vi.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { type Breaking, breakings } from "#tests/helpers/broken-packages.ts";
import {
  edit,
  type Parts,
  partsOf,
  pathLike,
  writeAsFolder,
  writeAsZip,
} from "#tests/helpers/package-parts.ts";
import { treeParts } from "#tests/helpers/sample-tree.ts";
import { layOutSample, sampleModel } from "#tests/helpers/sample-package.ts";
import { type Chance, seeded } from "#tests/helpers/seeded.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const schemas = await readSchemas(resources);
let made: Promise<Sound> | undefined;

/** Sound packages of each kind and a bag of one, made once. */
function soundParts(): Promise<Sound> {
  return (made ??= makeSound());
}

type Sound = {
  kinds: (readonly [kind: PackageProfileName, parts: Parts])[];
  bag: Parts;
  tree: Parts;
  aliases: Parts;
};

async function makeSound(): Promise<Sound> {
  const objects = await openObjectStore(join(temporaryFolder(), "objects"));
  const model = await sampleModel(objects, 3);
  const kinds = await Promise.all(
    packageProfileNames.map(
      async (name) => [name, partsOf(objects, await layOutSample(model, name))] as const,
    ),
  );
  const bag = await soundBag(kinds[0]?.[1] ?? new Map<string, Buffer>());
  const trees = (["csdl-sohoa-tt02", "bkhcn-7197"] as const).map((name) => treeParts(objects, [model], name));
  const [tree, aliases] = await Promise.all(trees);
  if (!tree || !aliases) throw new Error("no trees");
  return { kinds, bag, tree, aliases };
}

async function soundBag(parts: Parts): Promise<Parts> {
  const bytes = readFileSync(await writeAsZip(parts));
  const digest = createHash("sha256").update(bytes).digest("hex");
  const info = writePackageBagInfo({
    ...{ organization: "Lê Thị Kiểm", description: "Đợt 1", day: "2025-06-12", software: "Mục Lục 0.1.0" },
    ...{ bytes: bytes.length, files: 1 },
  });
  async function* give() {
    yield await Promise.resolve(bytes);
  }
  const { path } = await writeBagFolder({
    ...{ place: temporaryFolder(), name: "tui", info, goOn: () => undefined },
    files: [{ name: "1_goi.zip", digest, size: bytes.length, bytes: give }],
  });
  return readParts(path);
}

async function readParts(path: string): Promise<Parts> {
  return opening(path, async (opened) => {
    const parts: Parts = new Map();
    for (const part of opened.paths.keys()) parts.set(part, await buffer(await opened.read(part)));
    return parts;
  });
}

async function opening<Value>(path: string, work: (opened: OpenedPackage) => Promise<Value>): Promise<Value> {
  const opened = await openPackage(path);
  try {
    return await work(opened);
  } finally {
    opened.close();
  }
}

async function faultsOf(path: string, of: Breaking["of"] = "package"): Promise<PackageFault[]> {
  try {
    return await opening(path, async (opened) => {
      if (of === "package") return (await verifyPackage(opened, schemas)).faults;
      const ofTree = of === "bag" ? [] : (await verifyTree(opened)).faults;
      return [...(await verifyBag(opened)), ...ofTree];
    });
  } catch (error) {
    if (error instanceof NotAPackage) return noPackage(error).faults;
    throw error;
  }
}

const isOfTt05 = (kind: PackageProfileName) => packageProfiles[kind].layout === "tt05";

const forms = { folder: (parts: Parts) => Promise.resolve(writeAsFolder(parts)), ZIP: writeAsZip };

test("what is broken here is sound before, in either form", async () => {
  const { kinds, bag, tree, aliases } = await soundParts();
  for (const write of Object.values(forms)) {
    for (const [, parts] of kinds) expect(await faultsOf(await write(parts))).toEqual([]);
    expect(await faultsOf(await write(bag), "bag")).toEqual([]);
    expect(await faultsOf(await write(tree), "tree")).toEqual([]);
    expect(await faultsOf(await write(aliases), "aliases")).toEqual([]);
  }
});

test("each rule has a way to break it", () => {
  expect(["not-a-package", ...Object.keys(breakings)].sort()).toEqual([...packageFaultCodes].sort());
});

test.each(Object.entries(breakings))("%s is named, where it is, and little else", async (name, breaking) => {
  const { of, only, work, where, also = [] } = breaking;
  const { kinds, ...others } = await soundParts();
  const given =
    of !== "package"
      ? [[of, others[of]] as const]
      : kinds.filter(([kind]) => (only === undefined ? isOfTt05(kind) : kind === only));
  for (const [kind, parts] of given) {
    const broken = new Map(parts);
    await work(broken);
    for (const [form, write] of Object.entries(forms)) {
      const faults = await faultsOf(await write(broken), of);
      const told = faults.map(({ code, path }) => `${code} ${path}`);
      const named = faults.filter(({ code }) => code === name);
      expect(named.length, `${kind} as ${form}: ${told.join("\n").slice(0, 500)}`).toBeGreaterThan(0);
      expect(named[0]?.path).toMatch(where);
      const codes = new Set<string>(faults.map(({ code }) => code));
      for (const one of [name, ...also]) codes.delete(one);
      expect([...codes], `${kind} as ${form}`).toEqual([]);
      for (const { code, path, detail } of named)
        expect(vi.packages.faults[code](path, detail)).not.toContain("undefined");
    }
  }
});

test("a package laid out as others do is sound: no folder around it, other names of its schemas and descriptions", async () => {
  const { kinds } = await soundParts();
  for (const [, parts] of kinds.filter(([kind]) => isOfTt05(kind))) {
    const theirs = new Map(parts);
    for (const [from, to] of [
      ["EAD_doc.xsd", "ead_doc.xsd"],
      ["EAD.xsd", "ead.xsd"],
      [/EAD_doc_(?=[^/]*xml)/gu, "EAD_DOC_"],
      ['MDTYPE="DC"', 'MDTYPE="EAD"'],
    ] as const) {
      for (const [path, bytes] of [...theirs]) {
        theirs.delete(path);
        theirs.set(path.replace(from, to), bytes);
      }
      for (const mets of [/rep1\/METS\.xml$/u, /^[^/]+\/METS\.xml$/u])
        if (theirs.get(pathLike(theirs, mets))?.toString().search(from) !== -1)
          edit(theirs, mets, (text) => text.replaceAll(from, to));
    }
    const bare = new Map([...theirs].map(([path, bytes]) => [path.slice(path.indexOf("/") + 1), bytes]));
    for (const write of Object.values(forms)) expect(await faultsOf(await write(bare))).toEqual([]);
  }
});

test("not-a-package: what cannot be opened", async () => {
  const { bag: parts } = await soundParts();
  const zip = await writeAsZip(parts);
  const cut = readFileSync(zip);
  writeFileSync(zip, cut.subarray(0, cut.length - 30));
  const folder = writeAsFolder(parts);
  symlinkSync("/etc/hostname", join(folder, "la"));
  for (const path of [zip, folder, join(folder, "nowhere")])
    expect(await faultsOf(path)).toEqual([expect.objectContaining({ code: "not-a-package" })]);
});

const seed = Number(process.env["PACKAGE_SEED"] ?? Date.now() % 1_000_000);

/** Bytes flipped, things removed, added, renamed, made longer or shorter. */
function mutate(
  parts: Parts,
  chance: Chance,
  flips: (path: string) => boolean,
): { parts: Parts; what: string } {
  const spoiled = new Map(parts);
  const paths = [...parts.keys()];
  const path = paths[chance(paths.length)] ?? "";
  const bytes = Buffer.from(parts.get(path) ?? Buffer.alloc(0));
  const kind = chance(6);
  const beside = path.replace(/[^/]+$/u, `${chance(1000)}-$&`);
  if (kind === 0 && flips(path)) {
    const at = chance(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance(8));
    return { parts: spoiled.set(path, bytes), what: `byte ${at} of ${path}` };
  }
  if (kind === 1 && flips(path))
    return { parts: spoiled.set(path, bytes.subarray(0, chance(bytes.length))), what: `${path} cut off` };
  if (kind === 2 && flips(path))
    return { parts: spoiled.set(path, Buffer.concat([bytes, Buffer.from(" ")])), what: `${path} longer` };
  if (kind === 3) return { parts: spoiled.set(beside, bytes), what: `${beside} added` };
  spoiled.delete(path);
  if (kind === 4) return { parts: spoiled.set(beside, bytes), what: `${path} renamed` };
  return { parts: spoiled, what: `${path} removed` };
}

test("of 300 spoiled packages none is called sound unless its bytes read are the same", async () => {
  console.info(`PACKAGE_SEED=${seed}`);
  const chance = seeded(seed);
  const { kinds } = await soundParts();
  const passed: string[] = [];
  for (let round = 0; round < 100; round += 1) {
    const [kind, parts] = kinds[round % kinds.length] ?? ["sip-hoso-tt05", new Map<string, Buffer>()];
    // Nothing in a package names METS.xml itself by its digest: of a ZIP its own sum does.
    const named = (path: string) => !/^[^/]+\/METS\.xml$/u.test(path);
    const ofFolder = mutate(parts, chance, named);
    const ofZip = mutate(parts, chance, named);
    const zip = await writeAsZip(parts);
    const raw = readFileSync(zip);
    const at = chance(raw.length);
    raw[at] = (raw[at] ?? 0) ^ (1 << chance(8));
    writeFileSync(zip, raw);
    const tried = [
      [ofFolder.what, writeAsFolder(ofFolder.parts)],
      [`ZIP: ${ofZip.what}`, await writeAsZip(ofZip.parts)],
      [`ZIP: byte ${at}`, zip],
    ] as const;
    for (const [what, path] of tried) {
      const faults = await faultsOf(path);
      if (!isSound({ ...noPackage(new NotAPackage("")), faults })) continue;
      const read = await readParts(path);
      const same =
        read.size === parts.size && [...parts].every(([part, bytes]) => read.get(part)?.equals(bytes));
      if (!same) passed.push(`${kind}: ${what}`);
    }
  }
  expect(passed, `seed ${seed}`).toEqual([]);
}, 120_000);
