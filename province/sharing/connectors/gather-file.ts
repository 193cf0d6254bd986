import type { Item } from "#shared/archive/item.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import type { Batch } from "#shared/archive/batch.ts";
import { isDigest } from "#shared/base/digest.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { checkValues } from "#shared/package/check-values.ts";
import type { PackagedDocument, PackageModel } from "#shared/package/package-model.ts";
import type { PackageProfile } from "#shared/package/package-profile.ts";
import type { Reader } from "#province/access/reader.ts";
import type { ProvinceObjects } from "#province/objects/province-objects.ts";
import { findNumbers } from "#province/sharing/find-numbers.ts";
import { maskedFile, maskedFonds, maskedItem } from "#province/sharing/mask-record.ts";
import { levelsNow, type SharedKey } from "#province/sharing/read-shared.ts";
import { type Database, numberIn } from "#province/store/database.ts";
import { findNamedObject } from "#province/store/receipts.ts";
import { isFile, isFonds, isItem } from "#province/store/record-shape.ts";
import { type OwnReason, ownReason } from "./own-reasons.ts";

type Parts = { database: Database; objects: ProvinceObjects; reader: Reader };

/**
 * What the package of a whole file is made of, by the records of this moment, or why none leaves. It leaves whole or not
 * at all: all its documents are within the reader's scope and level, none is marked secret or kept back, and below the
 * level that tells of persons none bears a number of a paper of identity. Nothing where the file itself is not to be had.
 */
export async function gatherFile(
  { database, objects, reader }: Parts,
  { district, id }: Pick<SharedKey, "district" | "id">,
  profile: PackageProfile,
): Promise<PackageModel | OwnReason | undefined> {
  const own = await levelsNow(database, reader, [{ district, kind: "files", id }]);
  const read = await readFileWhole(database, district, id);
  if (own.size === 0 || !read) return undefined;
  const { file, fonds, batch, items } = read;
  const keys = items.map(({ item }): SharedKey => ({ district, kind: "items", id: item.id }));
  const levels = await levelsNow(database, reader, keys);
  const closed = keys.length - levels.size;
  if (closed > 0) return ownReason("closed", String(closed));
  const kept = [file, ...(batch ? [batch] : []), ...items.map(({ item }) => item)].filter(isHeld);
  if (kept.length > 0) return ownReason("held", String(kept.length));
  if (reader.upTo !== "closed") {
    const isPlain =
      isSame(file, maskedFile(file)) &&
      isSame(fonds, maskedFonds(fonds)) &&
      items.every(({ item }) => isSame(item, maskedItem(item)));
    const found = isPlain ? await findNumbers(database, keys) : "numbers";
    if (found) return ownReason(found);
  }
  const documents: PackagedDocument[] = [];
  for (const { item, pages } of items) {
    const digest = item.renditionDigest;
    const isOwn = isDigest(digest) && (await findNamedObject(database, { scope: item.scope }, digest));
    const size = isDigest(digest) && isOwn ? await objects.size(digest) : undefined;
    if (!isDigest(digest) || size === undefined) return ownReason("no-pdf", `${file.code}.${item.ordinal}`);
    documents.push({ item, digest, size, pages });
  }
  if (documents.length === 0) return ownReason("no-documents");
  const model = { fonds, file, documents };
  const [lack] = checkValues(model, profile);
  if (lack) return ownReason("lacks", `${lack.field}: ${lack.fault}`);
  return model;
}

async function readFileWhole(database: Database, district: string, id: string) {
  const [row] = await database.query(
    `select f.state as file, o.state as fonds, b.state as batch from records f
     join records o on o.district = f.district and o.collection = 'fonds' and o.id = f.parent
     left join records b on b.district = f.district and b.collection = 'batches'
       and b.id = f.state->>'batchId'
     where f.district = $1 and f.collection = 'files' and f.id = $2`,
    [district, id],
  );
  const [file, fonds] = [row?.["file"], row?.["fonds"]];
  if (!isFile(file) || !isFonds(fonds)) return undefined;
  const batch = (row?.["batch"] ?? undefined) as Pick<Batch, "held"> | undefined;
  const rows = await database.query(
    `select i.state as item, (select count(*) from records p where p.district = i.district
        and p.collection = 'pages' and p.parent = i.id and p.state->>'withdrawn' = '')::bigint as pages
     from records i where i.district = $1 and i.collection = 'items' and i.parent = $2
       and i.state->>'withdrawn' = '' order by (i.state->>'ordinal')::integer, i.id`,
    [district, id],
  );
  const items = rows.map((one): { item: Item; pages: number } => {
    const { item } = one;
    if (!isItem(item)) throw new Error("no item in the row");
    return { item, pages: numberIn(one, "pages") };
  });
  return { file, fonds, batch, items };
}

function isSame(one: object, other: object): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
