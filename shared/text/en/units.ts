import type { Words } from "#shared/text/vi.ts";

export const units: Words["units"] = {
  since: "From 1 July 2025",
  sinceUnit: (name) => `From 1 July 2025: ${name}`,
  splitUnit:
    "This commune was split among several. Each of its files needs a choice of the one that receives it.",
  partOf: (name) => `${name} (a part)`,
  noSingle: (count) =>
    `A district's fonds has no single receiving commune; its territory now belongs to ${count} communes.`,
  notChosen: "Not chosen yet",
  chooseHint: "The old commune was split: nothing is guessed. Leave empty while not known.",
  derived: (name) => `${name} (follows from the old commune)`,
  noneFollows: "Follows no single commune",
  notKnown: "The table of successor units is not on this machine.",
};
