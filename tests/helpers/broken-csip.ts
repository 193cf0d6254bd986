import type { PackageFaultCode } from "#shared/package/package-report.ts";

/** One way to break a sound package by E-ARK by one requirement; `with` those that cannot but be broken along with it. */
export type BrokenCsip = {
  /** The METS file that is changed: the package's own where not said. */
  of?: "representation";
  change: (text: string) => string;
  with?: readonly string[];
  also?: readonly PackageFaultCode[];
};

const software = '<agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE">';
const archivist = '<agent ROLE="ARCHIVIST" TYPE="ORGANIZATION">';
const submitter = '<agent ROLE="CREATOR" TYPE="ORGANIZATION">';

type More = Omit<BrokenCsip, "change">;

function replaced(from: RegExp | string, to: string, more: More = {}): BrokenCsip {
  return { change: (text) => text.replace(from, to), ...more };
}

/** The first start tag of this form without an attribute, or with another value of it. */
function attribute(start: string, name: string, to?: string, more: More = {}): BrokenCsip {
  const pattern = new RegExp(`(${start}[^>]*?) ${name}="[^"]*"`, "u");
  return replaced(pattern, to === undefined ? "$1" : `$1 ${name}="${to}"`, more);
}

/** What comes after an agent's start tag, up to the end of it. */
function ofAgent(start: string, from: RegExp | string, to: string, more: More = {}): BrokenCsip {
  return {
    change(text) {
      const at = text.indexOf(start);
      const end = text.indexOf("</agent>", at);
      return text.slice(0, at) + text.slice(at, end).replace(from, to) + text.slice(end);
    },
    ...more,
  };
}

function withoutAgent(start: string, more: More = {}): BrokenCsip {
  return {
    change(text) {
      const at = text.indexOf(start);
      return text.slice(0, at) + text.slice(text.indexOf("</agent>", at) + "</agent>".length);
    },
    ...more,
  };
}

const noDigest = { also: ["no-digest"] } as const;
const invalid = { also: ["mets-invalid"] } as const;

/** The reference of a section: `ids` are those of its attributes in the order in which CSIP has them. */
function ofReference(
  section: string,
  first: number,
  lost: readonly PackageFaultCode[],
  untyped: readonly PackageFaultCode[],
): Record<string, BrokenCsip> {
  const start = `<${section}[^>]*>\\s*<mdRef`;
  const wanted: [name: string, also: readonly PackageFaultCode[]][] = [
    ["MDTYPE", untyped],
    ["MIMETYPE", []],
    ["SIZE", []],
    ["CREATED", []],
    ["CHECKSUM", ["no-digest"]],
    ["CHECKSUMTYPE", ["no-digest"]],
  ];
  return {
    [`CSIP${first}`]: attribute(start, "LOCTYPE", "URN"),
    [`CSIP${first + 1}`]: attribute(start, "xlink:type"),
    [`CSIP${first + 2}`]: attribute(start, "xlink:href", undefined, { also: lost }),
    ...Object.fromEntries(
      wanted.map(([name, also], place) => [
        `CSIP${first + 3 + place}`,
        attribute(start, name, undefined, { also }),
      ]),
    ),
  };
}

/** A package with a statement of rights, which ours have none of, broken then. */
function withRights(broken: BrokenCsip): BrokenCsip {
  return {
    ...broken,
    change(text) {
      const [reference = ""] = /<mdRef[^>]*\/>/u.exec(text) ?? [];
      const rights = `<rightsMD ID="uuid-R">\n${reference}\n</rightsMD>\n<digiprovMD `;
      return broken.change(text.replace("<digiprovMD ", rights));
    },
  };
}

/** A division's pointer that leads to something other than the group. */
function elsewhere(label: string): BrokenCsip {
  return {
    change(text) {
      const [, id = ""] = /<fileSec ID="([^"]+)"/u.exec(text) ?? [];
      const pattern = new RegExp(`(LABEL="${label}">\\s*<fptr FILEID=")[^"]*`, "u");
      return text.replace(pattern, `$1${id}`);
    },
  };
}

const header = "<metsHdr";
const notFollowed = ["outside", "orphan", "unlinked"] as const;
const rights = Object.entries(ofReference("rightsMD", 49, ["outside"], ["mets-invalid"])).map(
  ([id, broken]): [string, BrokenCsip] => [id, withRights(broken)],
);

