import { all, attributeOf, named, type ReadElement } from "./read-element.ts";

/** Which METS file of a package: its own, or that of a representation. */
export type CsipLevel = "package" | "representation";

/** A requirement of E-ARK CSIP or SIP 2.2 by its public ID, where it is asked, and whether a METS file breaks it. */
export type CsipRule = {
  id: string;
  at: string;
  only?: CsipLevel;
  breaks: (mets: ReadElement) => boolean;
};

/** A requirement, asked of METS files of one level or of all. */
export function rule(id: string, at: string, breaks: CsipRule["breaks"], only?: CsipLevel): CsipRule {
  return { id, at, breaks, ...(only && { only }) };
}

/** A section of metadata: its ID by the first number; its reference by those from the second on. */
export function rulesOfSection(of: string): CsipRule[] {
  const [name = "", id = "", first = "0"] = of.split(" ");
  const at = name === "dmdSec" ? `mets/${name}` : `mets/amdSec/${name}`;
  const references = (mets: ReadElement) => all(mets, name).flatMap((one) => named(one, "mdRef"));
  const wanted = ["MDTYPE", "MIMETYPE", "SIZE", "CREATED", "CHECKSUM", "CHECKSUMTYPE"];
  const number = Number(first);
  return [
    rule(`CSIP${id}`, `${at}/@ID`, (mets) => some(mets, name, without("ID"))),
    rule(`CSIP${number}`, `${at}/mdRef[@LOCTYPE='URL']`, (mets) =>
      references(mets).some(isNot("LOCTYPE", "URL")),
    ),
    rule(`CSIP${number + 1}`, `${at}/mdRef[@xlink:type='simple']`, (mets) =>
      references(mets).some(isNot("type", "simple")),
    ),
    rule(`CSIP${number + 2}`, `${at}/mdRef/@xlink:href`, (mets) => references(mets).some(without("href"))),
    ...wanted.map((attribute, place) =>
      rule(`CSIP${number + 3 + place}`, `${at}/mdRef/@${attribute}`, (mets) =>
        references(mets).some(without(attribute)),
      ),
    ),
  ];
}

/** The three attributes of what leads to a thing on disk. */
export function locating(
  at: string,
  name: string,
  ids: Record<"LOCTYPE" | "type" | "href", string>,
): CsipRule[] {
  return [
    rule(ids.LOCTYPE, `${at}[@LOCTYPE='URL']`, (mets) => some(mets, name, isNot("LOCTYPE", "URL"))),
    rule(ids.type, `${at}[@xlink:type='simple']`, (mets) => some(mets, name, isNot("type", "simple"))),
    rule(ids.href, `${at}/@xlink:href`, (mets) => some(mets, name, without("href"))),
  ];
}

/** Of the agent that is the software. */
export function ofSoftware(id: string, at: string, breaks: (agent: ReadElement) => boolean): CsipRule {
  return rule(id, `mets/metsHdr/agent/${at}`, (mets) => {
    const agent = softwareOf(mets);
    return agent !== undefined && breaks(agent);
  });
}

/** Of agents that are bodies or persons, by their role. */
export function ofBody(id: string, role: string, breaks: (agent: ReadElement) => boolean): CsipRule {
  const of = (mets: ReadElement) =>
    role === "CREATOR"
      ? submitters(mets)
      : all(mets, "agent").filter((one) => attributeOf(one, "ROLE") === role);
  return rule(id, `mets/metsHdr/agent[@ROLE='${role}']`, (mets) => of(mets).some(breaks), "package");
}

/** That there is a group of files of such a use. */
export function ofGroup(id: string, use: string, is: (use: string) => boolean): CsipRule {
  const at = `mets/fileSec/fileGrp[@USE='${use}']`;
  return rule(id, at, (mets) => !all(mets, "fileGrp").some((one) => is(attributeOf(one, "USE"))), "package");
}

/** Of the structure that CSIP speaks of. */
export function ofMap(id: string, at: string, breaks: (map: ReadElement) => boolean): CsipRule {
  return rule(id, `mets/structMap[@LABEL='CSIP']/${at}`, (mets) => maps(mets).some(breaks));
}

/** Of the ID of a division. */
export function ofDivision(id: string, label: string, breaks: (division: ReadElement) => boolean): CsipRule {
  return ofMap(id, `div/div[@LABEL='${label}']/@ID`, (map) => divisions(map, isLabel(label)).some(breaks));
}

/** Of the divisions of representations. */
export function ofRepresentation(
  id: string,
  at: string,
  breaks: (division: ReadElement, mets: ReadElement) => boolean,
): CsipRule {
  return rule(id, `mets/structMap[@LABEL='CSIP']/div/div/${at}`, (mets) =>
    maps(mets).some((map) => divisions(map, isRepresentation).some((one) => breaks(one, mets))),
  );
}

