import type { Words } from "#shared/text/vi.ts";

/** Words around the finished PDF/A: what was looked for in it, and how it is saved. */
export const rendition: Words["rendition"] = {
  title: "PDF/A check",
  checks: {
    readable: "Can be opened and read",
    structure: "Frame of the file (header, table of objects)",
    "trailer-id": "Has an identifier",
    "not-encrypted": "No password, not encrypted",
    "page-count": "Number of pages",
    "page-boxes": "Sizes of pages",
    metadata: "XMP metadata, well-formed",
    declared: "Says that it is a PDF/A",
    "info-agrees": "Document information agrees with XMP",
    "output-intent": "Has an output intent",
    "fonts-embedded": "Fonts are embedded",
    "fonts-unicode": "Text can be searched and copied",
    colours: "Colour spaces",
    filters: "Compression that is allowed",
    images: "Images",
    transparency: "Transparency",
    annotations: "Annotations",
    forms: "Forms",
    "no-script": "No scripts",
    "no-action": "No actions of its own",
    "no-embedded-file": "No attached files",
  },
  kinds: {
    "two-layer": "Two-layer PDF/A-2b",
    "image-only":
      "PDF/A-2b of images alone: the text layer could not be set; the text is still found by the program",
    untouched:
      "The original PDF, unaltered (signed or born digital); its text for searching is kept beside it",
  },
  practices: {
    plain: { label: "File code.ordinal.pdf", hint: "As Circular 05/2025 Art. 8: H05.01.0000001.pdf" },
    folders: { label: "Fonds / file code / file code.ordinal.pdf", hint: "A folder for each file" },
    dashes: {
      label: "Fonds / list / fonds-list-file-ordinal.pdf",
      hint: "A folder for each file, names joined by dashes",
    },
  },
  summary: (passed, total) => `PDF/A-2b: ${passed} of ${total} checks passed`,
  untouchedSummary: (passed, total) =>
    `Original PDF unaltered; as a PDF/A: ${passed} of ${total} checks passed`,
  others: {
    passed: (checker, version) => `${checker} ${version}: passed`,
    failed: (checker, version) => `${checker} ${version}: failed`,
    absent: (checker) => `not checked by ${checker}`,
    "gave-up": (checker) => `${checker} gave no result`,
  },
  page: (number, detail) => (detail === "" ? `Page ${number}` : `Page ${number}: ${detail}`),
  whole: (detail) => (detail === "" ? "Whole file" : `Whole file: ${detail}`),
  more: "Show the checks",
  less: "Show less",
  unreadable: "The report cannot be read: it is not on this machine.",
  save: "Save PDF/A",
  saveMany: "Save PDF/A…",
  saveTitle: (code) => `Save the PDF/A of ${code}`,
  setting: {
    title: "Names of PDF/A files",
    hint: "How PDF/A are named when they are saved; for a whole file or batch another way can be chosen. No two files ever get the same name.",
    example: "For example the first item of fonds H05.02, list 1:",
    notYours: "A district checker or an officer of the province chooses how files are named.",
    chosen: "The names of PDF/A files were changed.",
  },
  naming: "How files are named",
  start: "Pack and save",
  packing: (done, total) => `Packing ${done} of ${total} documents…`,
  saved: (documents) => `${documents} documents were packed into one ZIP.`,
  lacking: (count) => `${count} documents have no PDF/A on this machine and are not in the package.`,
  nothing: "No document has a PDF/A on this machine yet. It can be saved once scans are read.",
};
