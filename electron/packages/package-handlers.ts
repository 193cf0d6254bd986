import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { setImmediate as pause } from "node:timers/promises";
import { ZipFile } from "yazl";
import { safeName } from "#shared/archive/document-name.ts";
import { momentTextInVietnam } from "#shared/base/vietnam-time.ts";
import type { Profile } from "#shared/archive/profile.ts";
import type { CallInput, DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { MadePackages, packageCalls } from "#shared/contract/packages.ts";
import type { ObjectStore, StoredBytes } from "#shared/node/object-store.ts";
import type { BagFile } from "#shared/node/packages/write-bag-folder.ts";
import { type KnownSchemas, readSchemas } from "#shared/node/packages/read-schemas.ts";
import { verifyPackage } from "#shared/node/packages/verify-package.ts";
import { DocumentAltered, writePackage } from "#shared/node/packages/write-package.ts";
import { layOutPackage } from "#shared/package/lay-out-package.ts";
import type { PackageModel } from "#shared/package/package-model.ts";
import { type PackageProfile, packageProfiles } from "#shared/package/package-profile.ts";
import { isSound } from "#shared/package/package-report.ts";
import { seededUuids } from "#shared/package/seeded-uuids.ts";
import { isTreeProfile, rulesOf, treeProfiles } from "#shared/package/tree-profile.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { carryHandlers, type MadeFrom } from "./carry-packages.ts";
import { gatherModel } from "./gather-model.ts";
import { makeTree } from "./make-tree.ts";
import { openStored } from "./packages-in.ts";
import { takeHandlers } from "./take-handlers.ts";
import { zipTree } from "./zip-tree.ts";

export type PackageOptions = {
  /** The desk's own. */
  folder: string;
  journal: Journal;
  objects: ObjectStore;
  resources: string;
  version: string;
  now: () => number;
  emit: Emit;
  profile: () => Profile | null;
  newId: () => string;
};

type Asked = CallInput<"packages.make">;

type Made = MadePackages["made"][number] & StoredBytes & { folder: string };

/** What was made of files, to be written somewhere, and as the screen is told of it. */
export type AllMade = {
  said: MadePackages["made"];
  lacking: MadePackages["lacking"];
  /** What they are called together, fit for a name on disk. */
  label: string;
  /** Packages in the order of `said`, or the documents of a tree of folders and its tables. */
  files: readonly BagFile[];
  /** Of a tree: the same for the same contents. */
  mark?: string;
  /** Lets go what was stored on the way. */
  clear: () => Promise<void>;
};

/** Packages (gói tin) of files for the archive: made of what is confirmed, verified before they are given out. */
export function packageHandlers(options: PackageOptions): Pick<DeskHandlers, keyof typeof packageCalls> {
  const { journal, objects, resources, version, now, emit } = options;
  let read: Promise<KnownSchemas> | undefined;
  const schemas = () => (read ??= readSchemas(resources));

  const make = async (
    model: PackageModel,
    profile: PackageProfile,
    { seed, at }: MadeFrom,
    wrote: () => void,
  ): Promise<Made> => {
    const known = await schemas();
    const laidOut = layOutPackage(model, profile, {
      schemas: Object.fromEntries(
        Object.entries(known).map(([name, bytes]) => [name, Buffer.from(bytes).toString("utf8")]),
      ),
      software: { name: "Mục Lục", version },
      at: momentTextInVietnam(at),
      uuid: seededUuids(`${seed} ${model.file.id}`),
    });
    const stored = await objects.put(writePackage(laidOut, { objects, at, wrote })).catch(asDeskFault);
    await verify(stored, known);
    const { file, documents } = model;
    const { objectId, folder } = laidOut;
    return { fileId: file.id, code: file.code, objectId, folder, documents: documents.length, ...stored };
  };

  const verify = async ({ digest, size }: StoredBytes, known: KnownSchemas) => {
    const opened = await openStored(objects, { digest, size });
    try {
      const report = await verifyPackage(opened, known);
      if (isSound(report)) return;
      await objects.destroy(digest);
      const [first] = report.faults;
      throw new DeskFault("package-unsound", { detail: `${first?.code ?? ""} ${first?.path ?? ""}` });
    } finally {
      opened.close();
    }
  };

  /** What can be made of the files that are asked for, and what keeps the rest from it. */
  const gather = async ({ of, id, profile: name }: Asked) => {
    const rules = isTreeProfile(name) ? rulesOf(treeProfiles[name]) : packageProfiles[name];
    const { files, label } = chosen(journal, of, id);
    const ready: PackageModel[] = [];
    const lacking: MadePackages["lacking"] = [];
    for (const file of files) {
      const { model, lacks } = await gatherModel({ journal, objects }, file, rules);
      if (lacks.length === 0) ready.push(model);
      else lacking.push({ fileId: file.id, code: file.code, lacks });
      await pause();
    }
    return { ready, lacking, label: safeName(label) };
  };

  const makePackages = async (asked: Asked, profile: PackageProfile, from: MadeFrom) => {
    const { ready, lacking, label } = await gather(asked);
    const total = ready.reduce((sum, { documents }) => sum + documents.length, 0);
    let done = 0;
    const made: Made[] = [];
    for (const model of ready)
      made.push(
        await make(model, profile, from, () => emit("packages.progress", { done: (done += 1), total })),
      );
    return { made, lacking, label: `${label}-${profile.title}` };
  };

  const makeAll = async (asked: Asked, from: MadeFrom): Promise<AllMade> => {
    const { profile: name } = asked;
    if (isTreeProfile(name)) {
      const { ready, lacking, label } = await gather(asked);
      const profile = treeProfiles[name];
      const tree = await makeTree(objects, ready, profile, momentTextInVietnam(from.at));
      const said = ready.map(({ file, documents }) => ({
        ...{ fileId: file.id, code: file.code, objectId: "", documents: documents.length },
      }));
      const files = ready.length === 0 ? [] : tree.files;
      const short = `${label.slice(0, 30).trim()}-${profile.title}`;
      return { said, lacking, label: short, files, mark: tree.mark, clear: () => Promise.resolve() };
    }
    const { made, lacking, label } = await makePackages(asked, packageProfiles[name], from);
    const files = made.map(({ digest, size, folder }, place): BagFile => ({
      ...{ name: `${place + 1}_${folder}.zip`, digest, size },
      bytes: () => objects.read(digest),
    }));
    const clear = async () => {
      for (const { digest } of made) await objects.destroy(digest);
    };
    return { said: made.map(sayMade), lacking, label, files, clear };
  };

  return {
    ...takeHandlers({ ...options, schemas }),
    ...carryHandlers({ ...options, makeAll }),
    async "packages.make"(asked): Promise<MadePackages> {
      const nothing = { made: [], digest: "", size: 0, name: "" };
      const from = { seed: randomUUID(), at: now() };
      if (isTreeProfile(asked.profile)) {
        const all = await makeAll(asked, from);
        const { said, lacking, files, label, mark = "" } = all;
        if (files.length === 0) return { ...nothing, lacking };
        const by = options.profile()?.name ?? "";
        const stored = await zipTree(objects, { files, name: `${label}-${mark}`, by, at: now(), version });
        return { made: said, lacking, ...stored, name: `${label}-${mark}.zip` };
      }
      const { made, lacking, label } = await makePackages(asked, packageProfiles[asked.profile], from);
      const said = made.map(sayMade);
      const [only] = made;
      if (!only) return { ...nothing, lacking };
      if (asked.of === "file") {
        const { digest, size, folder } = only;
        return { made: said, lacking, digest, size, name: `1_${folder}.zip` };
      }
      const whole = await together(objects, made, now());
      for (const { digest } of made) await objects.destroy(digest);
      return { made: said, lacking, ...whole, name: `${label}.zip` };
    },
  };
}

function sayMade({ fileId, code, objectId, documents }: Made): MadePackages["made"][number] {
  return { fileId, code, objectId, documents };
}

/** The packages of a batch in one ZIP: each named by its place among them and its OBJID (TT 05/2025, Phụ lục III.5). */
function together(objects: ObjectStore, made: readonly Made[], at: number): Promise<StoredBytes> {
  const zip = new ZipFile();
  const output = zip.outputStream as unknown as Readable;
  const mtime = new Date(at);
  for (const [place, { digest, size, folder }] of made.entries()) {
    zip.addReadStreamLazy(`${place + 1}_${folder}.zip`, { mtime, compress: false, size }, (give) => {
      const bytes = objects.read(digest);
      bytes.on("error", (error) => output.destroy(error));
      give(null, bytes);
    });
  }
  zip.end();
  return objects.put(output);
}

function asDeskFault(error: unknown): never {
  if (error instanceof DocumentAltered) {
    throw new DeskFault("object-damaged", { detail: error.digest });
  }
  throw error;
}

/** The files to be packed, and what they are called together. */
function chosen(journal: Journal, of: CallInput<"packages.make">["of"], id: string) {
  if (of === "file") {
    const file = journal.read("files", id);
    if (!file) throw new DeskFault("not-found", { detail: `file ${id}` });
    return { files: [file], label: file.code };
  }
  const batch = journal.read("batches", id);
  if (!batch) throw new DeskFault("not-found", { detail: `batch ${id}` });
  const files = journal.filesOfBatch(id).filter(({ withdrawn }) => withdrawn === "");
  return { files, label: batch.number || batch.name };
}
