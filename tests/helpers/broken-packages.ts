import type { PackageFaultCode } from "#shared/package/package-report.ts";
import type { PackageProfileName } from "#shared/package/package-profile.ts";
import { treeSheetNames } from "#shared/package/lay-out-tree.ts";
import { editTable, setField } from "#tests/helpers/edit-table.ts";
import { edit, type Parts, pathLike } from "#tests/helpers/package-parts.ts";

/** One way to break a sound package by one rule: the fault it must be called, and where. */
export type Breaking = {
  /** What is broken: a package, a bag of packages, a tree of folders or one of alias names. */
  of: "package" | "bag" | "tree" | "aliases";
  /** The kind that has the rule; both of TT 05/2025 where not said. */
  only?: PackageProfileName;
  work: (parts: Parts) => unknown;
  where: RegExp;
  /** Faults that cannot but come with it. */
  also?: readonly PackageFaultCode[];
};

const root = /^[^/]+\/METS\.xml$/u;
const rep = /rep1\/METS\.xml$/u;
const file = /\/EAD\.xml$/u;
const first = /EAD_doc_.*\.1\.xml$/u;
const second = /EAD_doc_.*\.2\.xml$/u;
const premis = /PREMIS_rep1\.xml$/u;
const aip = { only: "aip-hoso-tt05" } as const;
const data = /\.2\.pdf$/u;

function packed(where: RegExp, work: Breaking["work"], also: readonly PackageFaultCode[] = []): Breaking {
  return { of: "package", where, work, also };
}

function edited(part: RegExp, from: RegExp | string, to: string, also?: readonly PackageFaultCode[]) {
  return packed(part, (parts) => edit(parts, part, (text) => text.replace(from, to)), also);
}

function bagged(
  where: RegExp,
  work: (parts: Parts) => void,
  also: readonly PackageFaultCode[] = [],
): Breaking {
  return { of: "bag", where, work, also };
}

function tabled(
  where: RegExp,
  sheet: keyof typeof treeSheetNames,
  change: (rows: string[][]) => void,
  also: readonly PackageFaultCode[] = [],
): Breaking {
  const work = (parts: Parts) => editTable(parts, treeSheetNames[sheet], change);
  return { of: "tree", where, work, also };
}

/** A document under another name, in the tree and in its table. */
function renamed(where: RegExp, from: RegExp, to: string): Breaking {
  return tabled(where, "documents", (rows) => {
    const path = rows[2]?.at(-1) ?? "";
    setField(rows, 2, "Path", path.replace(from, to));
  });
}

function put(parts: Parts, pattern: RegExp, change: (text: string) => string): void {
  const path = pathLike(parts, pattern);
  parts.set(path, Buffer.from(change(parts.get(path)?.toString() ?? "")));
}