/** A way to break each requirement that `checkCsip` asks, by its public ID. */
export const brokenCsip: Record<string, BrokenCsip> = {
  CSIP1: attribute("<mets", "OBJID"),
  CSIP2: attribute("<mets", "TYPE", "Hồ sơ"),
  CSIP3: attribute("<mets", "TYPE", "OTHER"),
  CSIP4: attribute("<mets", "csip:CONTENTINFORMATIONTYPE", undefined, { of: "representation" }),
  CSIP5: attribute("<mets", "csip:OTHERCONTENTINFORMATIONTYPE"),
  CSIP6: attribute("<mets", "PROFILE", "profile/E-ARK-SIP.xml"),
  CSIP117: replaced(/<metsHdr[\s\S]*?<\/metsHdr>/u, "", { with: ["CSIP10", "SIP15"] }),
  CSIP7: attribute(header, "CREATEDATE"),
  CSIP9: attribute(header, "csip:OAISPACKAGETYPE", "XYZ", { with: ["SIP4"] }),
  CSIP10: withoutAgent(software),
  CSIP11: replaced(software, software.replace("CREATOR", "EDITOR")),
  CSIP12: replaced(software, software.replace('TYPE="OTHER"', 'TYPE="INDIVIDUAL"')),
  CSIP13: replaced(software, software.replace("SOFTWARE", "TOOL")),
  CSIP14: ofAgent(software, /<name>[^<]*<\/name>/u, "<name/>"),
  CSIP15: ofAgent(software, /<note.*<\/note>/u, ""),
  CSIP16: ofAgent(software, "SOFTWARE VERSION", "IDENTIFICATIONCODE"),
  CSIP18: attribute("<dmdSec", "ID", undefined, { also: ["mets-invalid", "dangling"] }),
  CSIP19: attribute("<dmdSec", "CREATED"),
  ...ofReference("dmdSec", 22, ["outside", "orphan", "description-missing"], ["mets-invalid"]),
  CSIP33: attribute("<digiprovMD", "ID", undefined, { also: ["mets-invalid", "dangling"] }),
  ...ofReference("digiprovMD", 36, ["outside", "orphan"], ["mets-invalid", "premis-missing"]),
  CSIP46: withRights(attribute("<rightsMD", "ID", undefined, invalid)),
  ...Object.fromEntries(rights),
  CSIP59: attribute("<fileSec", "ID"),
  CSIP60: attribute("<fileGrp", "USE", "Docs", { with: ["CSIP116"] }),
  CSIP113: replaced('USE="Schemas"', 'USE="XSD"', { with: ["CSIP118"] }),
  CSIP114: replaced('USE="Representations/rep1"', 'USE="Data/rep1"', { with: ["CSIP108"] }),
  CSIP62: attribute('<fileGrp [^>]*USE="Representations/rep1"', "csip:CONTENTINFORMATIONTYPE"),
  CSIP63: attribute('<fileGrp [^>]*USE="Representations/rep1"', "csip:OTHERCONTENTINFORMATIONTYPE"),
  CSIP64: attribute("<fileGrp", "USE", undefined, { with: ["CSIP60", "CSIP116"] }),
  CSIP65: attribute("<fileGrp", "ID", undefined, { with: ["CSIP116"], also: ["mets-invalid", "dangling"] }),
  CSIP66: replaced(/(<fileGrp [^>]*USE="Documentation">)[\s\S]*?(<\/fileGrp>)/u, "$1$2", {
    also: ["orphan", "mets-invalid"],
  }),
  CSIP67: attribute("<file(?= )", "ID", undefined, invalid),
  CSIP68: attribute("<file(?= )", "MIMETYPE"),
  CSIP69: attribute("<file(?= )", "SIZE"),
  CSIP70: attribute("<file(?= )", "CREATED"),
  CSIP71: attribute("<file(?= )", "CHECKSUM", undefined, noDigest),
  CSIP72: attribute("<file(?= )", "CHECKSUMTYPE", undefined, noDigest),
  CSIP76: replaced(/<FLocat[^>]*\/>/u, "$&$&"),
  CSIP77: attribute("<FLocat", "LOCTYPE", "URN"),
  CSIP78: attribute("<FLocat", "xlink:type"),
  CSIP79: attribute("<FLocat", "xlink:href", undefined, { also: ["outside", "orphan"] }),
  CSIP80: replaced(/<structMap[\s\S]*<\/structMap>/u, "", { also: ["mets-invalid", ...notFollowed] }),
  CSIP81: attribute("<structMap", "TYPE", "LOGICAL"),
  CSIP82: attribute("<structMap", "LABEL", "Others"),
  CSIP83: attribute("<structMap", "ID"),
  CSIP84: replaced("</structMap>", '<div ID="uuid-X" LABEL="x"/></structMap>', invalid),
  CSIP85: attribute("<structMap[^>]*>\\s*<div", "ID"),
  CSIP88: replaced('LABEL="Metadata"', 'LABEL="Meta"'),
  CSIP89: replaced(/<div ID="[^"]*" LABEL="Metadata"/u, '<div LABEL="Metadata"'),
  CSIP94: replaced(/<div ID="[^"]*" LABEL="Documentation"/u, '<div LABEL="Documentation"'),
  CSIP98: replaced(/<div ID="[^"]*" LABEL="Schemas"/u, '<div LABEL="Schemas"'),
  CSIP116: elsewhere("Documentation"),
  CSIP118: elsewhere("Schemas"),
  CSIP106: replaced(/<div ID="[^"]*" LABEL="Representations/u, '<div LABEL="Representations'),
  CSIP107: replaced('LABEL="Representations/rep1"', 'LABEL="rep1"'),
  CSIP108: attribute("<mptr", "xlink:title", "rep1"),
  CSIP109: replaced(/<mptr[^>]*\/>/u, "$&$&"),
  CSIP110: attribute("<mptr", "xlink:href", undefined, { also: notFollowed }),
  CSIP111: attribute("<mptr", "xlink:type"),
  CSIP112: attribute("<mptr", "LOCTYPE", "URN"),
  SIP2: replaced(
    "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml",
    "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml",
  ),
  SIP4: attribute(header, "csip:OAISPACKAGETYPE", "AIP"),
  SIP11: replaced(archivist, archivist.replace("ORGANIZATION", "OTHER")),
  SIP14: ofAgent(archivist, ' csip:NOTETYPE="IDENTIFICATIONCODE"', ""),
  SIP15: withoutAgent(submitter),
  SIP18: ofAgent(submitter, /<name>[^<]*<\/name>/u, "<name/>"),
  SIP20: ofAgent(submitter, ' csip:NOTETYPE="IDENTIFICATIONCODE"', ""),
};
