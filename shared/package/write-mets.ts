import type { PackageModel } from "./package-model.ts";
import type { PackageProfile } from "./package-profile.ts";
import { element, xmlDocument } from "./xml-text.ts";

/** A thing on disk as a METS file refers to it: its path from that file's folder, and its SHA-256 in upper case. */
export type MetsReference = { path: string; mediaType: string; size: number; checksum: string };

/** What both METS files of a package share. `uuid` gives a new UUID in upper case at each call. */
export type MetsContext = {
  model: PackageModel;
  profile: PackageProfile;
  objectId: string;
  /** Title of the file as the circular names it: `fileCode`. */
  recordId: string;
  software: { name: string; version: string };
  /** `2026-06-12T11:45:37.690+07:00`. */
  at: string;
  uuid: () => string;
};

const namespaces = {
  xmlns: "http://www.loc.gov/METS/",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xmlns:xlink": "http://www.w3.org/1999/xlink",
  "xmlns:csip": "https://DILCIS.eu/XML/METS/CSIPExtensionMETS",
};

/** The package's own METS.xml: its description, its schemas, and its one representation. */
export function writeRootMets(
  context: MetsContext,
  parts: {
    description: MetsReference;
    premis: MetsReference | undefined;
    schemas: readonly MetsReference[];
    representation: MetsReference;
  },
): string {
  const { model, profile, uuid } = context;
  const described = section("dmdSec", context, parts.description, profile.metadataType);
  const preserved = preservation(context, parts.premis);
  const schemas = parts.schemas.map((schema) => fileOf(context, schema));
  const representation = fileOf(context, parts.representation);
  const groupId = `uuid-${uuid()}`;
  const groups = [
    group(`uuid-${uuid()}`, "Schemas", schemas),
    group(groupId, "Representations/rep1", [representation]),
  ];
  const structure = division(uuid, `Package ${context.objectId}`, { TYPE: profile.structure }, [
    division(uuid, "Metadata", { DMDID: described.id, ADMID: preserved.id }, []),
    division(uuid, "Schemas", {}, schemas.map(pointer)),
    division(uuid, "Representations/rep1", {}, [
      element("mptr", {
        LOCTYPE: "URL",
        "xlink:type": "simple",
        "xlink:href": parts.representation.path,
        "xlink:title": groupId,
      }),
    ]),
  ]);
  const agent = element("agent", { ROLE: "CREATOR", TYPE: "OTHER", OTHERTYPE: "SOFTWARE" }, [
    element("name", {}, `${context.software.name} ${context.software.version}`),
    element("note", { "csip:NOTETYPE": "IDENTIFICATIONCODE" }, model.fonds.code),
  ]);
  const record = element("altRecordID", { TYPE: "SUBMISSIONAGREEMENT" }, context.recordId);
  return mets(context, context.objectId, profile.profiles.root, "schemas/", [
    header(context, [agent, record]),
    described.text,
    preserved.text,
    element("fileSec", { ID: `uuid-${uuid()}` }, groups),
    structMap(uuid, structure),
  ]);
}

/** METS.xml of the representation: each document with the description that is of it. */
export function writeRepresentationMets(
  context: MetsContext,
  parts: {
    documents: readonly { description: MetsReference; data: MetsReference }[];
    premis: MetsReference | undefined;
  },
): string {
  const { model, profile, uuid } = context;
  const documents = parts.documents.map(({ description, data }) => ({
    described: section("dmdSec", context, description, profile.metadataType),
    file: fileOf(context, data),
  }));
  const preserved = preservation(context, parts.premis);
  const files = documents.map(({ file }) => file);
  const structure = division(uuid, "rep1", { TYPE: profile.structure, ADMID: preserved.id }, [
    division(uuid, "Data", {}, files.map(pointer)),
    division(
      uuid,
      "MetadataLink",
      {},
      documents.map(({ described, file }) =>
        division(uuid, "MetadataLink/File", { DMDID: described.id }, [pointer(file)]),
      ),
    ),
  ]);
  const agent = element("agent", { ROLE: "CREATOR", TYPE: "ORGANIZATION" }, [
    element("name", {}, model.fonds.name),
    element("note", { "csip:NOTETYPE": "IDENTIFICATIONCODE" }, model.fonds.code),
  ]);
  return mets(context, "rep1", profile.profiles.representation, "../../schemas/", [
    header(context, [agent]),
    ...documents.map(({ described }) => described.text),
    preserved.text,
    element("fileSec", { ID: `uuid-${uuid()}` }, [group(`uuid-${uuid()}`, "Data", files)]),
    structMap(uuid, structure),
  ]);
}

