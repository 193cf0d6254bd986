import type { viewer as vietnamese } from "#shared/text/vi/viewer.ts";

export const viewer: typeof vietnamese = {
  document: "Pages of the document",
  page: (number, total) => `Page ${number}/${total}`,
  loading: "Opening the document…",
  failed:
    "This PDF cannot be opened. It may not be on this machine yet, or the province cannot be reached. Close it and try again in a few minutes.",
  pageFailed: "This page cannot be drawn.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit",
  fitWidth: "Fit the width",
  find: "Find in the document",
  findHint: "Find in the document (accents not needed)",
  previous: "Previous",
  next: "Next",
  isFirst: "This is the first page.",
  isLast: "This is the last page.",
  found: (at, total) => `Page ${at} of ${total} that have it`,
  notFound: "Not found",
  missing: "There is no picture of this page yet.",
};
