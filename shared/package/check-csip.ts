import { contentCategories, packageTypes } from "./csip-vocabularies.ts";
import {
  type CsipLevel,
  type CsipRule,
  divisions,
  groupIds,
  isLabel,
  isLabelOf,
  isOther,
  isRepresentation,
  lacks,
  lacksOtherContent,
  locating,
  ofBody,
  ofDivision,
  ofGroup,
  ofMap,
  ofRepresentation,
  ofSoftware,
  representationGroups,
  rule,
  rulesOfSection,
  softwareOf,
  some,
  submitters,
  toGroup,
  without,
  withoutCode,
  wrongMap,
} from "./csip-rule.ts";
import { all, attributeOf, named, textOf, type ReadElement } from "./read-element.ts";

/** The requirements that are asked: what MUST be, and what MUST be where something else is. */
export const csipRules: readonly CsipRule[] = [
  rule("CSIP1", "mets/@OBJID", (mets) => lacks(mets, "OBJID")),
  rule("CSIP2", "mets/@TYPE", (mets) => !contentCategories.has(attributeOf(mets, "TYPE").toUpperCase())),
  rule("CSIP3", "mets/@csip:OTHERTYPE", (mets) => isOther(mets, "TYPE") && lacks(mets, "OTHERTYPE")),
  rule(
    "CSIP4",
    "mets/@csip:CONTENTINFORMATIONTYPE",
    (mets) => lacks(mets, "CONTENTINFORMATIONTYPE"),
    "representation",
  ),
  rule("CSIP5", "mets/@csip:OTHERCONTENTINFORMATIONTYPE", lacksOtherContent),
  rule("CSIP6", "mets/@PROFILE", (mets) => !/^https?:\/\//u.test(attributeOf(mets, "PROFILE"))),
  rule("CSIP117", "mets/metsHdr", (mets) => all(mets, "metsHdr").length !== 1),
  rule("CSIP7", "mets/metsHdr/@CREATEDATE", (mets) => some(mets, "metsHdr", without("CREATEDATE"))),
  rule("CSIP9", "mets/metsHdr/@csip:OAISPACKAGETYPE", (mets) =>
    some(mets, "metsHdr", (one) => !packageTypes.has(attributeOf(one, "OAISPACKAGETYPE"))),
  ),
  rule("CSIP10", "mets/metsHdr/agent", (mets) => softwareOf(mets) === undefined),
  ofSoftware("CSIP11", "@ROLE='CREATOR'", (agent) => attributeOf(agent, "ROLE") !== "CREATOR"),
  ofSoftware("CSIP12", "@TYPE='OTHER'", (agent) => attributeOf(agent, "TYPE") !== "OTHER"),
  ofSoftware("CSIP13", "@OTHERTYPE='SOFTWARE'", (agent) => attributeOf(agent, "OTHERTYPE") !== "SOFTWARE"),
  ofSoftware("CSIP14", "name", (agent) => textOf(agent, "name") === ""),
  ofSoftware("CSIP15", "note", (agent) => textOf(agent, "note") === ""),
  ofSoftware("CSIP16", "note/@csip:NOTETYPE='SOFTWARE VERSION'", (agent) =>
    named(agent, "note").some((note) => attributeOf(note, "NOTETYPE") !== "SOFTWARE VERSION"),
  ),
  ...["dmdSec 18 22", "digiprovMD 33 36", "rightsMD 46 49"].flatMap(rulesOfSection),
  rule("CSIP19", "mets/dmdSec/@CREATED", (mets) => some(mets, "dmdSec", without("CREATED"))),
  rule("CSIP59", "mets/fileSec/@ID", (mets) => some(mets, "fileSec", without("ID"))),
  ofGroup("CSIP60", "Documentation", (use) => use === "Documentation"),
  ofGroup("CSIP113", "Schemas", (use) => use === "Schemas"),
  ofGroup("CSIP114", "Representations…", (use) => /^Representations(\/|$)/u.test(use)),
  rule("CSIP62", "mets/fileSec/fileGrp/@csip:CONTENTINFORMATIONTYPE", (mets) =>
    representationGroups(mets).some(without("CONTENTINFORMATIONTYPE")),
  ),
  rule("CSIP63", "mets/fileSec/fileGrp/@csip:OTHERCONTENTINFORMATIONTYPE", (mets) =>
    some(mets, "fileGrp", lacksOtherContent),
  ),
  rule("CSIP64", "mets/fileSec/fileGrp/@USE", (mets) => some(mets, "fileGrp", without("USE"))),
  rule("CSIP65", "mets/fileSec/fileGrp/@ID", (mets) => some(mets, "fileGrp", without("ID"))),
  rule("CSIP66", "mets/fileSec/fileGrp/file", (mets) =>
    some(mets, "fileGrp", (one) => named(one, "file").length === 0 && named(one, "fileGrp").length === 0),
  ),
  ...["67 ID", "68 MIMETYPE", "69 SIZE", "70 CREATED", "71 CHECKSUM", "72 CHECKSUMTYPE"].map((one) => {
    const [id = "", name = ""] = one.split(" ");
    return rule(`CSIP${id}`, `mets/fileSec/fileGrp/file/@${name}`, (mets) =>
      some(mets, "file", without(name)),
    );
  }),
  rule("CSIP76", "mets/fileSec/fileGrp/file/FLocat", (mets) =>
    some(mets, "file", (file) => named(file, "FLocat").length !== 1),
  ),
  ...locating("mets/fileSec/fileGrp/file/FLocat", "FLocat", {
    LOCTYPE: "CSIP77",
    type: "CSIP78",
    href: "CSIP79",
  }),
  rule("CSIP80", "mets/structMap", (mets) => named(mets, "structMap").length === 0),
  rule("CSIP81", "mets/structMap[@TYPE='PHYSICAL']", (mets) => wrongMap(mets, "TYPE", "PHYSICAL")),
  rule("CSIP82", "mets/structMap[@LABEL='CSIP']", (mets) => wrongMap(mets, "LABEL", "CSIP")),
  ofMap("CSIP83", "@ID", (map) => lacks(map, "ID")),
  ofMap("CSIP84", "div", (map) => named(map, "div").length !== 1),
  ofMap("CSIP85", "div/@ID", (map) => named(map, "div").some(without("ID"))),
  ofMap("CSIP88", "div/div[@LABEL='Metadata']", (map) => divisions(map, isLabel("Metadata")).length !== 1),
  ofDivision("CSIP89", "Metadata", without("ID")),
  ofDivision("CSIP94", "Documentation", without("ID")),
  ofDivision("CSIP98", "Schemas", without("ID")),
  toGroup("CSIP116", "Documentation"),
  toGroup("CSIP118", "Schemas"),
  ofRepresentation("CSIP106", "@ID", without("ID")),
  ofMap("CSIP107", "div/div/@LABEL", (map) =>
    map.children
      .flatMap(({ children }) => children)
      .some((one) => named(one, "mptr").length > 0 && !isRepresentation(one)),
  ),
  ofRepresentation("CSIP108", "mptr/@xlink:title", (division, mets) =>
    named(division, "mptr").some(
      (one) => !groupIds(mets, isLabelOf(division)).has(attributeOf(one, "title")),
    ),
  ),
  ofRepresentation("CSIP109", "mptr", (division) => named(division, "mptr").length !== 1),
  ...locating("mets/structMap/div/div/mptr", "mptr", {
    href: "CSIP110",
    type: "CSIP111",
    LOCTYPE: "CSIP112",
  }),
  rule(
    "SIP2",
    "mets/@PROFILE",
    (mets) => !/\/E-ARK-SIP[^/]*\.xml$/u.test(attributeOf(mets, "PROFILE")),
    "package",
  ),
  rule(
    "SIP4",
    "mets/metsHdr/@csip:OAISPACKAGETYPE='SIP'",
    (mets) => some(mets, "metsHdr", (one) => attributeOf(one, "OAISPACKAGETYPE") !== "SIP"),
    "package",
  ),
  ofBody("SIP11", "ARCHIVIST", (agent) => !/^(ORGANIZATION|INDIVIDUAL)$/u.test(attributeOf(agent, "TYPE"))),
  ofBody("SIP14", "ARCHIVIST", (agent) => named(agent, "note").some(withoutCode)),
  rule("SIP15", "mets/metsHdr/agent[@ROLE='CREATOR']", (mets) => submitters(mets).length === 0, "package"),
  ofBody("SIP18", "CREATOR", (agent) => textOf(agent, "name") === ""),
  ofBody(
    "SIP20",
    "CREATOR",
    (agent) => attributeOf(agent, "TYPE") === "ORGANIZATION" && named(agent, "note").some(withoutCode),
  ),
];

/** The requirements that a METS file breaks, each as its ID and where it is asked. */
export function checkCsip(mets: ReadElement, level: CsipLevel): string[] {
  return csipRules
    .filter(({ only, breaks }) => (only ?? level) === level && breaks(mets))
    .map(({ id, at }) => `${id}: ${at}`);
}
