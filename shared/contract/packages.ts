import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { packageFaultCodes } from "#shared/package/package-report.ts";
import { packageProfileNames } from "#shared/package/package-profile.ts";
import { treeProfileNames } from "#shared/package/tree-profile.ts";

/** Kinds of packages, and trees of folders. */
export const formNames = [...packageProfileNames, ...treeProfileNames] as const;

export type FormName = (typeof formNames)[number];

const lackSchema = Type.Object({
  /** The item's ordinal in its file; nothing where it is of the file itself. */
  ordinal: Type.Optional(Type.Integer()),
  /** As the circular names it; `data`: its PDF/A; `file`: the paper; `batch`: the batch it travels in. */
  field: Type.String(),
  fault: Choice([
    ...["missing", "too-long", "no-number", "no-date", "no-code", "secret", "twice"],
    ...["not-accepted", "held", "no-documents"],
  ] as const),
});

export const madePackagesSchema = Type.Object({
  made: Type.Array(
    Type.Object({
      fileId: Type.String(),
      code: Type.String(),
      objectId: Type.String(),
      documents: Type.Integer(),
    }),
  ),
  /** Files of which no package was made, and all that keeps them from it. */
  lacking: Type.Array(
    Type.Object({ fileId: Type.String(), code: Type.String(), lacks: Type.Array(lackSchema) }),
  ),
  /** The stored ZIP: the package of a file, or those of a batch in one; empty where none was made. */
  digest: Type.String(),
  size: Type.Integer(),
  name: Type.String(),
});

/** Where packages were written, read again and found right. */
export const carriedPackagesSchema = Type.Object({
  made: madePackagesSchema.properties.made,
  lacking: madePackagesSchema.properties.lacking,
  /** The bags, one for each place; none where no package was made. */
  places: Type.Array(
    Type.Object({
      path: Type.String(),
      receipt: Type.String(),
      label: Type.String(),
      /** Whether it went on with what an earlier try had left there, and how many of its files were kept as they were. */
      resumed: Type.Boolean(),
      kept: Type.Integer(),
      /** Paths that were not as that try had left them: written anew, or no part of the bag and put aside. */
      altered: Type.Array(Type.String()),
    }),
  ),
  bytes: Type.Integer(),
  /** SHA-256 of the list of digests, which names the whole. */
  digest: Type.String(),
  /** Whether an earlier try had other contents, so that nothing of it was gone on with. */
  changed: Type.Boolean(),
});

/** Places that a bag was begun on and not brought to its end; none where nothing is unfinished. */
const unfinishedSchema = Type.Object({
  /** When it was begun, in milliseconds. */
  at: Type.Number(),
  places: Type.Array(
    Type.Object({
      /** As it was called then. */
      place: Type.String(),
      /** Files of the bag, and those that were written whole there. */
      files: Type.Integer(),
      whole: Type.Integer(),
      /** True for the copy that is finished while the other is not. */
      done: Type.Boolean(),
    }),
  ),
});

export type UnfinishedPackages = Static<typeof unfinishedSchema>;

export type CarriedPackages = Static<typeof carriedPackagesSchema>;

export type MadePackages = Static<typeof madePackagesSchema>;

/** How a package stands to what this machine holds. */
export const packageStands = [
  /** No package, or one with faults: nothing of it is taken. */
  "unsound",
  /** Something in it is marked secret (mode 03): it is taken off this machine at once. */
  "secret",
  /** Of a fonds or file of a unit that is not this machine's. */
  "outside",
  /** Its fonds has no code, or several here have that code and none the file or the name. */
  "unclear",
  "new",
  /** Its file is here, and documents of it may lack. */
  "known",
  /** Its file is here, withdrawn or on its way in a batch: nothing is added to it. */
  "closed",
] as const;

