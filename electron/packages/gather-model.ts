import { isAccepted } from "#shared/archive/batch.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import { isDigest } from "#shared/base/digest.ts";
import type { MadePackages } from "#shared/contract/packages.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { checkValues } from "#shared/package/check-values.ts";
import type { PackagedDocument, PackageModel } from "#shared/package/package-model.ts";
import type { PackageProfile } from "#shared/package/package-profile.ts";
import type { Journal } from "#electron/journal/journal.ts";

export type Lack = MadePackages["lacking"][number]["lacks"][number];

/** What a package of a file is made of, and all that keeps it from being made by a profile. */
export async function gatherModel(
  { journal, objects }: { journal: Journal; objects: ObjectStore },
  file: ArchiveFile,
  profile: Pick<PackageProfile, "file" | "document" | "lists">,
): Promise<{ model: PackageModel; lacks: Lack[] }> {
  const fonds = journal.read("fonds", file.fondsId);
  if (!fonds) throw new DeskFault("not-found", { detail: `fonds ${file.fondsId}` });
  const lacks: Lack[] = [];
  const batch = journal.read("batches", file.batchId);
  if (!batch || !isAccepted(batch.state)) lacks.push({ field: "batch", fault: "not-accepted" });
  // What is kept back goes nowhere, least of all what is kept back as secret.
  if (isHeld(file)) lacks.push({ field: "file", fault: "held" });
  if (batch && isHeld(batch)) lacks.push({ field: "batch", fault: "held" });
  const documents: PackagedDocument[] = [];
  const items = journal.children("items", file.id).filter(({ withdrawn }) => withdrawn === "");
  for (const item of items.sort((one, other) => one.ordinal - other.ordinal)) {
    if (isHeld(item)) lacks.push({ ordinal: item.ordinal, field: "item", fault: "held" });
    const digest = item.renditionDigest;
    const size = isDigest(digest) ? await objects.size(digest) : undefined;
    if (!isDigest(digest) || size === undefined) {
      lacks.push({ ordinal: item.ordinal, field: "data", fault: "missing" });
      continue;
    }
    const pages = journal.children("pages", item.id).filter(({ withdrawn }) => withdrawn === "").length;
    documents.push({ item, digest, size, pages });
  }
  if (items.length === 0) lacks.push({ field: "data", fault: "no-documents" });
  const model = { fonds, file, documents };
  const ordinals = new Map(items.map(({ id, ordinal }) => [id, ordinal]));
  for (const { itemId, field, fault } of checkValues(model, profile)) {
    const ordinal = itemId === undefined ? undefined : ordinals.get(itemId);
    lacks.push({ ...(ordinal === undefined ? {} : { ordinal }), field, fault });
  }
  return { model, lacks };
}
