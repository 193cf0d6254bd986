/**
 * The work on captured pages and items, in order. A page is imported (decoded, thumbnail, view), measured and
 * read; an item becomes a PDF/A when all its pages are read, and its objects are uploaded.
 */
const steps = {
  import: { subject: "page", after: [] },
  quality: { subject: "page", after: ["import"] },
  ocr: { subject: "page", after: ["quality"] },
  pdfa: { subject: "item", after: ["ocr"] },
} as const satisfies Record<string, { subject: "page" | "item"; after: readonly string[] }>;

export type StepName = keyof typeof steps;

export const stepNames = ["import", "quality", "ocr", "pdfa"] as const satisfies StepName[];
