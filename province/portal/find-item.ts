import { isDigest } from "#shared/base/digest.ts";
import type { CatalogueHit } from "#shared/contract/catalogue.ts";
import { mayRead, type Reader as Person } from "#shared/portal/reader.ts";
import { readableBy } from "#province/access/reader.ts";
import type { ProvinceObjects } from "#province/objects/province-objects.ts";
import { Refused } from "#province/routes/typed.ts";
import { hitsOf, type Named } from "#province/store/catalogue-hits.ts";
import { type Database, type Param, textIn } from "#province/store/database.ts";
import { findNamedObject } from "#province/store/receipts.ts";
import { narrowedBy } from "#province/store/narrow-catalogue.ts";
import { findsOf } from "./may-open.ts";

/** A document that a person may find; `bytes` reads its PDF/A, where they may see its pages and it has come. */
export type FoundItem = {
  hit: CatalogueHit;
  district: string;
  closed: "" | "on-request" | "no-rendition";
  bytes: () => Promise<Uint8Array>;
};

/** Finds a document by the rule of the search itself: what nobody finds nobody opens by its id. Throws `not-found`. */
export async function findItem(
  store: { database: Database; objects: ProvinceObjects } & Named,
  person: Person,
  id: string,
): Promise<FoundItem> {
  const { database, objects, successors } = store;
  const params: Param[] = [];
  const place = (value: Param) => `$${params.push(value)}`;
  const { reader, filter } = findsOf(person);
  const conditions = [readableBy(reader, "c", place), ...narrowedBy(filter, successors, place)];
  const [row] = await database.query(
    `select c.district from catalogue c where c.kind = 'items' and c.id = ${place(id)} and ${conditions.join(" and ")}
     order by c.district limit 1`,
    params,
  );
  const district = row && textIn(row, "district");
  const [hit] =
    district === undefined
      ? []
      : await hitsOf(database, [{ district, kind: "items", id }], [], { ...store, masked: reader.masked });
  if (!hit || district === undefined) throw new Refused(404, "not-found", "no such document to be read");
  const absent = () => Promise.reject(new Refused(404, "not-found", "its pages are not to be read"));
  if (hit.level !== "open" && !mayRead(person.role, "read-closed"))
    return { hit, district, closed: "on-request", bytes: absent };
  const digest = hit.renditionDigest;
  const isHere =
    isDigest(digest) &&
    (await findNamedObject(database, { scope: hit.scope }, digest)) !== undefined &&
    (await objects.size(digest)) !== undefined;
  if (!isHere || !isDigest(digest)) return { hit, district, closed: "no-rendition", bytes: absent };
  return { hit, district, closed: "", bytes: async () => new Uint8Array(await objects.bytes(digest)) };
}
