import {
  contentOf,
  division,
  fileOf,
  group,
  header,
  mets,
  type MetsContext,
  type MetsReference,
  pointer,
  section,
  structMap,
} from "./mets-parts.ts";
import { element } from "./xml-text.ts";

/** Where the one representation of a package lies, as groups of files and divisions name it (CSIP64, CSIP107). */
const representation = "Representations/rep1";

/** The package's own METS.xml by E-ARK CSIP and SIP: its requirements are named in `check-csip.ts`. */
export function writeCsipRootMets(
  context: MetsContext,
  parts: {
    description: MetsReference;
    premis: MetsReference;
    documentation: readonly MetsReference[];
    schemas: readonly MetsReference[];
    representation: MetsReference;
  },
): string {
  const { model, profile, uuid, recordId } = context;
  const described = section("dmdSec", context, parts.description, profile.metadataType);
  const preserved = section("digiprovMD", context, parts.premis, "PREMIS");
  const [documentation, schemas, data] = [`uuid-${uuid()}`, `uuid-${uuid()}`, `uuid-${uuid()}`];
  const files = (references: readonly MetsReference[]) => references.map((one) => fileOf(context, one));
  const structure = division(uuid, context.objectId, {}, [
    division(uuid, "Metadata", { DMDID: described.id, ADMID: preserved.id }, []),
    // A pointer leads to the group as a whole (CSIP116, CSIP118).
    division(uuid, "Documentation", {}, [pointer({ id: documentation })]),
    division(uuid, "Schemas", {}, [pointer({ id: schemas })]),
    division(uuid, representation, {}, [
      element("mptr", {
        LOCTYPE: "URL",
        "xlink:type": "simple",
        "xlink:href": parts.representation.path,
        "xlink:title": data,
      }),
    ]),
  ]);
  const body = (role: string) =>
    element("agent", { ROLE: role, TYPE: "ORGANIZATION" }, [
      element("name", {}, model.fonds.name),
      element("note", { "csip:NOTETYPE": "IDENTIFICATIONCODE" }, model.fonds.code),
    ]);
  const code = element("altRecordID", { TYPE: "REFERENCECODE" }, recordId);
  return mets(context, context.objectId, profile.profiles.root, "schemas/", [
    header(context, [softwareOf(context), body("ARCHIVIST"), body("CREATOR"), code]),
    described.text,
    element("amdSec", { ID: `uuid-${uuid()}` }, [preserved.text]),
    element("fileSec", { ID: `uuid-${uuid()}` }, [
      group(documentation, "Documentation", files(parts.documentation)),
      group(schemas, "Schemas", files(parts.schemas)),
      group(data, representation, files([parts.representation]), contentOf(profile)),
    ]),
    structMap(uuid, structure),
  ]);
}

/** METS.xml of the representation: its documents, which the description of the package describes. */
export function writeCsipRepresentationMets(
  context: MetsContext,
  parts: { documents: readonly MetsReference[]; premis: MetsReference },
): string {
  const { profile, uuid } = context;
  const preserved = section("digiprovMD", context, parts.premis, "PREMIS");
  const data = `uuid-${uuid()}`;
  const structure = division(uuid, "rep1", {}, [
    division(uuid, "Metadata", { ADMID: preserved.id }, []),
    division(uuid, "Data", {}, [pointer({ id: data })]),
  ]);
  return mets(context, "rep1", profile.profiles.representation, "../../schemas/", [
    header(context, [softwareOf(context)]),
    element("amdSec", { ID: `uuid-${uuid()}` }, [preserved.text]),
    element("fileSec", { ID: `uuid-${uuid()}` }, [
      group(
        data,
        "Data",
        parts.documents.map((one) => fileOf(context, one)),
      ),
    ]),
    structMap(uuid, structure),
  ]);
}

function softwareOf({ software }: MetsContext): string {
  return element("agent", { ROLE: "CREATOR", TYPE: "OTHER", OTHERTYPE: "SOFTWARE" }, [
    element("name", {}, software.name),
    element("note", { "csip:NOTETYPE": "SOFTWARE VERSION" }, software.version),
  ]);
}
