import type { Words } from "#shared/text/vi.ts";

export const chase: Words["chase"] = {
  open: "Not delivered",
  title: "Communes that have not delivered",
  subtitle: (before, from) => `Communes hand over before ${before}; they are chased from ${from}.`,
  notYet: (from) => `The day of chasing (${from}) has not come: a list to follow.`,
  chased: (count) => `${count} units are to be chased.`,
  noDay: "No day is set.",
  lacking: (lacking, all) => `${lacking} of ${all} units have not handed over everything`,
  unit: "Unit",
  listed: "Listed files",
  given: "Handed over",
  left: "Lacking",
  state: "State",
  late: "Days late",
  states: {
    "nothing-listed": "Nothing listed",
    "nothing-given": "Nothing handed over",
    part: "In part",
    all: "All",
  },
  none: "There is no commune within the scope of this machine.",
};