/** What breaks each rule but `not-a-package`, which is of what cannot be opened at all. */
export const breakings: Record<Exclude<PackageFaultCode, "not-a-package">, Breaking> = {
  "no-mets": packed(/^$/u, (parts) => parts.delete(pathLike(parts, root))),
  "mets-unreadable": edited(rep, "</mets>", "", ["orphan", "total-differs", "pages-differ"]),
  "mets-invalid": edited(rep, "<structMap ", '<structMap KIND="x" '),
  "not-this-kind": edited(root, /PACKAGETYPE="[SA]IP"/u, 'PACKAGETYPE="DIP"'),
  missing: packed(rep, (parts) => parts.delete(pathLike(parts, data))),
  outside: edited(rep, /"data\/[^"]*\.2\.pdf"/u, '"../../../../etc/passwd"', ["orphan"]),
  dangling: edited(rep, /FILEID="ID-0/u, 'FILEID="ID-9'),
  "size-differs": { ...edited(rep, /(<file [^>]*SIZE=")(\d+)/u, "$19$2"), where: /\.1\.pdf$/u },
  "digest-differs": packed(data, (parts) => put(parts, data, (text) => text.replace("%PDF-1.7", "%PDF-1.6"))),
  "no-digest": { ...edited(rep, /(<file [^>]*CHECKSUMTYPE=")SHA-256/u, "$1MD5"), where: /\.1\.pdf$/u },
  "digest-lower-case": packed(/\.1\.pdf$/u, (parts) =>
    edit(parts, rep, (text) =>
      text.replace(/(<file [^>]*CHECKSUM=")([0-9A-F]+)/u, (_, before: string, sum: string) => {
        return before + sum.toLowerCase();
      }),
    ),
  ),
  orphan: packed(/la\.pdf$/u, (parts) =>
    parts.set(pathLike(parts, data).replace(/[^/]+$/u, "la.pdf"), Buffer.from("x")),
  ),
  "description-unreadable": edited(second, "</simpledc>", "", ["total-differs", "pages-differ"]),
  "description-missing": packed(root, (parts) => {
    const path = pathLike(parts, file);
    parts.set(path.replace("EAD.xml", "HOSO.xml"), parts.get(path) ?? Buffer.alloc(0));
    parts.delete(path);
    edit(parts, root, (text) => text.replace("/EAD.xml", "/HOSO.xml"));
  }),
  unlinked: { ...edited(rep, / DMDID="[^"]*"/u, ""), where: first },
  "schema-missing": packed(/^$/u, (parts) => parts.delete(pathLike(parts, /EAD\.xsd$/u)), ["missing"]),
  "schema-unreadable": packed(/EAD_doc\.xsd$/u, (parts) => edit(parts, /EAD_doc\.xsd$/u, () => "<a/>")),
  "schema-invalid": packed(file, (parts) =>
    edit(parts, /EAD\.xsd$/u, (text) => text.replace('maxLength value="1000"', 'maxLength value="3"')),
  ),
  "field-missing": edited(second, "<mode>01</mode>", "<mode/>", ["schema-invalid"]),
  "field-too-long": edited(second, /<subject>[^<]*/u, `<subject>${"a".repeat(501)}`, ["schema-invalid"]),
  "field-no-number": edited(file, /<numberOfPaper>3/u, "<numberOfPaper>ba", ["schema-invalid"]),
  // A day of the right form that no calendar has: no schema by patterns knows.
  "field-no-date": edited(file, /<endDate>[^<]*/u, "<endDate>31/06/2016"),
  "field-no-code": edited(second, "<typeName>02", "<typeName>99", ["schema-invalid"]),
  "field-unknown": edited(second, "<mode>", "<signer>A</signer><mode>", ["schema-invalid"]),
  "field-twice": edited(second, /<mode>01<\/mode>/u, "<mode>01</mode><mode>01</mode>", ["schema-invalid"]),
  "code-differs": edited(second, /(<docCode>[^<]*)2016\.5/u, "$11994.5"),
  "code-twice": edited(second, ".0000002<", ".0000001<", ["ordinal-differs"]),
  "ordinal-form": edited(second, ".0000002<", ".2<"),
  "ordinal-differs": {
    ...edited(second, "<docOrdinal>2<", "<docOrdinal>3<"),
    only: "aip-hoso-tt05",
  },
  "total-differs": edited(file, "<totalDoc>3", "<totalDoc>4"),
  "pages-differ": edited(file, "<numberOfPage>6", "<numberOfPage>7"),
  "date-outside": edited(first, "15/03/2016", "15/03/1999"),
  "premis-missing": {
    ...edited(root, /<digiprovMD[\s\S]*?<\/digiprovMD>/u, "", ["mets-invalid", "orphan", "dangling"]),
    ...aip,
  },
  "premis-unreadable": { ...edited(premis, "</premis>", ""), ...aip },
  "premis-invalid": { ...edited(premis, /<eventType>[^<]*<\/eventType>/u, ""), ...aip },
  "premis-differs": {
    ...edited(premis, /<size>(\d+)/u, "<size>9$1"),
    ...{ ...aip, where: /\.1\.pdf$/u },
  },
  // Each requirement has a way of its own in broken-csip.ts.
  "csip-rule": { ...edited(root, / OBJID="[^"]*"/u, ""), only: "sip-eark-csip" },
  "too-many": {
    ...packed(
      /^$/u,
      (parts) => {
        for (let at = 0; at < 2100; at += 1) parts.set(`${at}.txt`, Buffer.alloc(0));
      },
      ["orphan"],
    ),
    only: "sip-hoso-tt05",
  },
  "tree-unreadable": {
    of: "tree",
    work: (parts) => parts.set(pathLike(parts, /xlsx$/u), Buffer.from("no workbook")),
    where: /Metadata_Tong\.xlsx$/u,
    also: ["digest-differs"],
  },
  "ordinal-gap": tabled(
    /Hồ sơ:2$/u,
    "documents",
    (rows) => {
      for (const field of ["DocCode", "Path"])
        setField(
          rows,
          3,
          field,
          (rows[3]?.[rows[0]?.indexOf(field) ?? 0] ?? "").replace(/3(?=$|\.pdf$)/u, "4"),
        );
      setField(rows, 3, "DocOrdinal", "4");
    },
    // The table alone is changed: what it names lies under the number before.
    ["missing", "orphan"],
  ),
  "name-differs": { ...renamed(/9\.pdf$/u, /2\.pdf$/u, "9.pdf"), also: ["missing", "orphan"] },
  "folder-differs": { ...renamed(/2\.pdf$/u, /VV/u, "KH"), also: ["missing", "orphan"] },
  "fonds-missing": tabled(/Hồ sơ:2$/u, "fonds", (rows) => setField(rows, 1, "OrganId", "G10"), [
    "folder-differs",
  ]),
  "alias-form": {
    of: "aliases",
    where: /Văn bản:3$/u,
    work: (parts) =>
      editTable(parts, treeSheetNames.documents, (rows) => setField(rows, 2, "DocCode", "H08.31_QĐ_2_V1")),
    also: ["name-differs", "ordinal-gap"],
  },
  "bag-declaration": bagged(
    /bagit\.txt$/u,
    (parts) => put(parts, /bagit\.txt$/u, (text) => text.replace("1.0", "2.0")),
    ["digest-differs"],
  ),
  "bag-no-manifest": bagged(/.*/u, (parts) => parts.delete(pathLike(parts, /(^|\/)manifest-/u)), ["missing"]),
  "bag-line": bagged(
    /manifest-sha256\.txt$/u,
    (parts) => put(parts, /(^|\/)manifest-/u, (text) => `${text}${"a".repeat(64)}  ../../etc/passwd\n`),
    ["digest-differs"],
  ),
  "bag-fetch": bagged(/fetch\.txt$/u, (parts) =>
    parts.set("fetch.txt", Buffer.from("http://x/y 1 data/z\n")),
  ),
  "bag-not-listed": bagged(/la\.txt$/u, (parts) => parts.set("data/la.txt", Buffer.alloc(0)), ["bag-oxum"]),
  "bag-oxum": bagged(
    /bag-info\.txt$/u,
    (parts) => put(parts, /bag-info\.txt$/u, (text) => text.replace(/(Oxum: )/u, "$19")),
    ["digest-differs"],
  ),
};
