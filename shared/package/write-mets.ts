import {
  division,
  fileOf,
  group,
  header,
  mets,
  type MetsContext,
  type MetsReference,
  type Part,
  pointer,
  section,
  structMap,
} from "./mets-parts.ts";
import { element } from "./xml-text.ts";

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

/** The section of administration: that of PREMIS, or an empty one, which packages of practice have too. */
function preservation(
  context: MetsContext,
  premis: MetsReference | undefined,
): Partial<Part> & { text: string } {
  if (!premis) return { text: element("amdSec", { ID: `uuid-${context.uuid()}` }) };
  const { id, text } = section("digiprovMD", context, premis, "PREMIS");
  return { id, text: element("amdSec", { ID: `uuid-${context.uuid()}` }, [text]) };
}
