import type { passMany as vi } from "#shared/text/vi/pass-many.ts";

export const passMany: typeof vi = {
  open: (count) => `Pass together (${count})…`,
  sampleOpen: "Can be used once the sample of the batch under “Quality of images” has passed.",
  title: "Mark many documents as passed",
  hint: "The sample of the batch has passed, so these documents are marked at once. Those that do not meet the conditions, or with pages that you captured yourself, are left and named.",
  whole: (count) =>
    `${count} documents of files of permanent value are not among them: each is to be opened and looked at.`,
  which: "Mark",
  all: (count) => `The whole batch: ${count} documents`,
  ofFile: (code, count) => `File ${code} alone: ${count} documents`,
  confirm: (count) => `Pass ${count} documents`,
  doing: (tried, total) => `Marking ${tried}/${total}…`,
  done: (done, total) => `${done}/${total} documents marked as passed`,
  left: (count) => `${count} documents left:`,
  one: (title, why) => `${title}: ${why}`,
  more: (count) => `and ${count} more`,
  undo: (count) => `Undo ${count} documents`,
  undone: (count, total) => `The marks of ${count}/${total} documents were taken off.`,
};
