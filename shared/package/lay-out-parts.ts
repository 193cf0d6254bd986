import { utf8ToBytes } from "@noble/hashes/utils.js";
import { safeName, uniqueNames } from "#shared/archive/document-name.ts";
import { digestOfText, type Digest } from "#shared/base/digest.ts";
import type { MetsContext, MetsReference } from "./mets-parts.ts";
import { type PackageModel, type PackageValues, valuesOfFile } from "./package-model.ts";
import type { PackageProfile } from "./package-profile.ts";

/** A thing of a package, by its path in it: a text written here, or bytes that are stored under their digest. */
export type PackageEntry = { path: string; text: string } | { path: string; digest: Digest; size: number };

export type LaidOutPackage = {
  /** OBJID of the package, and the folder that it is all in. */
  objectId: string;
  folder: string;
  entries: PackageEntry[];
};

/** What a package is laid out with beside its records. */
export type LayOutFacts = {
  /** Schemas of others that the profile names, by their names among the resources. */
  schemas: Record<string, string>;
  software: { name: string; version: string };
  at: string;
  uuid: () => string;
};

/** A text of a package, and how METS refers to it. */
export type Written = { entry: { path: string; text: string }; reference: MetsReference };

export const schemaType = "application/octet-stream";

/** A text at its path. */
export function written(path: string, text: string, mediaType = "application/xml"): Written {
  const checksum = digestOfText(text).toUpperCase();
  return { entry: { path, text }, reference: { path, mediaType, size: utf8ToBytes(text).length, checksum } };
}

/** The schemas of others that a profile wants, in their order. */
export function schemasOf(profile: PackageProfile, { schemas }: LayOutFacts): Written[] {
  return profile.schemas.map(({ name, from }) => written(`schemas/${name}`, schemas[from] ?? "", schemaType));
}

/** What the METS files of a package share. */
export function contextOf(model: PackageModel, profile: PackageProfile, facts: LayOutFacts): MetsContext {
  const { at, uuid, software } = facts;
  const values = valuesOfFile(model);
  const objectId = profile.objectId
    .replace("{UUID}", uuid())
    .replace("{FONDS}", safeName(model.fonds.code).replaceAll(":", "-"));
  const recordId = values[profile.file[0]?.from ?? "code"] ?? model.file.code;
  return { model, profile, objectId, recordId, software, at, uuid };
}

/** Names of documents by a pattern of the profile: of long codes what makes them differ is cut off, so they are numbered. */
export function namesBy(pattern: string, documents: readonly PackageValues[]): string[] {
  return uniqueNames(
    documents.map((values) => safeName(pattern.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? ""))),
  );
}

/** A package whose things are these. */
export function packageOf({ objectId }: MetsContext, entries: PackageEntry[]): LaidOutPackage {
  return { objectId, folder: objectId.replaceAll(":", "_"), entries };
}
