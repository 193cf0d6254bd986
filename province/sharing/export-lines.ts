import type { Unit } from "#shared/archive/unit.ts";
import type { Reader } from "#province/access/reader.ts";
import type { Database } from "#province/store/database.ts";
import { listOfferedByKey, listOfferedFonds } from "#province/store/harvest.ts";
import type { ExportKind, ExportLine } from "./api/schemas.ts";
import { readShared } from "./read-shared.ts";
import { readTexts } from "./read-texts.ts";
import { writeFile, writeFonds, writeItem } from "./write-shared.ts";

/** Records read in one go: with their words they are all that is in memory at a time. */
const part = 50;

/** Lines of JSON, each with its line break, and how many. */
export type ExportPart = { text: string; lines: number };

type Store = { database: Database; units: readonly Unit[] };

/**
 * All records of a kind that the reader may have, a part at a time: items with the words of their pages. Each comes
 * once, and is asked for its level at the moment it is written; what is pushed meanwhile may be in it or not.
 */
export function exportRecords(store: Store, reader: Reader, kind: ExportKind): AsyncGenerator<ExportLine[]> {
  return kind === "fonds" ? fondsLines(store, reader) : recordLines(store, reader, kind);
}

/** The same as lines of JSON. */
export async function* exportLines(
  store: Store,
  reader: Reader,
  kind: ExportKind,
): AsyncGenerator<ExportPart> {
  for await (const lines of exportRecords(store, reader, kind))
    yield { text: lines.map((line) => `${JSON.stringify(line)}\n`).join(""), lines: lines.length };
}

async function* fondsLines({ database, units }: Store, reader: Reader): AsyncGenerator<ExportLine[]> {
  let after: { district: string; id: string } | undefined;
  for (;;) {
    const found = await listOfferedFonds(database, reader, { after, limit: part });
    yield found.map(({ fonds }) => ({ kind: "fonds" as const, ...writeFonds(fonds, units) }));
    const last = found.at(-1);
    if (!last || found.length < part) return;
    after = { district: last.district, id: last.fonds.id };
  }
}

async function* recordLines(
  { database, units }: Store,
  reader: Reader,
  kind: "items" | "files",
): AsyncGenerator<ExportLine[]> {
  let after: { district: string; id: string } | undefined;
  for (;;) {
    const found = await listOfferedByKey(database, reader, { kind, after, limit: part });
    const shared = await readShared(database, reader, found);
    const texts = kind === "items" ? await readTexts(database, shared) : undefined;
    const stampOf = new Map(found.map(({ id, stamp }) => [id, stamp]));
    yield shared.map((one): ExportLine => {
      const stamp = stampOf.get(one.id) ?? 0;
      if (one.kind === "files") return { kind: "files", ...writeFile(one, stamp, units) };
      return { kind: "items", ...writeItem(one, stamp, units), pages: texts?.get(one.id) ?? [] };
    });
    const last = found.at(-1);
    if (!last || found.length < part) return;
    after = { district: last.district, id: last.id };
  }
}
