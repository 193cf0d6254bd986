import { utf8ToBytes } from "@noble/hashes/utils.js";
import { digestOfText, type Digest } from "#shared/base/digest.ts";
import { type PackageModel, valuesOfDocument, valuesOfFile } from "./package-model.ts";
import type { PackageProfile } from "./package-profile.ts";
import { safeName, uniqueNames } from "#shared/archive/document-name.ts";
import { writeDescription, writeSchema } from "./write-description.ts";
import {
  type MetsContext,
  type MetsReference,
  writeRepresentationMets,
  writeRootMets,
} from "./write-mets.ts";
import { writePremis } from "./write-premis.ts";

/** A thing of a package, by its path in it: a text written here, or bytes that are stored under their digest. */
export type PackageEntry = { path: string; text: string } | { path: string; digest: Digest; size: number };

export type LaidOutPackage = {
  /** OBJID of the package, and the folder that it is all in. */
  objectId: string;
  folder: string;
  entries: PackageEntry[];
};

type Facts = {
  /** Schemas of others that the profile names, by their names among the resources. */
  schemas: Record<string, string>;
  software: { name: string; version: string };
  at: string;
  uuid: () => string;
};

const xml = "application/xml";
const schemaType = "application/octet-stream";

/**
 * All that a package of a file consists of, in the order in which it is written. The model must be one in which
 * `checkValues` finds nothing; equal facts give equal packages.
 */
export function layOutPackage(model: PackageModel, profile: PackageProfile, facts: Facts): LaidOutPackage {
  const { at, uuid, software } = facts;
  const fileValues = valuesOfFile(model);
  const objectId = profile.objectId
    .replace("{UUID}", uuid())
    .replace("{FONDS}", safeName(model.fonds.code).replaceAll(":", "-"));
  const recordId = fileValues[profile.file[0]?.from ?? "code"] ?? model.file.code;
  const context: MetsContext = { model, profile, objectId, recordId, software, at, uuid };

  const rep = "representations/rep1";
  const valued = model.documents.map((document) => ({ document, values: valuesOfDocument(model, document) }));
  // Of long codes what makes them differ is cut off.
  const named = (pattern: string) =>
    uniqueNames(
      valued.map(({ values }) =>
        safeName(pattern.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? "")),
      ),
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
  const description = written("metadata/descriptive/EAD.xml", writeDescription(profile.file, fileValues));
  const premis = profile.preservation
    ? written(
        "metadata/preservation/PREMIS.xml",
        writePremis(context, { whole: { type: "UUID", value: objectId }, files: [] }),
      )
    : undefined;
  const schemas = [
    ...profile.schemas.map(({ name, from }) =>
      written(`schemas/${name}`, facts.schemas[from] ?? "", schemaType),
    ),
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
  return {
    objectId,
    folder: objectId.replaceAll(":", "_"),
    entries: [
      { path: "METS.xml", text: rootMets },
      description.entry,
      ...(premis ? [premis.entry] : []),
      repMets.entry,
      ...documents.map((document) => inRep(document.description)),
      ...(premisOfRep ? [inRep(premisOfRep)] : []),
      ...documents.map(({ entry }) => entry),
      ...schemas.map(({ entry }) => entry),
    ],
  };
}

type Written = { entry: { path: string; text: string }; reference: MetsReference };

function written(path: string, text: string, mediaType = xml): Written {
  const checksum = digestOfText(text).toUpperCase();
  return { entry: { path, text }, reference: { path, mediaType, size: utf8ToBytes(text).length, checksum } };
}
