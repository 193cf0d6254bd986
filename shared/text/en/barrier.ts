import type { barrier as source } from "#shared/text/vi/barrier.ts";

export const barrier: typeof source = {
  title: (step, count) => `“${step}” has to wait: ${count} in the way`,
  hint: "All files of the batch have to be at this point before it goes on. Finish each of these, or a checker writes a reason (at least 10 characters) with the step.",
  more: (count) => `and ${count} more; the check of the batch lists them all.`,
  counted: (count, names) => `${count} are not yet where all of the batch have to be: ${names}.`,
};
