import type { many as vietnamese } from "#shared/text/vi/many.ts";

export const many: typeof vietnamese = {
  select: (number) => `Select batch ${number}`,
  selectAll: (count) => `Select all ${count} batches`,
  hint: "Choose a state above to have many batches take a step at once.",
  none: "Select at least one batch.",
  move: (action, count) => `${action}: ${count} batches`,
  moving: (tried, total) => `${tried} of ${total} batches…`,
  reasonHint: (count) => `The reason is written to all ${count} selected batches.`,
  done: (done, total) => `${done} of ${total} batches moved.`,
  refused: (count) => `${count} batches stay as they were:`,
  one: (number, why) => `${number}: ${why}`,
};
