import type { search as vietnamese } from "#shared/text/vi/search.ts";

export const search: typeof vietnamese = {
  title: "Search",
  subtitle: "Search the inventory and the words of the scans; accents are not needed.",
  subtitleProvince: "Search everything the districts have sent to the province; accents are not needed.",
  label: "Words to find",
  hint: "For example: quyet dinh tuy phuoc",
  clear: "Clear the words",
  start: "Type words to find",
  startHint: "A few words of a title, subject, number or of the text itself.",
  searching: "Searching…",
  found: (total) => `${total} found`,
  foundMany: (total) => `More than ${total} found`,
  shown: (shown) => `the first ${shown} shown`,
  none: (words) => `“${words}” was not found`,
  noneHint: "Try fewer words, or leave out numbers and symbols.",
  kinds: { fonds: "Fonds", batches: "Batch", files: "File", items: "Item", pages: "Page" },
  openPdf: "Open the PDF",
  openFile: "Open the file",
  noPdf: "No PDF/A yet",
  untitled: "(no subject yet)",
  results: "Results",
};