const foundPackageSchema = Type.Object({
  /** Its name in a ZIP of several; empty where it is the ZIP itself. */
  name: Type.String(),
  objectId: Type.String(),
  kind: Type.String(),
  documents: Type.Integer(),
  stands: Choice(packageStands),
  /** The first of its faults and warnings, and how many there are. */
  faults: Type.Array(
    Type.Object({ code: Choice(packageFaultCodes), path: Type.String(), detail: Type.String() }),
  ),
  faultCount: Type.Integer(),
  fonds: Type.Object({ code: Type.String(), name: Type.String(), known: Type.Boolean() }),
  fileCode: Type.String(),
  title: Type.String(),
  /** Documents that are not here; those here as they are in the package. */
  fresh: Type.Integer(),
  same: Type.Integer(),
  /** What is here otherwise, and stays as it is: fields as the circular names them, `data` the bytes. */
  differing: Type.Array(
    Type.Object({
      /** Nothing where it is the file itself. */
      ordinal: Type.Optional(Type.Integer()),
      fields: Type.Array(Type.String()),
    }),
  ),
  /** Fields with values that no record has room for. */
  left: Type.Array(Type.String()),
});

export type FoundPackage = Static<typeof foundPackageSchema>;

export const foundPackagesSchema = Type.Object({ packages: Type.Array(foundPackageSchema) });

const storedPackage = { digest: Type.String({ maxLength: 64 }) };

export const packageCalls = {
  /**
   * Verifies a package, or a ZIP of several, that was stored as an object before, and says what of it is new here.
   * Nothing is written.
   */
  "packages.look": { input: Type.Object(storedPackage), output: foundPackagesSchema },
  /**
   * Takes in what is new of it: fonds, files and items with their bytes. Nothing that is here is changed. A new fonds is
   * made under `scope`, or the unit of this machine. Answers as `packages.look` did before.
   */
  "packages.take": {
    input: Type.Object({ ...storedPackage, scope: Type.Optional(Type.String({ maxLength: 24 })) }),
    output: foundPackagesSchema,
  },
  /**
   * Makes the package of a file, or of each file of a batch, or a tree of folders of them with its tables (in a ZIP, as
   * a bag), reads it again and verifies it before it is given out;
   * `packages.progress` tells how far.
   */
  "packages.make": {
    input: Type.Object({
      of: Choice(["file", "batch"]),
      id: Type.String(),
      profile: Choice(formNames),
    }),
    output: madePackagesSchema,
  },
  /**
   * Makes packages and writes them to a folder or stick that a person named, and perhaps a second one, as a bag
   * (BagIt 1.0): every byte is read again from there before it counts. A receipt and a label to print lie beside it.
   * `packages.writing` tells how far, in bytes written and read again. What was interrupted goes on: a file that lies
   * there with its very bytes is not written again. Rejects with `place-other` where the disk or stick that is half
   * written is not among the places, with `anew` it is begun from the start.
   */
  "packages.carry": {
    input: Type.Object({
      of: Choice(["file", "batch"]),
      id: Type.String(),
      profile: Choice(formNames),
      folder: Type.String({ maxLength: 1000 }),
      second: Type.Optional(Type.String({ maxLength: 1000 })),
      anew: Type.Optional(Type.Boolean()),
    }),
    output: carriedPackagesSchema,
  },
  /** Stops `packages.carry`; what was written stays, for the next try to go on with. */
  "packages.stop": { input: Type.Object({}), output: Type.Object({}) },
  /** What `packages.carry` of the same has begun and not finished, also before the app was started. */
  "packages.unfinished": {
    input: Type.Object({
      of: Choice(["file", "batch"]),
      id: Type.String(),
      profile: Choice(formNames),
    }),
    output: unfinishedSchema,
  },
} as const;

/** Bytes written and read again; `kept` of them lay there from an earlier try, and are not written again. */
export const packageWritingSchema = Type.Object({
  done: Type.Integer(),
  total: Type.Integer(),
  kept: Type.Integer(),
});

export const packageProgressSchema = Type.Object({ done: Type.Integer(), total: Type.Integer() });
