import { XmlElement } from "libxml2-wasm";

/** A thing that a METS file refers to, as it says: path, size and digest are checked by others. */
export type MetsLink = {
  /** ID of the section or file that it stands in. */
  id: string;
  /** `metadata`: an mdRef; `file`: a file of a group; `mets`: another METS file. */
  kind: "metadata" | "file" | "mets";
  href: string;
  size: number | undefined;
  /** Whether it is said to be PREMIS. */
  preserves: boolean;
  /** Empty where none is said. */
  checksum: string;
  checksumType: string;
};

export type Mets = {
  objectId: string;
  packageType: string;
  /** URL of the profile that it is by. */
  profile: string;
  /** Names of its agents with their notes: the body that made the documents gives its code in one. */
  agents: { type: string; name: string; notes: string[] }[];
  links: MetsLink[];
  /** Which description is of which file: IDs of a section and of files. */
  pairs: { description: string; files: string[] }[];
  /** IDs that its structure refers to and that it does not have. */
  dangling: string[];
};

const names = {
  m: "http://www.loc.gov/METS/",
  x: "http://www.w3.org/1999/xlink",
};

/** What a METS file says, whoever wrote it. */
export function readMets(root: XmlElement): Mets {
  const links: MetsLink[] = [];
  for (const section of elements(
    root,
    ".//m:dmdSec|.//m:digiprovMD|.//m:rightsMD|.//m:techMD|.//m:sourceMD",
  )) {
    for (const link of elements(section, "m:mdRef"))
      links.push(linkOf(link, link, idOf(section), "metadata"));
  }
  for (const file of elements(root, ".//m:file")) {
    for (const location of elements(file, "m:FLocat")) links.push(linkOf(location, file, idOf(file), "file"));
  }
  for (const pointer of elements(root, ".//m:mptr"))
    links.push(linkOf(pointer, pointer, idOf(pointer), "mets"));
  const pairs = elements(root, ".//m:div[@DMDID]").flatMap((division) => {
    const files = elements(division, "m:fptr").map((pointer) => attribute(pointer, "FILEID"));
    return files.length === 0
      ? []
      : attribute(division, "DMDID")
          .split(/\s+/)
          .map((description) => ({ description, files }));
  });
  const [header] = elements(root, "m:metsHdr");
  return {
    objectId: attribute(root, "OBJID"),
    profile: attribute(root, "PROFILE"),
    packageType: header ? attribute(header, "OAISPACKAGETYPE") : "",
    agents: elements(root, "m:metsHdr/m:agent").map((agent) => ({
      type: attribute(agent, "TYPE"),
      name: elements(agent, "m:name")[0]?.content.trim() ?? "",
      notes: elements(agent, "m:note[@*[local-name()='NOTETYPE']='IDENTIFICATIONCODE']").map((note) =>
        note.content.trim(),
      ),
    })),
    // What has no ID is still a link of its own: no ID begins so.
    links: links.map((link, place) => (link.id === "" ? { ...link, id: `#${place}` } : link)),
    pairs,
    dangling: danglingOf(root),
  };
}

function danglingOf(root: XmlElement): string[] {
  const ids = new Set(elements(root, ".//*[@ID]").map(idOf));
  const referring = elements(root, ".//m:*[@FILEID or @DMDID or @ADMID]");
  const named = referring.flatMap((one) =>
    ["FILEID", "DMDID", "ADMID"].flatMap((name) => attribute(one, name).split(/\s+/)),
  );
  return [...new Set(named)].filter((id) => id !== "" && !ids.has(id));
}

/** The elements of a description and their texts, in their order. */
export function readFields(root: XmlElement): { name: string; value: string }[] {
  return elements(root, "*").map((field) => ({ name: field.name, value: field.content.trim() }));
}

function elements(within: XmlElement, path: string): XmlElement[] {
  return within.find(path, names).filter((node) => node instanceof XmlElement);
}

function linkOf(link: XmlElement, stated: XmlElement, id: string, kind: MetsLink["kind"]): MetsLink {
  const size = attribute(stated, "SIZE");
  return {
    id,
    kind,
    preserves: attribute(link, "MDTYPE").startsWith("PREMIS"),
    href: attribute(link, "href"),
    size: /^\d+$/.test(size) ? Number(size) : undefined,
    checksum: attribute(stated, "CHECKSUM"),
    checksumType: attribute(stated, "CHECKSUMTYPE"),
  };
}

function idOf(element: XmlElement): string {
  return attribute(element, "ID");
}

/** An attribute by its local name, whatever its namespace. */
function attribute(element: XmlElement, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? "";
}
