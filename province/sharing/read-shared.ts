import { type AccessLevel, accessLevels, rankOf } from "#shared/archive/access-level.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Reader } from "#province/access/reader.ts";
import { covers } from "#shared/archive/unit.ts";
import { type Database, textIn } from "#province/store/database.ts";
import { textList } from "#province/store/lists.ts";
import { readFileRows, readItemRows } from "#province/store/read-catalogue-rows.ts";
import { isFile, isFonds, isItem } from "#province/store/record-shape.ts";
import { maskedFile, maskedFonds, maskedItem } from "./mask-record.ts";

/** Which record of the catalogue. */
export type SharedKey = { district: string; kind: "files" | "items"; id: string };

/** A record as it leaves the province. */
export type Shared = SharedKey & { level: AccessLevel } & (
    | { kind: "items"; item: Item; file: ArchiveFile; fonds: Fonds | undefined }
    | { kind: "files"; file: ArchiveFile; fonds: Fonds | undefined }
  );

/**
 * What leaves of these records, in their order: of accepted batches alone. Each is held against its records of this very
 * moment: what was closed, marked, withdrawn or sent back since the catalogue was made does not leave, however far behind that is.
 */
export async function readShared(
  database: Database,
  reader: Reader,
  keys: readonly SharedKey[],
): Promise<Shared[]> {
  if (keys.length === 0) return [];
  const [levels, rows] = await Promise.all([
    levelsNow(database, reader, keys),
    database.query(
      `select key.district, key.kind, key.id, own.state as own, file.state as file, fonds.state as fonds
       from unnest($1::text::text[], $2::text::text[], $3::text::text[]) as key(district, kind, id)
       join records own on own.district = key.district and own.collection = key.kind and own.id = key.id
       left join records file on key.kind = 'items' and file.district = key.district
         and file.collection = 'files' and file.id = own.parent
       left join records fonds on fonds.district = key.district and fonds.collection = 'fonds'
         and fonds.id = coalesce(file.parent, own.parent)`,
      [
        textList(keys.map(({ district }) => district)),
        textList(keys.map(({ kind }) => kind)),
        textList(keys.map(({ id }) => id)),
      ],
    ),
  ]);
  const found = new Map(rows.map((row) => [`${textIn(row, "kind")}/${textIn(row, "id")}`, row]));
  return keys.flatMap((key): Shared[] => {
    const name = `${key.kind}/${key.id}`;
    const [row, level] = [found.get(name), levels.get(name)];
    if (!row || level === undefined) return [];
    const { own, file } = row;
    const fonds = isFonds(row["fonds"]) ? maskedFonds(row["fonds"]) : undefined;
    const { district, id } = key;
    if (key.kind === "items")
      return isItem(own) && isFile(file)
        ? [{ district, id, level, kind: "items", item: maskedItem(own), file: maskedFile(file), fonds }]
        : [];
    return isFile(own) ? [{ district, id, level, kind: "files", file: maskedFile(own), fonds }] : [];
  });
}

/** The levels of those that the reader may have by their records of now, by `kind/id`. */
export async function levelsNow(
  database: Database,
  reader: Reader,
  keys: readonly SharedKey[],
): Promise<Map<string, AccessLevel>> {
  const levels = new Map<string, AccessLevel>();
  for (const district of new Set(keys.map((key) => key.district))) {
    const idsOf = (kind: string) =>
      keys.filter((key) => key.district === district && key.kind === kind).map(({ id }) => id);
    const rows = [
      ...(await readFileRows(database, district, idsOf("files"))).rows,
      ...(await readItemRows(database, district, idsOf("items"))).rows,
    ];
    for (const { kind, id, scope, level, accepted } of rows) {
      const known = accessLevels[level];
      if (known && accepted && level <= rankOf(reader.upTo) && covers(reader.scope, scope))
        levels.set(`${kind}/${id}`, known);
    }
  }
  return levels;
}

/** The documents of files that the reader may have, by file, in their order. */
export async function readDocumentsOf(
  database: Database,
  reader: Reader,
  files: readonly SharedKey[],
): Promise<Map<string, Item[]>> {
  const documents = new Map<string, Item[]>();
  if (files.length === 0) return documents;
  const rows = await database.query(
    `select c.file, c.scope, own.state as own
     from unnest($1::text::text[], $2::text::text[]) as key(district, id)
     join catalogue c on c.district = key.district and c.kind = 'items' and c.file = key.id
     join records own on own.district = c.district and own.collection = 'items' and own.id = c.id
     where c.accepted and c.level <= $3::bigint order by c.file, (own.state->>'ordinal')::integer, c.id`,
    [
      textList(files.map(({ district }) => district)),
      textList(files.map(({ id }) => id)),
      rankOf(reader.upTo),
    ],
  );
  for (const row of rows) {
    const own = row["own"];
    if (!isItem(own) || !covers(reader.scope, textIn(row, "scope"))) continue;
    const file = textIn(row, "file");
    documents.set(file, [...(documents.get(file) ?? []), maskedItem(own)]);
  }
  return documents;
}
