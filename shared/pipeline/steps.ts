/** The steps on a captured page, in order: it is decoded (thumbnail, view), measured, and read. */
export const pageSteps = ["import", "quality", "ocr"] as const;

/** The steps on an item whose pages are all read: its fields are found in their words, and it becomes a PDF/A. */
export const itemSteps = ["extract", "pdfa"] as const;

/** All steps. */
export const stepNames = [...pageSteps, ...itemSteps] as const;

export type ItemStep = (typeof itemSteps)[number];

export type StepName = (typeof stepNames)[number];

export function isItemStep(step: StepName): step is ItemStep {
  return itemSteps.some((known) => known === step);
}
