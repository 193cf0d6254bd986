import type { Words } from "#shared/text/vi.ts";

export const chase: Words["chase"] = {
  open: "Not delivered",
  title: "Communes that have not delivered",
  subtitle: (before) => `Communes hand over before ${before}.`,
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
