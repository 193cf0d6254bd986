import type { Words } from "#shared/text/vi.ts";

export const units: Words["units"] = {
  since: "From 1 July 2025",
  sinceUnit: (name) => `From 1 July 2025: ${name}`,
  splitUnit:
    "This commune was split among several. Each of its files needs a choice of the one that receives it.",
  partOf: (name) => `${name} (a part)`,
  partNow: (names) => `A part is now in: ${names}. Files stay with the commune unless another is chosen.`,
  noSingle: (count) =>
    `A district's fonds has no single receiving commune; its territory now belongs to ${count} communes.`,
  notChosen: "Not chosen yet",
  chooseHint: "The old commune was split: nothing is guessed. Leave empty while not known.",
  staysWith: (name) => `Not chosen: stays with ${name}`,
  staysHint: (name, others) =>
    `${name} gave a part of itself to ${others}. Choose who receives the file if it is of that part; choose ${name} if it surely stays; leave it empty while not known.`,
  stays: (name, others) => `${name} (may be of the part given to ${others}; not chosen)`,
  chosenBecame: (code, name) =>
    `The commune of code ${code} was chosen and has become part of ${name}: the file goes to ${name}, nothing is to be chosen again.`,
  chosenGone: (code) =>
    `The commune of code ${code} was chosen; it was divided or ended since, or receives nothing of this old commune: choose again. The old choice is kept until you do.`,
  noLonger: (code) => `Code ${code} (no longer there)`,
  derived: (name) => `${name} (follows from the old commune)`,
  noneFollows: "Follows no single commune",
  notKnown: "The table of successor units is not on this machine.",
};
