import {
  contextOf,
  type LaidOutPackage,
  type LayOutFacts,
  namesBy,
  packageOf,
  schemasOf,
  written,
} from "./lay-out-parts.ts";
import type { MetsReference } from "./mets-parts.ts";
import { type PackageModel, valuesOfDocument } from "./package-model.ts";
import type { PackageProfile } from "./package-profile.ts";
import { writeCsipRepresentationMets, writeCsipRootMets } from "./write-csip-mets.ts";
import { writeEad } from "./write-ead.ts";
import { writeGuide } from "./write-guide.ts";
import { writePremis } from "./write-premis.ts";

const rep = "representations/rep1";

/** As `layOutPackage`, by E-ARK CSIP: one finding aid for the file and its documents, PREMIS, a guide, the documents. */
export function layOutCsip(model: PackageModel, profile: PackageProfile, facts: LayOutFacts): LaidOutPackage {
  const context = contextOf(model, profile, facts);
  const { objectId } = context;
  const valued = model.documents.map((document) => valuesOfDocument(model, document));
  const names = namesBy(profile.names.document, valued).map((name) => `${name}.pdf`);
  const documents = model.documents.map(({ digest, size }, place) => {
    const name = names[place] ?? "";
    const path = `data/${name}`;
    const data: MetsReference = { path, mediaType: "application/pdf", size, checksum: digest.toUpperCase() };
    return { name, data, values: valued[place] ?? {}, entry: { path: `${rep}/${path}`, digest, size } };
  });
  const description = written(
    `metadata/descriptive/${profile.names.description}.xml`,
    writeEad(
      context,
      documents.map(({ name, values }) => ({
        ...{ values, title: name, href: `../../${rep}/data/${encodeURIComponent(name)}` },
      })),
    ),
  );
  const premisOfRep = written(
    "metadata/preservation/PREMIS_rep1.xml",
    writePremis(context, {
      whole: { type: "local", value: `${objectId}/rep1` },
      files: documents.map(({ data, values, name }) => ({
        ...{ ...data, identifier: values["documentCode"] ?? "", originalName: name },
      })),
    }),
  );
  const repMets = written(
    `${rep}/METS.xml`,
    writeCsipRepresentationMets(context, {
      documents: documents.map(({ data }) => data),
      premis: premisOfRep.reference,
    }),
  );
  const premis = written(
    "metadata/preservation/PREMIS.xml",
    writePremis(context, { whole: { type: "UUID", value: objectId }, files: [] }),
  );
  const guide = written("documentation/huong-dan.txt", writeGuide(profile), "text/plain");
  const schemas = schemasOf(profile, facts);
  const rootMets = writeCsipRootMets(context, {
    description: description.reference,
    premis: premis.reference,
    documentation: [guide.reference],
    schemas: schemas.map(({ reference }) => reference),
    representation: repMets.reference,
  });
  return packageOf(context, [
    { path: "METS.xml", text: rootMets },
    description.entry,
    premis.entry,
    guide.entry,
    repMets.entry,
    { ...premisOfRep.entry, path: `${rep}/${premisOfRep.entry.path}` },
    ...documents.map(({ entry }) => entry),
    ...schemas.map(({ entry }) => entry),
  ]);
}
