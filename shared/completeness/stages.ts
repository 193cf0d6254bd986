/** What is done to an item, in the order in which the matrix shows it; each has a bit of its own. */
export const itemStages = ["captured", "passed", "confirmed", "rendition", "signed", "acknowledged"] as const;

export type ItemStage = (typeof itemStages)[number];

/** The bit of a stage in `stages`. */
export function bitOf(stage: ItemStage): number {
  return 1 << itemStages.indexOf(stage);
}
