import { Check } from "typebox/value";
import { type PageWords, pageWordsSchema } from "#shared/archive/page.ts";
import { isDigest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";

/** The stored words of a page, or nothing where the object is not here or holds none. */
export async function readWords(objects: ObjectStore, digest: string): Promise<PageWords | undefined> {
  if (!isDigest(digest) || (await objects.size(digest)) === undefined) return undefined;
  const words: unknown = JSON.parse((await objects.bytes(digest)).toString("utf8"));
  return Check(pageWordsSchema, words) ? words : undefined;
}
