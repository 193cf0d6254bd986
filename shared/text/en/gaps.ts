import type { gaps as vietnamese } from "#shared/text/vi/gaps.ts";

export const gaps: typeof vietnamese = {
  title: "Numbers that lack",
  hint: "Numbers that lack between the first and the last. Find the box, file or leaf, or say why there is none.",
  batchHint:
    "Numbers that lack right beside what is in this batch, and nowhere in the fonds. Find them, or say why.",
  red: {
    box: (count) => `${count} box numbers lack`,
    file: (count) => `${count} file numbers lack`,
    leaf: (count) => `${count} leaves lack within files`,
  },
  explained: (count) => `${count} have a reason`,
  names: {
    box: (span) => `Box ${span}`,
    file: (span) => `File ${span}`,
    leaf: (span) => `Leaf ${span}`,
  },
  inInventory: (inventory) => `inventory list ${inventory}`,
  inBox: (box) => `box ${box}`,
  reason: (why, by) => `There is a reason: ${why} (${by})`,
  explain: "Give a reason",
  explainOf: (name) => `Give a reason: ${name}`,
  explainHint:
    "Why this number is not there: an empty box, destroyed, a slip in numbering… At least 10 characters.",
  explainLabel: "Reason",
  save: "Save the reason",
  mayNot: "The district's checkers give reasons.",
  takeBack: "Take back",
  takeBackOf: (name) => `Take the reason back: ${name}`,
  takeBackHint: "The reason stays in the history. Say why it is taken back.",
  notYours: (by) => `Only who gave this reason (${by}) can take it back.`,
};
