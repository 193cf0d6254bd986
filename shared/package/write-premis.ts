import type { MetsContext, MetsReference } from "./mets-parts.ts";
import { element, xmlDocument } from "./xml-text.ts";

/** What PREMIS tells of: the whole package or its representation, and the things on disk in it. */
export type Preserved = {
  /** Identifies the whole among all packages. */
  whole: { type: string; value: string };
  files: readonly (MetsReference & { identifier: string; originalName: string })[];
};

/**
 * PREMIS 3.0 of a package: the objects with their fixity, the one event by which they came (TT 05/2025: digitization is
 * `transfer`), and the software that wrote it.
 */
export function writePremis(context: MetsContext, { whole, files }: Preserved): string {
  const { uuid, at, software, profile } = context;
  const eventId = uuid();
  const agent = { type: "software", value: `${software.name} ${software.version}` };
  const objects = files.map((file) =>
    element("object", { "xsi:type": "file", xmlID: `uuid-${uuid()}` }, [
      identifier("object", "Doc", file.identifier),
      element("objectCharacteristics", {}, [
        element("compositionLevel", {}, "0"),
        element("fixity", {}, [
          element("messageDigestAlgorithm", {}, "SHA-256"),
          element("messageDigest", {}, file.checksum),
        ]),
        element("size", {}, String(file.size)),
        element("format", {}, [
          element("formatDesignation", {}, [element("formatName", {}, file.mediaType)]),
        ]),
      ]),
      element("originalName", {}, file.originalName),
      linkedEvent(eventId),
    ]),
  );
  const event = element("event", {}, [
    identifier("event", "UUID", eventId),
    element("eventType", {}, profile.event),
    element("eventDateTime", {}, at),
    element("eventOutcomeInformation", {}, [element("eventOutcome", {}, "00")]),
    element("linkingAgentIdentifier", {}, [
      element("linkingAgentIdentifierType", {}, agent.type),
      element("linkingAgentIdentifierValue", {}, agent.value),
      element("linkingAgentRole", {}, "executing program"),
    ]),
    element("linkingObjectIdentifier", {}, [
      element("linkingObjectIdentifierType", {}, whole.type),
      element("linkingObjectIdentifierValue", {}, whole.value),
      element("linkingObjectRole", {}, "outcome"),
    ]),
  ]);
  const attributes = {
    xmlns: "http://www.loc.gov/premis/v3",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    version: "3.0",
  };
  return xmlDocument(
    element("premis", attributes, [
      element("object", { "xsi:type": "representation", xmlID: `uuid-${uuid()}` }, [
        identifier("object", whole.type, whole.value),
        linkedEvent(eventId),
      ]),
      ...objects,
      event,
      element("agent", {}, [
        identifier("agent", agent.type, agent.value),
        element("agentName", {}, software.name),
        element("agentType", {}, "software"),
      ]),
    ]),
  );
}

function identifier(of: "object" | "event" | "agent", type: string, value: string): string {
  return element(`${of}Identifier`, {}, [
    element(`${of}IdentifierType`, {}, type),
    element(`${of}IdentifierValue`, {}, value),
  ]);
}

function linkedEvent(eventId: string): string {
  return element("linkingEventIdentifier", {}, [
    element("linkingEventIdentifierType", {}, "UUID"),
    element("linkingEventIdentifierValue", {}, eventId),
  ]);
}
