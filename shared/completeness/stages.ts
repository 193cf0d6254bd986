/** What is done to an item, in the order in which the matrix shows it; each has a bit of its own. */
export const itemStages = ["captured", "passed", "confirmed", "rendition", "signed", "acknowledged"] as const;

export type ItemStage = (typeof itemStages)[number];

/** The bit of a stage in `stages`. */
export function bitOf(stage: ItemStage): number {
  return 1 << itemStages.indexOf(stage);
}

/** The columns of the matrix; received and packed are of whole files, the others of items. */
export const matrixStages = [
  "listed",
  "received",
  "captured",
  "passed",
  "confirmed",
  "rendition",
  "signed",
  "packed",
  "acknowledged",
] as const;

export type MatrixStage = (typeof matrixStages)[number];

export const matrixMeasures = ["files", "items", "leaves"] as const;

export type MatrixMeasure = (typeof matrixMeasures)[number];

/** Whether what has these bits is at a stage; whole files' stages are no bits and never are. */
export function isAtStage(bits: number, stage: MatrixStage): boolean {
  const known = itemStages.find((one) => one === stage);
  return known !== undefined && (bits & bitOf(known)) !== 0;
}
