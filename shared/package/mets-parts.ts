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

/** An element of a METS file, and the ID by which others refer to it. */
export type Part = { id: string; text: string };

/** A whole METS file, `schemas` the way from its folder to that of the schemas. */
export function mets(
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
    ...(profile.type === "OTHER" && { "csip:OTHERTYPE": profile.otherType }),
    ...contentOf(profile),
    "xsi:schemaLocation": locations.join(" "),
  };
  return xmlDocument(element("mets", attributes, parts));
}

/** What kind of contents a package, or a group of its files, says that it has. */
export function contentOf({
  contentType,
  otherContentType,
}: PackageProfile): Record<string, string | undefined> {
  return {
    "csip:CONTENTINFORMATIONTYPE": contentType,
    ...(contentType === "OTHER" && { "csip:OTHERCONTENTINFORMATIONTYPE": otherContentType }),
  };
}

/** Its header, with agents and other identifiers. */
export function header({ at, profile }: MetsContext, parts: string[]): string {
  const attributes = {
    CREATEDATE: at,
    LASTMODDATE: at,
    RECORDSTATUS: "NEW",
    "csip:OAISPACKAGETYPE": profile.package,
  };
  return element("metsHdr", attributes, parts);
}

/** A section of metadata that refers to a document with it. */
export function section(name: string, context: MetsContext, to: MetsReference, kind: string): Part {
  const id = `uuid-${context.uuid()}`;
  const attributes = { ID: id, CREATED: context.at, STATUS: "CURRENT" };
  return { id, text: element(name, attributes, [reference(context, to, kind)]) };
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

/** A file of a group, with its size and digest. */
export function fileOf(context: MetsContext, to: MetsReference): Part {
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

/** A group of files; `attributes` beside its use. */
export function group(
  id: string,
  use: string,
  files: readonly Part[],
  attributes: Record<string, string | undefined> = {},
): string {
  return element(
    "fileGrp",
    { ID: id, USE: use, ...attributes },
    files.map(({ text }) => text),
  );
}

/** A division of a structure. */
export function division(
  uuid: () => string,
  label: string,
  attributes: Record<string, string | undefined>,
  parts: string[],
): string {
  return element("div", { ID: `uuid-${uuid()}`, LABEL: label, ...attributes }, parts);
}

/** The one structure that every package has. */
export function structMap(uuid: () => string, structure: string): string {
  return element("structMap", { ID: `uuid-${uuid()}`, LABEL: "CSIP", TYPE: "PHYSICAL" }, [structure]);
}

/** What leads from a division to a file, or a group of files. */
export function pointer({ id }: Pick<Part, "id">): string {
  return element("fptr", { FILEID: id });
}

/** A path as a reference: names may have blanks and letters with accents. */
export function linkTo(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
