/** The steps on a captured page, in order: it is decoded (thumbnail, view), measured, and read. */
export const pageSteps = ["import", "quality", "ocr"] as const;

/** All steps: an item becomes a PDF/A when all its pages are read. */
export const stepNames = [...pageSteps, "pdfa"] as const;

export type StepName = (typeof stepNames)[number];
