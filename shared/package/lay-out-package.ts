import { layOutCsip } from "./lay-out-csip.ts";
import {
  contextOf,
  type LaidOutPackage,
  type LayOutFacts,
  namesBy,
  packageOf,
  schemasOf,
  schemaType,
  type Written,
  written,
} from "./lay-out-parts.ts";
import type { MetsReference } from "./mets-parts.ts";
import { type PackageModel, valuesOfDocument, valuesOfFile } from "./package-model.ts";
import type { PackageProfile } from "./package-profile.ts";
import { writeDescription, writeSchema } from "./write-description.ts";
import { writeRepresentationMets, writeRootMets } from "./write-mets.ts";
import { writePremis } from "./write-premis.ts";

/**
 * All that a package of a file consists of, in the order in which it is written. The model must be one in which
 * `checkValues` finds nothing; equal facts give equal packages.
 */
export function layOutPackage(
  model: PackageModel,
  profile: PackageProfile,
  facts: LayOutFacts,
): LaidOutPackage {
  return profile.layout === "csip" ? layOutCsip(model, profile, facts) : layOutTt05(model, profile, facts);
}

function layOutTt05(model: PackageModel, profile: PackageProfile, facts: LayOutFacts): LaidOutPackage {
  const context = contextOf(model, profile, facts);
  const { objectId } = context;
  const rep = "representations/rep1";
  const valued = model.documents.map((document) => ({ document, values: valuesOfDocument(model, document) }));
  const named = (pattern: string) =>
    namesBy(
      pattern,
      valued.map(({ values }) => values),
    );
  const [names, descriptionNames] = [named(profile.names.document), named(profile.names.description)];
  const documents = valued.map(({ document, values }, place) => {
    const path = `data/${names[place] ?? ""}.pdf`;
    const { digest, size } = document;
    const data: MetsReference = { path, mediaType: "application/pdf", size, checksum: digest.toUpperCase() };
    return {
      values,
      entry: { path: `${rep}/${path}`, digest, size },
      data,
      description: written(
        `metadata/descriptive/${descriptionNames[place] ?? ""}.xml`,
        writeDescription(profile.document, values),
      ),
    };
  });
  const premisOfRep = profile.preservation
    ? written(
        "metadata/preservation/PREMIS_rep1.xml",
        writePremis(context, {
          whole: { type: "local", value: `${objectId}/rep1` },
          files: documents.map(({ data, values }) => ({
            ...data,
            identifier: values["documentCode"] ?? "",
            originalName: data.path.slice("data/".length),
          })),
        }),
      )
    : undefined;
  const repMets = written(
    `${rep}/METS.xml`,
    writeRepresentationMets(context, {
      documents: documents.map(({ data, description }) => ({ data, description: description.reference })),
      premis: premisOfRep?.reference,
    }),
  );
  const description = written(
    "metadata/descriptive/EAD.xml",
    writeDescription(profile.file, valuesOfFile(model)),
  );
  const premis = profile.preservation
    ? written(
        "metadata/preservation/PREMIS.xml",
        writePremis(context, { whole: { type: "UUID", value: objectId }, files: [] }),
      )
    : undefined;
  const schemas = [
    ...schemasOf(profile, facts),
    written("schemas/EAD.xsd", writeSchema(profile.file, profile), schemaType),
    written("schemas/EAD_doc.xsd", writeSchema(profile.document, profile), schemaType),
  ];
  const rootMets = writeRootMets(context, {
    description: description.reference,
    premis: premis?.reference,
    schemas: schemas.map(({ reference }) => reference),
    representation: repMets.reference,
  });
  const inRep = (part: Written) => ({ ...part.entry, path: `${rep}/${part.entry.path}` });
  return packageOf(context, [
    { path: "METS.xml", text: rootMets },
    description.entry,
    ...(premis ? [premis.entry] : []),
    repMets.entry,
    ...documents.map((document) => inRep(document.description)),
    ...(premisOfRep ? [inRep(premisOfRep)] : []),
    ...documents.map(({ entry }) => entry),
    ...schemas.map(({ entry }) => entry),
  ]);
}
