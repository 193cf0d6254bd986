import { createHash } from "node:crypto";
import { type PackageProfile, packageProfiles } from "#shared/package/package-profile.ts";
import { findNumbers } from "#province/sharing/find-numbers.ts";
import { readShared, type Shared } from "#province/sharing/read-shared.ts";
import { findOffered, type Offered } from "#province/store/harvest.ts";
import { findPdf } from "#province/sharing/find-pdf.ts";
import { checkedBytes } from "./checked-bytes.ts";
import { fileNameOf } from "./file-name.ts";
import { type CarriedKind, type DeliveredObject, OwnBytesFault, type Said } from "./connector.ts";
import type { DeliverParts } from "./deliver.ts";
import { type DeliveredBefore, type DeliveredKey, noteDelivery, readDelivered } from "./deliveries.ts";
import { gatherFile } from "./gather-file.ts";
import { fingerprintOf, makePackage } from "./make-package.ts";
import { fieldsOf } from "./mapped-fields.ts";
import { mapRecord } from "./mapping.ts";
import { type OwnReason, ownReason } from "./own-reasons.ts";
import { isDelivered, keyOf, send } from "./send.ts";

type Made = { object: DeliveredObject; done: () => Promise<void> } | OwnReason;

/** An object that may leave: `digest` says whether it is the one that was delivered, `make` makes it where it is not. */
type Leaving = { digest: string; shared: Shared; stamp: number; make: () => Promise<Made> };

const nothing = createHash("sha256").update("null").digest("hex");

/** Delivers the PDF/A of an item, or that it is to be taken away; nothing where there is nothing to be sent. */
export async function deliverPdf(
  parts: DeliverParts,
  one: Offered,
  again: boolean,
): Promise<Said | undefined> {
  const key = { district: one.district, kind: "pdfs", id: one.id } as const;
  const [shared] = one.gone ? [] : await readShared(parts.database, parts.reader, [one]);
  return deliverObject(parts, key, again, await leavingPdf(parts, one, shared));
}

async function leavingPdf(
  { database, making, reader }: DeliverParts,
  one: Offered,
  shared: Shared | undefined,
): Promise<Leaving | OwnReason | undefined> {
  if (shared?.kind !== "items") return undefined;
  const { objects } = making;
  const pdf = await findPdf({ database, objects }, shared);
  if (!pdf) return undefined;
  const { digest, size } = pdf;
  const object: DeliveredObject = {
    ...{ sha256: digest, size, mediaType: "application/pdf", name: `${fileNameOf(shared.id)}.pdf` },
    read: () => checkedBytes(objects.read(digest), digest),
  };
  const found = reader.upTo === "closed" ? undefined : await findNumbers(database, [shared]);
  if (found) return ownReason(found);
  const done = () => Promise.resolve();
  return {
    ...{ digest: object.sha256, shared, stamp: one.stamp },
    make: () => Promise.resolve({ object, done }),
  };
}

const profileOf: Record<Exclude<CarriedKind, "pdfs">, PackageProfile> = {
  "aip-packages": packageProfiles["aip-hoso-tt05"],
  "sip-packages": packageProfiles["sip-hoso-tt05"],
};

/** As `deliverPdf`, the package of a whole file. */
export async function deliverPackage(
  parts: DeliverParts,
  key: DeliveredKey & { kind: Exclude<CarriedKind, "pdfs"> },
  again: boolean,
): Promise<Said | undefined> {
  return deliverObject(parts, key, again, await leavingPackage(parts, key));
}

async function leavingPackage(
  { database, making, reader }: DeliverParts,
  { district, kind, id }: DeliveredKey & { kind: Exclude<CarriedKind, "pdfs"> },
): Promise<Leaving | OwnReason | undefined> {
  const one = await findOffered(database, reader, "files", id);
  if (!one || one.gone || one.district !== district) return undefined;
  const [shared] = await readShared(database, reader, [one]);
  if (!shared) return undefined;
  const profile = profileOf[kind];
  const { objects } = making;
  const model = await gatherFile({ database, objects, reader }, { district, id }, profile);
  if (!model || "own" in model) return model;
  const digest = fingerprintOf(model, profile);
  return { digest, shared, stamp: one.stamp, make: () => makePackage(making, model, profile) };
}

async function deliverObject(
  parts: DeliverParts,
  key: DeliveredKey,
  again: boolean,
  leaving: Leaving | OwnReason | undefined,
): Promise<Said | undefined> {
  const { database, id: connector, mapping, units } = parts;
  const before = await readDelivered(database, connector, key);
  if (!leaving || "own" in leaving) {
    if (!before.mayHave || (leaving && !leaving.withdraws))
      return leaving && refuse(parts, key, before, leaving, again);
    // What may not leave any more is taken away there first; why is noted then.
    const said = await remove(parts, key, before);
    if (leaving && said.outcome === "accepted") await refuse(parts, key, before, leaving, again);
    return said;
  }
  const { digest, shared, stamp, make } = leaving;
  if (isDelivered(before, { op: "put", digest }, again)) return undefined;
  const made = await make().catch((fault: unknown): Made => {
    if (fault instanceof OwnBytesFault) return ownReason("altered");
    throw fault;
  });
  if ("own" in made) return refuse(parts, key, before, made, again);
  const { object, done } = made;
  try {
    const body = JSON.stringify(mapRecord(mapping, shared.kind, fieldsOf(shared, stamp, units)));
    const delivery = { kind: key.kind, id: key.id, op: "put", body, digest, object } as const;
    return await send(
      parts,
      key,
      { ...delivery, key: keyOf(connector, key, delivery, before.taken) },
      before,
    );
  } finally {
    await done();
  }
}

function remove(parts: DeliverParts, key: DeliveredKey, before: DeliveredBefore): Promise<Said> {
  const delivery = { kind: key.kind, id: key.id, op: "remove", body: "null", digest: nothing } as const;
  return send(parts, key, { ...delivery, key: keyOf(parts.id, key, delivery, before.taken) }, before);
}

/** Notes once why the province sends it not. */
async function refuse(
  { database, id: connector, now }: DeliverParts,
  key: DeliveredKey,
  before: DeliveredBefore,
  { own }: OwnReason,
  again: boolean,
): Promise<Said | undefined> {
  const digest = createHash("sha256").update(own).digest("hex");
  const same = before.refused?.op === "put" && before.refused.digest === digest;
  if (same) return again ? { outcome: "refused", detail: own } : undefined;
  const noted = { outcome: "refused", theirId: "", detail: own, at: now() } as const;
  await noteDelivery(database, connector, key, { op: "put", digest, key: "" }, noted);
  return { outcome: "refused", detail: own };
}
