import { type Digest, isDigest } from "#shared/base/digest.ts";
import type { ProvinceObjects } from "#province/objects/province-objects.ts";
import type { Database } from "#province/store/database.ts";
import { findNamedObject } from "#province/store/receipts.ts";
import type { Shared } from "./read-shared.ts";

/**
 * The PDF/A of an item that may leave (`readShared` was asked before), where the item names one and it came from the
 * item's own branch. Nothing where there is none yet.
 */
export async function findPdf(
  { database, objects }: { database: Database; objects: ProvinceObjects },
  { item }: Extract<Shared, { kind: "items" }>,
): Promise<{ digest: Digest; size: number } | undefined> {
  const digest = item.renditionDigest;
  if (!isDigest(digest)) return undefined;
  if (!(await findNamedObject(database, { scope: item.scope }, digest))) return undefined;
  const size = await objects.size(digest);
  return size === undefined ? undefined : { digest, size };
}
