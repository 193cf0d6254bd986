import { blankFile, blankFonds, blankItem } from "#shared/archive/blank.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { recordShapes } from "#shared/archive/shapes.ts";
import { covers } from "#shared/archive/unit.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import type { DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { FoundPackage } from "#shared/contract/packages.ts";
import type { ObjectStore, StoredBytes } from "#shared/node/object-store.ts";
import { NotAPackage, type OpenedPackage } from "#shared/node/packages/open-package.ts";
import type { KnownSchemas } from "#shared/node/packages/read-schemas.ts";
import { examinePackage, noPackage } from "#shared/node/packages/verify-package.ts";
import { isSound, type PackageReport } from "#shared/package/package-report.ts";
import type { ReadPackage } from "#shared/package/read-back.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { type Comparison, compareRecords } from "./compare-records.ts";
import { examineTree } from "./examine-tree.ts";
import { packagesIn } from "./packages-in.ts";

/** Most faults of one package that are handed to the screen. */
const mostFaults = 100;

export type TakeOptions = {
  journal: Journal;
  objects: ObjectStore;
  schemas: () => Promise<KnownSchemas>;
  profile: () => Profile | null;
  newId: () => string;
  emit: Emit;
};

/**
 * Packages and trees of folders read back: verified, told beside what is here, and what is new of them taken in. The ZIP does not stay once
 * it was taken, or where something in it is secret.
 */
export function takeHandlers(options: TakeOptions): Pick<DeskHandlers, "packages.look" | "packages.take"> {
  const { journal, objects, schemas, profile, emit } = options;
  const own = (): Profile => {
    const set = profile();
    if (!set) throw new DeskFault("not-set-up");
    return set;
  };
  const stored = async (digest: string): Promise<StoredBytes> => {
    const size = isDigest(digest) ? await objects.size(digest) : undefined;
    if (!isDigest(digest) || size === undefined) throw new DeskFault("object-missing", { detail: digest });
    return { digest, size };
  };
  const each = async (
    zip: StoredBytes,
    work: (opened: OpenedPackage, compared: Comparison) => Promise<void>,
  ): Promise<FoundPackage[]> => {
    const known = await schemas();
    const found: FoundPackage[] = [];
    for await (const { name, opened } of packagesIn(objects, zip)) {
      if (opened instanceof NotAPackage) {
        found.push(say(name, noPackage(opened), undefined));
        continue;
      }
      for (const { report, read } of await examine(opened, known)) {
        const compared = read && isSound(report) ? compareRecords(journal, read, own().scope) : undefined;
        found.push(say(name, report, compared));
        if (compared) await work(opened, compared);
      }
    }
    if (found.some(({ stands }) => stands === "secret")) await objects.destroy(zip.digest);
    return found;
  };
  return {
    async "packages.look"({ digest }) {
      return { packages: await each(await stored(digest), () => Promise.resolve()) };
    },
    async "packages.take"({ digest, scope: chosen }) {
      const { scope, name } = own();
      const under = chosen ?? scope;
      if (!covers(scope, under)) throw new DeskFault("not-your-scope", { detail: under });
      const zip = await stored(digest);
      let done = 0;
      const packages = await each(zip, async (opened, compared) => {
        if (compared.stands !== "new" && compared.stands !== "known") return;
        const total = done + compared.fresh.length;
        const took = () => emit("packages.progress", { done: (done += 1), total });
        await takeIn(options, { opened, compared, scope: under, by: name, took });
      });
      // What is no package may be anything that this machine holds: it stays.
      if (packages.some(({ kind }) => kind !== "")) await objects.destroy(zip.digest);
      return { packages };
    },
  };
}

type Examined = { report: PackageReport; read: ReadPackage | undefined };

/** A package, or the files of a tree of folders, of which the first has what is to be said of the tree. */
async function examine(opened: OpenedPackage, known: KnownSchemas): Promise<Examined[]> {
  const tree = await examineTree(opened);
  if (!tree) return [await examinePackage(opened, known)];
  const { report, files } = tree;
  if (files.length === 0) return [{ report, read: undefined }];
  return files.map((read, place) => ({
    report: {
      ...report,
      objectId: `${read.fondsCode} ${place + 1}`,
      documents: read.documents.length,
      faults: place === 0 ? report.faults : [],
    },
    read,
  }));
}

/** First the bytes, then the records from above: whatever a crash leaves out is new to the next try. */
async function takeIn(
  { journal, objects, newId }: TakeOptions,
  work: { opened: OpenedPackage; compared: Comparison; scope: string; by: string; took: () => void },
): Promise<void> {
  const { opened, compared, by, took } = work;
  const { records, fresh } = compared;
  for (const { path, digest } of fresh) {
    await objects.put(await opened.read(path), { expected: digest as Digest });
    took();
  }
  const stamp = journal.stamp(by);
  const scope = compared.fonds?.scope ?? work.scope;
  const fonds =
    compared.fonds ??
    checked("fonds", makeRecord<Fonds>({ ...blankFonds, ...records.fonds, id: newId(), scope }, stamp));
  const file =
    compared.file ??
    checked(
      "files",
      makeRecord<ArchiveFile>(
        { ...blankFile, ...records.file, id: newId(), scope, fondsId: fonds.id },
        stamp,
      ),
    );
  const items = fresh.map(({ fields, digest, size }) => {
    const given = { renditionDigest: digest, renditionSize: size, renditionKind: "untouched" } as const;
    const of = { id: newId(), scope: file.scope, fileId: file.id };
    return checked("items", makeRecord<Item>({ ...blankItem, ...fields, ...given, ...of }, stamp));
  });
  if (!compared.fonds) journal.write("fonds", [fonds], "desk");
  if (!compared.file) journal.write("files", [file], "desk");
  if (items.length > 0) journal.write("items", items, "desk");
}

function checked<Kind extends object>(collection: "fonds" | "files" | "items", record: Kind): Kind {
  const [problem] = recordShapes[collection].Errors(record);
  if (problem)
    throw new DeskFault("package-unsound", { detail: `${problem.instancePath} ${problem.message}` });
  return record;
}

function say(name: string, report: PackageReport, compared: Comparison | undefined): FoundPackage {
  const { objectId, kind, documents, faults } = report;
  const { fonds, file } = compared?.records ?? {
    fonds: { code: "", name: "" },
    file: { code: "", title: "" },
  };
  return {
    ...{ name, objectId, kind, documents, faults: faults.slice(0, mostFaults), faultCount: faults.length },
    stands: compared?.stands ?? "unsound",
    fonds: { code: fonds.code, name: compared?.fonds?.name ?? fonds.name, known: Boolean(compared?.fonds) },
    ...{ fileCode: file.code, title: file.title, fresh: compared?.fresh.length ?? 0 },
    ...{ same: compared?.same ?? 0, differing: compared?.differing ?? [] },
    left: compared?.records.left ?? [],
  };
}
