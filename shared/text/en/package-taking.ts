import type { packageTaking as vietnamese } from "#shared/text/vi/package-taking.ts";

export const packageTaking: typeof vietnamese = {
  open: "Take in packages",
  title: "Take in packages",
  subtitle:
    "SIP_hoso and AIP_hoso packages (ZIP), a ZIP of several, or the ZIP of a tree of folders (CSDL_SOHOA, 7197/BKHCN) with its Metadata_Tong.xlsx. Each is verified as a whole before anything is taken in.",
  drop: "Drop a ZIP here, or press to choose",
  reading: (name) => `Verifying ${name}…`,
  taking: (done) => `Taking in: ${done} documents`,
  take: (count) => `Take in ${count} documents`,
  nothing: "There is nothing new to take in.",
  another: "Choose another package",
  found: (count) => `Packages found: ${count}`,
  took: (count) => `${count} documents were taken in. What was here stayed as it was.`,
  tookNone: "No document was taken in; everything here stayed as it was.",
  stands: {
    unsound: "The package has faults and is not taken. Ask its maker for a right one.",
    secret:
      "Something in the package is secret (mode 03): it is not taken, and was removed from this machine.",
    outside: "This fonds or file belongs to another unit: it is not taken in here.",
    unclear:
      "It is not clear of which fonds the package is: it names none, or several here have its code. Correct the fonds' name and try again.",
    new: "The file is not here: all of it is taken in.",
    known: "The file is here: only documents that lack are added, nothing is changed.",
    closed: "The file was handed over or withdrawn: no document is added.",
  },
  fonds: (code, name) => `Fonds ${code} ${name}`,
  newFonds: "new fonds",
  counts: (fresh, same, differing) =>
    `${fresh} new documents · ${same} here as in the package · ${differing} different here`,
  faults: (count) => `${count} findings`,
  differing: "Different here, and left as it is:",
  ofFile: (fields) => `File: ${fields}`,
  ofItem: (ordinal, fields) => `Document ${ordinal}: ${fields}`,
  fields: { data: "PDF/A", withdrawn: "withdrawn here" },
  left: (fields) => `The inventory has no place for these; they are in the package alone: ${fields}.`,
};
