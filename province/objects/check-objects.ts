import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { OtherObject } from "#shared/node/object-store.ts";
import type { Database } from "#province/store/database.ts";
import { type KnownObject, knownObjects } from "./known-objects.ts";
import { ObjectsFault, type ProvinceObjects } from "./province-objects.ts";

const atOnce = 8;

/**
 * Looks for every object that a receipt was given of, and every copy that was made: by its size, or to `read` by all
 * its bytes. Names those that are missing and those that are others than they were.
 */
export async function checkObjects(
  database: Database,
  objects: ProvinceObjects,
  read: boolean,
): Promise<{ checked: number; missing: Digest[]; changed: Digest[] }> {
  const missing: Digest[] = [];
  const changed: Digest[] = [];
  let checked = 0;
  for await (const some of knownObjects(database)) {
    await eachOf(some, async (known) => {
      const said = await standingOf(objects, known, read);
      if (said === "missing") missing.push(known.digest);
      if (said === "changed") changed.push(known.digest);
    });
    checked += some.length;
  }
  return { checked, missing: missing.sort(), changed: changed.sort() };
}

async function standingOf(
  objects: ProvinceObjects,
  { digest, size }: KnownObject,
  read: boolean,
): Promise<"whole" | "missing" | "changed"> {
  const there = await objects.size(digest);
  if (there === undefined) return "missing";
  if (size >= 0 && there !== size) return "changed";
  if (!read) return "whole";
  const hash = createHash("sha256");
  try {
    for await (const chunk of objects.read(digest) as AsyncIterable<Buffer>) hash.update(chunk);
  } catch (error) {
    if (error instanceof ObjectsFault && (error.kind === "missing" || error.kind === "changed"))
      return error.kind;
    throw error;
  }
  return hash.digest("hex") === digest ? "whole" : "changed";
}

/**
 * Puts every object of a folder into another store; those that are there already are left. Nothing is taken out of the
 * folder. Names files that are not what they are called.
 */
export async function copyObjects(
  folder: string,
  into: ProvinceObjects,
): Promise<{ copied: number; damaged: Digest[] }> {
  const damaged: Digest[] = [];
  let copied = 0;
  for (const begin of (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()) {
    const digests = (await readdir(join(folder, begin))).map((rest) => begin + rest).filter(isDigest);
    await eachOf(digests, async (digest) => {
      try {
        await into.put(createReadStream(join(folder, begin, digest.slice(2))), { expected: digest });
        copied += 1;
      } catch (error) {
        if (!(error instanceof OtherObject)) throw error;
        damaged.push(digest);
      }
    });
  }
  return { copied, damaged: damaged.sort() };
}

async function eachOf<Value>(values: readonly Value[], work: (value: Value) => Promise<void>): Promise<void> {
  const left = [...values];
  const worker = async () => {
    for (let value = left.shift(); value !== undefined; value = left.shift()) await work(value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