/** A division whose every pointer leads to a group of its kind, of which there is one at least. */
export function toGroup(id: string, label: string): CsipRule {
  return rule(id, `mets/structMap[@LABEL='CSIP']/div/div[@LABEL='${label}']/fptr/@FILEID`, (mets) =>
    maps(mets).some((map) =>
      divisions(map, isLabel(label)).some((division) =>
        named(division, "fptr").some((one) => !groupIds(mets, label).has(attributeOf(one, "FILEID"))),
      ),
    ),
  );
}

/** The agent that is the software, as far as it says so: one that lacks a part of it is still known by the others. */
export function softwareOf(mets: ReadElement): ReadElement | undefined {
  const agents = all(mets, "agent");
  return (
    agents.find((one) => attributeOf(one, "OTHERTYPE") === "SOFTWARE") ??
    agents.find((one) =>
      named(one, "note").some((note) => attributeOf(note, "NOTETYPE") === "SOFTWARE VERSION"),
    ) ??
    agents.find((one) => attributeOf(one, "TYPE") === "OTHER")
  );
}

/** The agents that submit: bodies or persons that created the package. */
export function submitters(mets: ReadElement): ReadElement[] {
  return all(mets, "agent").filter(
    (one) =>
      attributeOf(one, "ROLE") === "CREATOR" && /^(ORGANIZATION|INDIVIDUAL)$/u.test(attributeOf(one, "TYPE")),
  );
}

/** The maps that CSIP speaks of: by their label, or the only one there is. */
function maps(mets: ReadElement): ReadElement[] {
  const found = named(mets, "structMap");
  const labelled = found.filter((one) => attributeOf(one, "LABEL") === "CSIP");
  return labelled.length > 0 ? labelled : found.slice(0, 1);
}

/** Whether there are structures, and none with such an attribute. */
export function wrongMap(mets: ReadElement, attribute: string, value: string): boolean {
  const found = named(mets, "structMap");
  return found.length > 0 && !found.some((one) => attributeOf(one, attribute) === value);
}

/** The divisions below the first that are such. */
export function divisions(map: ReadElement, is: (division: ReadElement) => boolean): ReadElement[] {
  return named(map, "div")
    .flatMap((one) => named(one, "div"))
    .filter(is);
}

/** Whether a division is that of a representation. */
export function isRepresentation(division: ReadElement): boolean {
  return /^Representations(\/|$)/u.test(attributeOf(division, "LABEL"));
}

/** Groups of files of representations. */
export function representationGroups(mets: ReadElement): ReadElement[] {
  return all(mets, "fileGrp").filter((one) => /^Representations(\/|$)/u.test(attributeOf(one, "USE")));
}

/** IDs of the groups of files of a use. */
export function groupIds(mets: ReadElement, use: string): Set<string> {
  return new Set(
    all(mets, "fileGrp")
      .filter((one) => attributeOf(one, "USE") === use)
      .map((one) => attributeOf(one, "ID")),
  );
}

/** Whether a division bears a label. */
export function isLabel(label: string): (division: ReadElement) => boolean {
  return (division) => attributeOf(division, "LABEL") === label;
}

/** The label of a division. */
export function isLabelOf(division: ReadElement): string {
  return attributeOf(division, "LABEL");
}

/** Whether an attribute leaves its meaning to another. */
export function isOther(element: ReadElement, attribute: string): boolean {
  return attributeOf(element, attribute).toUpperCase() === "OTHER";
}

/** Whether other contents are said to be there, and not which. */
export function lacksOtherContent(element: ReadElement): boolean {
  return isOther(element, "CONTENTINFORMATIONTYPE") && lacks(element, "OTHERCONTENTINFORMATIONTYPE");
}

/** Whether a note is none of a code. */
export function withoutCode(note: ReadElement): boolean {
  return attributeOf(note, "NOTETYPE") !== "IDENTIFICATIONCODE";
}

/** Whether an attribute is not there, or empty. */
export function lacks(element: ReadElement, attribute: string): boolean {
  return attributeOf(element, attribute) === "";
}

/** As `lacks`, to be asked of several. */
export function without(attribute: string): (element: ReadElement) => boolean {
  return (element) => lacks(element, attribute);
}

function isNot(attribute: string, value: string): (element: ReadElement) => boolean {
  return (element) => attributeOf(element, attribute) !== value;
}

/** Whether any element of a name is such. */
export function some(mets: ReadElement, name: string, breaks: (element: ReadElement) => boolean): boolean {
  return all(mets, name).some(breaks);
}
