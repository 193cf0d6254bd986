import { type Static, Type } from "typebox";
import { Parse } from "typebox/value";
import { Choice } from "#shared/base/schema.ts";
import aipOfFiles from "#resources/packages/aip-hoso-tt05.json" with { type: "json" };
import sipByEark from "#resources/packages/sip-eark-csip.json" with { type: "json" };
import sipOfFiles from "#resources/packages/sip-hoso-tt05.json" with { type: "json" };

/** What a field of a description is made of; its writer gives each a text (`valuesOfFile`, `valuesOfDocument`). */
const sources = [
  ...["code", "archiveFileCode", "title", "retention", "access", "language", "startDate", "endDate"],
  ...["keywords", "documents", "leaves", "pages", "condition", "sign", "origin", "paperCode", "copied"],
  ...["copyState", "note", "documentId", "documentCode", "ordinal", "type", "number", "symbol"],
  ...["issuedDate", "issuer", "subject", "autograph", "process", "archiveCode", "fondsCode", "catalog"],
  ...["notation", "aliasCode", "name", "history", "dateSpan", "paperTotal", "paperDigital", "keyGroups"],
  ...["otherTypes", "languages", "findingAids", "copiedPages"],
] as const;

/** Where a field stands in a description by EAD3: in its `did`, beside it, or among its access points. */
export const eadPlaces = [
  ...[
    "unitid",
    "unittitle",
    "unitdate",
    "origination",
    "repository",
    "physdesc",
    "langmaterial",
    "container",
  ],
  ...["accessrestrict", "appraisal", "phystech", "odd", "subject", "genreform"],
] as const;

const whenField = Type.Object({ field: Type.String(), is: Type.Array(Type.String()) });

/** A field of a description: what it is made of, and what may stand in it. */
export const fieldSchema = Type.Object({
  /** As the circular names it. */
  name: Type.String({ pattern: "^[A-Za-z]+$" }),
  from: Choice(sources),
  kind: Choice(["text", "number", "date", "code", "flag"]),
  /** Most characters, or digits of a number. */
  length: Type.Optional(Type.Integer({ minimum: 1 })),
  required: Type.Union([Choice(["yes", "no"]), whenField]),
  /** The list that a code is of. */
  list: Type.Optional(Type.String()),
  /** True where a date may be a month or a year alone. */
  short: Type.Optional(Type.Boolean()),
  /** Its place, where descriptions are by EAD3. */
  ead: Type.Optional(Choice(eadPlaces)),
});

export type PackageField = Static<typeof fieldSchema>;

/** A kind of package as data: what stands where in it, and the fields of its descriptions in their order. */
const packageProfileSchema = Type.Object({
  name: Type.String({ pattern: "^[a-z0-9-]+$" }),
  version: Type.Integer({ minimum: 1 }),
  /** How it is laid out: by TT 05/2025/TT-BNV, or by E-ARK's common specification. */
  layout: Choice(["tt05", "csip"]),
  package: Choice(["SIP", "AIP"]),
  /** What a report calls it. */
  kind: Choice(["SIP", "AIP", "E-ARK SIP"]),
  title: Type.String(),
  source: Type.String(),
  /** With `{UUID}` and `{FONDS}`; the package's folder is named by it, `_` for each `:`. */
  objectId: Type.String(),
  profiles: Type.Object({ root: Type.String(), representation: Type.String() }),
  type: Type.String(),
  contentType: Type.String(),
  /** Said where `type` or `contentType` is OTHER. */
  otherType: Type.Optional(Type.String()),
  otherContentType: Type.Optional(Type.String()),
  metadataType: Type.String(),
  metadataVersion: Type.String(),
  /** Whether a description's elements stand in one order, as its schema says. */
  order: Choice(["any", "sequence"]),
  /** Whether PREMIS goes with it. */
  preservation: Type.Boolean(),
  /** The event by which, as PREMIS tells it, the package came. */
  event: Type.String(),
  /** TYPE of the representation's structure. */
  structure: Type.String(),
  /** Of a document and of its description, without their endings; with `{documentId}` and `{documentCode}`. */
  names: Type.Object({ document: Type.String(), description: Type.String() }),
  /** Schemas of others that lie in it, by their names there and among `resources/packages/schemas`. */
  schemas: Type.Array(Type.Object({ name: Type.String(), from: Type.String() })),
  lists: Type.Record(Type.String(), Type.Array(Type.String())),
  /** Codes of languages as ISO 639-2 has them. */
  languages: Type.Optional(Type.Record(Type.String(), Type.String())),
  file: Type.Array(fieldSchema),
  document: Type.Array(fieldSchema),
});

export type PackageProfile = Static<typeof packageProfileSchema>;

export const packageProfileNames = ["sip-hoso-tt05", "aip-hoso-tt05", "sip-eark-csip"] as const;

export type PackageProfileName = (typeof packageProfileNames)[number];

/** The profiles that come with the app: of TT 05/2025/TT-BNV, and of E-ARK (DILCIS Board). */
export const packageProfiles: Record<PackageProfileName, PackageProfile> = {
  "sip-hoso-tt05": Parse(packageProfileSchema, sipOfFiles),
  "aip-hoso-tt05": Parse(packageProfileSchema, aipOfFiles),
  "sip-eark-csip": Parse(packageProfileSchema, sipByEark),
};
