import type { PackageFault } from "./package-report.ts";
import { all, named, type ReadElement, textOf } from "./read-element.ts";

/** A thing of the package that PREMIS has to tell of: its path, and what it really is. */
export type PreservedThing = { path: string; size: number; digest: string };

/** Units of PREMIS 3.0 in the order of its schema: `!` must be there, `1` at most once. */
const orders: Record<string, string> = {
  premis: "object! event agent rights",
  "object file":
    "objectIdentifier! preservationLevel significantProperties objectCharacteristics! originalName1 storage signatureInformation relationship linkingEventIdentifier linkingRightsStatementIdentifier",
  "object representation":
    "objectIdentifier! preservationLevel significantProperties originalName1 storage relationship linkingEventIdentifier linkingRightsStatementIdentifier",
  objectIdentifier: "objectIdentifierType!1 objectIdentifierValue!1",
  objectCharacteristics:
    "compositionLevel1 fixity size1 format! creatingApplication inhibitors objectCharacteristicsExtension",
  fixity: "messageDigestAlgorithm!1 messageDigest!1 messageDigestOriginator1",
  format: "formatDesignation1 formatRegistry1 formatNote",
  formatDesignation: "formatName!1 formatVersion1",
  event:
    "eventIdentifier!1 eventType!1 eventDateTime!1 eventDetailInformation eventOutcomeInformation linkingAgentIdentifier linkingObjectIdentifier",
  eventIdentifier: "eventIdentifierType!1 eventIdentifierValue!1",
  agent:
    "agentIdentifier! agentName agentType1 agentVersion1 agentNote agentExtension linkingEventIdentifier linkingRightsStatementIdentifier linkingEnvironmentIdentifier",
  agentIdentifier: "agentIdentifierType!1 agentIdentifierValue!1",
  linkingEventIdentifier: "linkingEventIdentifierType!1 linkingEventIdentifierValue!1",
  linkingAgentIdentifier: "linkingAgentIdentifierType!1 linkingAgentIdentifierValue!1 linkingAgentRole",
  linkingObjectIdentifier: "linkingObjectIdentifierType!1 linkingObjectIdentifierValue!1 linkingObjectRole",
};

const namespace = "http://www.loc.gov/premis/v3";

/**
 * What is wrong with a PREMIS 3.0 document: its units and their order (Data Dictionary 3.0), links that lead to nothing,
 * and for each of the package's `things` its size and SHA-256. Units of which this project knows no order are let be.
 */
export function checkPremis(
  path: string,
  root: ReadElement,
  things: readonly PreservedThing[],
): PackageFault[] {
  const invalid = (detail: string): PackageFault => ({ code: "premis-invalid", path, detail });
  if (root.name !== "premis" || root.namespace !== namespace) return [invalid(`<${root.name}>`)];
  const faults = root.attributes["version"]?.startsWith("3.") ? [] : [invalid("version")];
  faults.push(...orderFaults(root).map(invalid), ...lostLinks(root).map(invalid));
  for (const event of named(root, "event")) {
    const at = textOf(event, "eventDateTime");
    if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/u.test(at))
      faults.push(invalid(`eventDateTime ${at}`));
  }
  const files = named(root, "object").filter((object) => kindOf(object) === "file");
  for (const thing of things) {
    const name = thing.path.slice(thing.path.lastIndexOf("/") + 1).normalize("NFC");
    const file = files.find((one) => nameOf(one) === name);
    if (!file) faults.push({ code: "premis-differs", path: thing.path, detail: `${name} ≠ ∅` });
    else faults.push(...differing(file, thing));
  }
  return faults;
}

function differing(file: ReadElement, { path, size, digest }: PreservedThing): PackageFault[] {
  const [first] = named(file, "objectCharacteristics");
  const said = first ? textOf(first, "size") : "";
  const sums = (first ? named(first, "fixity") : []).filter(
    (one) => textOf(one, "messageDigestAlgorithm") === "SHA-256",
  );
  const faults: PackageFault[] = [];
  if (said !== "" && said !== String(size))
    faults.push({ code: "premis-differs", path, detail: `size ${said} ≠ ${size}` });
  if (!sums.some((one) => textOf(one, "messageDigest").toLowerCase() === digest.toLowerCase()))
    faults.push({ code: "premis-differs", path, detail: `SHA-256 ≠ ${digest.toUpperCase()}` });
  return faults;
}

/** The last part of the name that a file had: some write its path. */
function nameOf(file: ReadElement): string {
  return textOf(file, "originalName")
    .replace(/^.*[/\\]/u, "")
    .normalize("NFC");
}

function orderFaults(element: ReadElement): string[] {
  const kind = kindOf(element);
  const rule = orders[kind === "" ? element.name : `${element.name} ${kind}`];
  const within = element.children.flatMap(orderFaults);
  if (rule === undefined)
    return element.name === "object" && kind === "" ? ["object xsi:type", ...within] : within;
  const units = rule.split(" ").map((unit) => /^(\w+?)(!?)(1?)$/u.exec(unit) ?? []);
  const faults: string[] = [];
  for (const [, name = "", must, once] of units) {
    const found = element.children.filter((child) => child.name === name);
    if (must && (found.length === 0 || found.some(isEmpty))) faults.push(`${element.name}/${name}`);
    if (once && found.length > 1) faults.push(`${element.name}/${name} ×${found.length}`);
  }
  let reached = 0;
  for (const { name } of element.children) {
    const place = units.findIndex(([, unit]) => unit === name);
    if (place === -1 || place < reached) faults.push(`${element.name}/${name}`);
    else reached = place;
  }
  return [...faults, ...within];
}

/** Identifiers that events and objects refer to each other by, and that nothing in the document has. */
function lostLinks(root: ReadElement): string[] {
  return (["Object", "Event", "Agent"] as const).flatMap((of) => {
    const own = of.toLowerCase();
    const known = new Set(all(root, `${own}Identifier`).map((one) => keyOf(one, `${own}Identifier`)));
    return all(root, `linking${of}Identifier`)
      .map((one) => keyOf(one, `linking${of}Identifier`))
      .filter((key) => !known.has(key))
      .map((key) => `linking${of}Identifier ${key.replace("\n", " ")}`);
  });
}

function keyOf(identifier: ReadElement, name: string): string {
  return `${textOf(identifier, `${name}Type`)}\n${textOf(identifier, `${name}Value`)}`;
}

/** What kind of object: `xsi:type` without its prefix. */
function kindOf({ name, attributes }: ReadElement): string {
  return name === "object" ? (attributes["type"] ?? "").replace(/^.*:/u, "") : "";
}

function isEmpty({ children, text }: ReadElement): boolean {
  return children.length === 0 && text === "";
}
