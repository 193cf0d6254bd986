import { BagFault, type BagFaultKind } from "#shared/node/bag-fault.ts";
import { openProvinceKeys } from "#province/access/keys.ts";
import { hangBell } from "#shared/replication/bell.ts";
import { objectsFolder, openObjects } from "#province/objects/open-objects.ts";
import type { Settings } from "#province/settings.ts";
import type { Database } from "#province/store/database.ts";
import { wordIndexer } from "#province/store/index-words.ts";
import { migrate } from "#province/store/migrations.ts";
import { parcelFolder, readParcel } from "./read-parcel.ts";

const words: Record<BagFaultKind, string> = {
  "not-an-envelope": "this file is no parcel",
  "not-for-us": "this parcel is sealed for another province",
  damaged: "the parcel was damaged on its way: have it copied or written again",
  "cut-short": "the parcel is not whole (the stick was pulled out too early?): have it written again",
  "not-a-bag": "what is within is no parcel of Mục Lục",
  "not-signed": "the signature does not hold: the parcel was altered",
  stranger: "no enrolled machine signed this parcel, or it was revoked",
};

/** `parcel read FILE`: takes a parcel in, and writes the receipt to carry back beside it as `FILE.receipt`. */
export async function parcelCommand(
  database: Database,
  args: readonly string[],
  settings: Pick<Settings, "folder" | "bucket" | "name">,
  report: (fault: unknown) => void,
): Promise<Record<string, string | number | boolean>> {
  const [verb, path, ...more] = args;
  if (verb !== "read" || path === undefined || more.length > 0) throw new Error("parcel read FILE");
  await migrate(database, Date.now);
  const folder = objectsFolder(settings);
  const objects = await openObjects(settings, { sweep: false, report });
  const parts = {
    ...{ database, objects, name: settings.name, now: Date.now, bell: hangBell() },
    keys: await openProvinceKeys(settings.folder),
    indexWords: wordIndexer(database, objects, report),
  };
  const receiptPath = `${path}.receipt`;
  try {
    const outcome = await readParcel(parts, { path, folder: parcelFolder(folder), receiptPath });
    return { ...outcome, receipt: receiptPath };
  } catch (error) {
    if (!(error instanceof BagFault)) throw error;
    throw new Error(`${words[error.kind]}; nothing was taken from it (${error.message})`, { cause: error });
  }
}
