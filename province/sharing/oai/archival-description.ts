import type { Item } from "#shared/archive/item.ts";
import { valuesOfFile } from "#shared/package/package-model.ts";
import { packageProfiles } from "#shared/package/package-profile.ts";
import { describe, writeSchema } from "#shared/package/write-description.ts";
import type { Shared } from "#province/sharing/read-shared.ts";

const profile = packageProfiles["aip-hoso-tt05"];

/** Of EAD.xml of TT 05/2025/TT-BNV, which knows no namespace of its own; OAI-PMH takes nothing without one. */
export const descriptionNamespace = "urn:mucluc:ead:aip-hoso-tt05";

/** A file as the EAD.xml of its package (AIP) describes it, with those of its documents alone that the reader may have. */
export function writeArchivalDescription(
  { file, fonds }: Extract<Shared, { kind: "files" }>,
  items: readonly Item[],
  schema: string,
): string {
  const values = valuesOfFile({
    fonds: { archiveCode: fonds?.archiveCode ?? "" },
    file,
    documents: items.map((item) => ({ item, pages: item.pageCount })),
  });
  return describe(profile.file, values, {
    xmlns: descriptionNamespace,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": `${descriptionNamespace} ${schema}`,
  });
}

/** The schema of it: that of the package's, where what is not known yet may be empty. */
export function writeArchivalSchema(): string {
  return writeSchema(profile.file, profile, { namespace: descriptionNamespace, lacking: true });
}