type Part = { id: string; text: string };

function mets(
  { model, profile }: MetsContext,
  objectId: string,
  kind: string,
  schemas: string,
  parts: string[],
): string {
  const [metsSchema, linkSchema, extension] = profile.schemas.map(({ name }) => `${schemas}${name}`);
  const locations = [
    [namespaces.xmlns, metsSchema],
    [namespaces["xmlns:xlink"], linkSchema],
    [namespaces["xmlns:csip"], extension],
  ].flatMap(([space, path]) => (path === undefined ? [] : [`${space} ${path}`]));
  const attributes = {
    ...namespaces,
    OBJID: objectId,
    LABEL: model.file.title,
    TYPE: profile.type,
    PROFILE: kind,
    "csip:CONTENTINFORMATIONTYPE": profile.contentType,
    "xsi:schemaLocation": locations.join(" "),
  };
  return xmlDocument(element("mets", attributes, parts));
}

function header({ at, profile }: MetsContext, parts: string[]): string {
  const attributes = {
    CREATEDATE: at,
    LASTMODDATE: at,
    RECORDSTATUS: "NEW",
    "csip:OAISPACKAGETYPE": profile.package,
  };
  return element("metsHdr", attributes, parts);
}

function section(name: string, context: MetsContext, to: MetsReference, kind: string): Part {
  const id = `uuid-${context.uuid()}`;
  const attributes = { ID: id, CREATED: context.at, STATUS: "CURRENT" };
  return { id, text: element(name, attributes, [reference(context, to, kind)]) };
}

/** The section of administration: that of PREMIS, or an empty one, which packages of practice have too. */
function preservation(
  context: MetsContext,
  premis: MetsReference | undefined,
): Partial<Part> & { text: string } {
  if (!premis) return { text: element("amdSec", { ID: `uuid-${context.uuid()}` }) };
  const { id, text } = section("digiprovMD", context, premis, "PREMIS");
  return { id, text: element("amdSec", { ID: `uuid-${context.uuid()}` }, [text]) };
}

function reference(context: MetsContext, to: MetsReference, kind: string): string {
  return element("mdRef", {
    LOCTYPE: "URL",
    MDTYPE: kind,
    MDTYPEVERSION: kind === "PREMIS" ? "3.0" : context.profile.metadataVersion,
    "xlink:type": "simple",
    "xlink:href": linkTo(to.path),
    MIMETYPE: to.mediaType,
    SIZE: to.size,
    CREATED: context.at,
    CHECKSUM: to.checksum,
    CHECKSUMTYPE: "SHA-256",
  });
}

function fileOf(context: MetsContext, to: MetsReference): Part {
  const id = `ID-${context.uuid()}`;
  const attributes = {
    ID: id,
    MIMETYPE: to.mediaType,
    SIZE: to.size,
    CREATED: context.at,
    CHECKSUM: to.checksum,
    CHECKSUMTYPE: "SHA-256",
  };
  const location = element("FLocat", {
    LOCTYPE: "URL",
    "xlink:type": "simple",
    "xlink:href": linkTo(to.path),
  });
  return { id, text: element("file", attributes, [location]) };
}

function group(id: string, use: string, files: readonly Part[]): string {
  return element(
    "fileGrp",
    { ID: id, USE: use },
    files.map(({ text }) => text),
  );
}

function division(
  uuid: () => string,
  label: string,
  attributes: Record<string, string | undefined>,
  parts: string[],
): string {
  return element("div", { ID: `uuid-${uuid()}`, LABEL: label, ...attributes }, parts);
}

function structMap(uuid: () => string, structure: string): string {
  return element("structMap", { ID: `uuid-${uuid()}`, LABEL: "CSIP", TYPE: "PHYSICAL" }, [structure]);
}

function pointer({ id }: Part): string {
  return element("fptr", { FILEID: id });
}

/** A path as a reference: names may have blanks and letters with accents. */
function linkTo(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
