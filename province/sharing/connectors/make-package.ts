import { createHash } from "node:crypto";
import { canonicalJson } from "#shared/base/canonical.ts";
import { readClock } from "#shared/base/clock.ts";
import { momentTextInVietnam } from "#shared/base/vietnam-time.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { openZip } from "#shared/node/packages/open-package.ts";
import type { KnownSchemas } from "#shared/node/packages/read-schemas.ts";
import { verifyPackage } from "#shared/node/packages/verify-package.ts";
import { DocumentAltered, writePackage } from "#shared/node/packages/write-package.ts";
import { layOutPackage } from "#shared/package/lay-out-package.ts";
import type { PackageModel } from "#shared/package/package-model.ts";
import type { PackageProfile } from "#shared/package/package-profile.ts";
import { isSound } from "#shared/package/package-report.ts";
import type { ProvinceObjects } from "#province/objects/province-objects.ts";
import { checkedBytes } from "./checked-bytes.ts";
import { type DeliveredObject, OwnBytesFault } from "./connector.ts";
import { fileNameOf } from "./file-name.ts";
import { type OwnReason, ownReason } from "./own-reasons.ts";

/** What packages are made with; `outgoing` holds one until it was delivered. */
export type PackageMaking = {
  objects: ProvinceObjects;
  outgoing: Pick<ObjectStore, "put" | "read" | "destroy">;
  schemas: KnownSchemas;
  version: string;
};

/** The digest of all that a package is made of: the same as long as nothing in the file changes. */
export function fingerprintOf(model: PackageModel, profile: PackageProfile): string {
  const named = canonicalJson({ ...model, profile: `${profile.name}/${profile.version}` });
  return createHash("sha256").update(named).digest("hex");
}

/**
 * Writes the package of a file, reads it again and verifies it. Its ids and times are made of what is in it, so that a
 * run that was stopped makes the same bytes again. `done` lets go of it.
 */
export async function makePackage(
  { objects, outgoing, schemas, version }: PackageMaking,
  model: PackageModel,
  profile: PackageProfile,
): Promise<{ object: DeliveredObject; done: () => Promise<void> } | OwnReason> {
  const fingerprint = fingerprintOf(model, profile);
  const at = lastChange(model);
  let ids = 0;
  const laidOut = layOutPackage(model, profile, {
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([name, bytes]) => [name, Buffer.from(bytes).toString("utf8")]),
    ),
    software: { name: "Mục Lục", version },
    at: momentTextInVietnam(at),
    uuid: () => uuidOf(`${fingerprint} ${(ids += 1)}`),
  });
  let stored;
  try {
    stored = await outgoing.put(writePackage(laidOut, { objects, at }));
  } catch (fault) {
    if (fault instanceof DocumentAltered) throw new OwnBytesFault(fault);
    throw fault;
  }
  const { digest, size } = stored;
  const done = () => outgoing.destroy(digest);
  const opened = await openZip({
    size,
    read: (start, end) => outgoing.read(digest, { start, end: end - 1 }),
  });
  try {
    const report = await verifyPackage(opened, schemas);
    if (!isSound(report)) {
      await done();
      const [first] = report.faults;
      return ownReason("unsound", `${first?.code ?? ""} ${first?.path ?? ""}`);
    }
  } finally {
    opened.close();
  }
  const name = `${fileNameOf(model.file.id)}-${profile.package}.zip`;
  return {
    object: {
      ...{ sha256: digest, size, mediaType: "application/zip", name },
      read: () => checkedBytes(outgoing.read(digest), digest),
    },
    done,
  };
}

/** The latest moment at which anything in it was written. */
function lastChange({ fonds, file, documents }: PackageModel): number {
  const records: Pick<ArchiveRecord, "clocks">[] = [fonds, file, ...documents.map(({ item }) => item)];
  const times = records.flatMap(({ clocks }) =>
    Object.values(clocks).map((clock) => readClock(clock)?.ms ?? 0),
  );
  return times.reduce((last, time) => Math.max(last, time), 0);
}

/** A UUID of a name, of the kind that is for one's own making (RFC 9562, version 8). */
function uuidOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex").toUpperCase();
  const variant = "89AB".charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
