import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { packageProfileNames } from "#shared/package/package-profile.ts";

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

export type MadePackages = Static<typeof madePackagesSchema>;

export const packageCalls = {
  /**
   * Makes the package of a file, or of each file of a batch, reads it again and verifies it before it is given out;
   * `packages.progress` tells how far.
   */
  "packages.make": {
    input: Type.Object({
      of: Choice(["file", "batch"]),
      id: Type.String(),
      profile: Choice(packageProfileNames),
    }),
    output: madePackagesSchema,
  },
} as const;

export const packageProgressSchema = Type.Object({ done: Type.Integer(), total: Type.Integer() });
