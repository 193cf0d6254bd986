import { readSchemas } from "#shared/node/packages/read-schemas.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { layOutPackage } from "#shared/package/lay-out-package.ts";
import type { LaidOutPackage } from "#shared/package/lay-out-parts.ts";
import type { PackageModel } from "#shared/package/package-model.ts";
import { packageProfiles, type PackageProfileName } from "#shared/package/package-profile.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";

/** A file with so many documents, their bytes in the store; all that a package of it needs is there. */
export async function sampleModel(objects: ObjectStore, count: number): Promise<PackageModel> {
  const documents: PackageModel["documents"][number][] = [];
  for (let at = 1; at <= count; at += 1) {
    const bytes = Buffer.from(`%PDF-1.7 văn bản ${at}\n`.repeat(at));
    const { digest, size } = await objects.put(bytes);
    const item = sampleItem(`item-${at}`, {
      ...{ fileId: "file-1", ordinal: at, type: "02", number: String(at), symbol: "QĐ-UBND" },
      ...{ issuedDate: "2016-03-15", issuer: "UBND xã Phước Lộc", subject: `Về việc "A & B" <${at}>` },
      ...{ language: "01", access: "01", pageCount: 2 },
    });
    documents.push({ item, digest, size, pages: 2 });
  }
  const file = sampleFile("file-1", {
    ...{ code: "H08.31.9.2016.5", title: "Tập quyết định năm 2016\nquyển 1", retention: "01", access: "01" },
    ...{ language: "01", startDate: "2016", endDate: "2016", leafCount: count, pageCount: 2 * count },
    ...{ box: "12", notation: "5", condition: "02" },
  });
  const fonds = sampleFonds("fonds-1", { code: "G09", archiveCode: "H08.31", name: "UBND xã Phước Lộc" });
  return { fonds, file, documents };
}

/** UUIDs in upper case that are the same in each run. */
export function countedUuids(): () => string {
  let made = 0;
  return () => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, "0")}`;
}

export async function layOutSample(
  model: PackageModel,
  profile: PackageProfileName,
): Promise<LaidOutPackage> {
  const schemas = Object.entries(await readSchemas(resources)).map(([name, bytes]) => [
    name,
    Buffer.from(bytes).toString("utf8"),
  ]);
  return layOutPackage(model, packageProfiles[profile], {
    schemas: Object.fromEntries(schemas) as Record<string, string>,
    software: { name: "Mục Lục", version: "0.1.0" },
    at: "2025-06-12T11:45:37.690+07:00",
    uuid: countedUuids(),
  });
}
