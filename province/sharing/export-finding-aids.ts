import { join } from "node:path";
import type { Successor } from "#shared/archive/successor.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { Reader } from "#province/access/reader.ts";
import type { Database } from "#province/store/database.ts";
import { listOfferedFonds } from "#province/store/harvest.ts";
import type { FindingAidForm } from "./finding-aid/model.ts";
import { aidReader, type FoundFonds, readFonds } from "./finding-aid/read-fonds.ts";
import { aidFileName } from "./finding-aid/send-aid.ts";
import { writeFindingAid } from "./finding-aid/write-finding-aid.ts";
import { type WrittenFile, writeParts } from "./write-parts.ts";

type Store = { database: Database; units: readonly Unit[]; successors: readonly Successor[]; name: string };

/**
 * Writes the finding aid of each fonds of which the reader has anything into a folder, or of one fonds alone; those that were
 * decided to be one are one. Throws where there is nothing of the one that is asked for.
 */
export async function exportFindingAids(
  folder: string,
  store: Store,
  reader: Reader,
  { form, now, fonds }: { form: FindingAidForm; now: number; fonds: string | undefined },
): Promise<WrittenFile[]> {
  const asked = aidReader({ reader, filter: {}, successors: store.successors });
  const write = (found: FoundFonds) =>
    writeParts(
      join(folder, aidFileName(found.head.fonds.id, form)),
      partsOf(writeFindingAid(store, asked, found, { form, now })),
    );
  if (fonds !== undefined) {
    const found = await readFonds(store.database, asked, fonds);
    if (!found) throw new Error(`nothing of a fonds ${fonds} is within this scope and level`);
    return [await write(found)];
  }
  const files: WrittenFile[] = [];
  for await (const id of fondsOf(store, reader)) {
    const found = await readFonds(store.database, asked, id);
    if (found?.head.fonds.id === id) files.push(await write(found));
  }
  return files;
}

async function* partsOf(pieces: ReturnType<typeof writeFindingAid>) {
  for await (const { text, records } of pieces) yield { text, lines: records };
}

async function* fondsOf({ database }: Store, reader: Reader): AsyncGenerator<string> {
  let after: { district: string; id: string } | undefined;
  for (;;) {
    const found = await listOfferedFonds(database, reader, { after, limit: 100 });
    for (const { fonds } of found) yield fonds.id;
    const last = found.at(-1);
    if (!last || found.length < 100) return;
    after = { district: last.district, id: last.fonds.id };
  }
}
