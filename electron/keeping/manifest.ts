import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { type BackupSet, manifestName, textOf } from "./backup-set.ts";

const fileSchema = Type.Object({ name: Type.String(), digest: Type.String(), size: Type.Number() });

/** What a generation holds, told so that it can be checked without anything else. */
const manifestSchema = Type.Object({
  format: Type.Literal(1),
  madeAt: Type.String(),
  version: Type.String(),
  deviceId: Type.String(),
  /** Databases, texts and the list of objects, with the SHA-256 of each. */
  files: Type.Array(fileSchema),
  /** The journal's chain: how many entries, and the hash of the last. */
  entries: Type.Integer(),
  chainEnd: Type.String(),
  records: Type.Integer(),
  objects: Type.Integer(),
  bytes: Type.Number(),
  /** Objects that records name and that were not whole on the machine when the backup was made. */
  lacking: Type.Integer(),
});

export type Manifest = Static<typeof manifestSchema>;

export const objectListName = "objects.txt";

export function generationPath(generation: string, name: string): string {
  return `generations/${generation}/${name}`;
}

/** The manifest of a generation; nothing where it cannot be read. */
export async function readManifest(set: BackupSet, generation: string): Promise<Manifest | undefined> {
  try {
    const value: unknown = JSON.parse(await textOf(set.read(generationPath(generation, manifestName))));
    return Check(manifestSchema, value) ? value : undefined;
  } catch {
    return undefined;
  }
}
