/** What may be wrong with a package; each has a sentence in `shared/text`. */
export const packageFaultCodes = [
  ...["not-a-package", "no-mets", "mets-unreadable", "mets-invalid", "not-this-kind"],
  ...["missing", "outside", "dangling", "size-differs", "digest-differs", "no-digest"],
  ...["digest-lower-case", "orphan", "description-missing", "unlinked", "schema-missing"],
  ...["description-unreadable", "schema-unreadable"],
  ...["schema-invalid", "field-missing", "field-too-long", "field-no-number", "field-no-date"],
  ...["field-no-code", "field-unknown", "field-twice", "code-differs", "code-twice", "ordinal-form"],
  ...["ordinal-differs", "total-differs", "pages-differ", "date-outside", "too-many"],
  ...["ordinal-gap", "name-differs", "folder-differs", "alias-form", "fonds-missing"],
  ...["premis-missing", "premis-unreadable", "premis-invalid", "premis-differs", "tree-unreadable"],
  ...["bag-declaration", "bag-no-manifest", "bag-line", "bag-fetch", "bag-not-listed", "bag-oxum"],
  "csip-rule",
] as const;

export type PackageFaultCode = (typeof packageFaultCodes)[number];

/** Faults that a receiver may well take a package with; all others make it be refused. */
const warned: ReadonlySet<PackageFaultCode> = new Set([
  "digest-lower-case",
  "field-unknown",
  "pages-differ",
  "date-outside",
  // A document that was withdrawn leaves its number free, and folders say nothing that the tables do not.
  "ordinal-gap",
  "folder-differs",
]);

export type PackageFault = {
  code: PackageFaultCode;
  /** The thing in the package that it is of; empty for the package itself. */
  path: string;
  /** The field or the value in question, as it stands there. */
  detail: string;
};

export type PackageReport = {
  /** OBJID, empty where it could not be read. */
  objectId: string;
  kind: "SIP" | "AIP" | "E-ARK SIP" | "BagIt" | "CSDL_SOHOA" | "BKHCN_7197" | "";
  documents: number;
  files: number;
  bytes: number;
  faults: PackageFault[];
};

export function isWarning({ code }: PackageFault): boolean {
  return warned.has(code);
}

/** Whether a package is whole and true to itself: there may be warnings. */
export function isSound(report: PackageReport): boolean {
  return report.faults.every(isWarning);
}
