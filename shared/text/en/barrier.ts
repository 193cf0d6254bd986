import type { barrier as source } from "#shared/text/vi/barrier.ts";

export const barrier: typeof source = {
  title: (step, count) => `“${step}” has to wait: ${count} in the way`,
  hint: "All files of the batch have to be at this point before it goes on. Finish each of these, or a checker writes a reason (at least 10 characters) with the step.",
  more: (count) => `and ${count} more; the check of the batch lists them all.`,
  counted: (count, names) => `${count} are not yet where all of the batch have to be: ${names}.`,
  behindTitle: (step, count) => `“${step}” has to wait: batches of the fonds that are behind: ${count}`,
  behindHint: (step, state) =>
    `By the province's list of steps all batches with files of the fonds have to have come to “${state}” or beyond before any takes “${step}”. Open each of these and go on with it, or a checker writes a reason (at least 10 characters) with the step.`,
  behind: (count, state, names) =>
    `Batches of the fonds that have not come to “${state}”: ${count}: ${names}.`,
  oneBehind: (number, state) => `${number} (${state.toLocaleLowerCase("en")})`,
  moreBehind: (count) => `and ${count} more of the fonds.`,
  looseTitle: (count) => `Files of the fonds that lie in no batch: ${count}`,
  loose: (count) =>
    `Files of the fonds that lie in no batch: ${count}. This step does not wait for them; put them into a batch if they are to be digitised.`,
  pastReason: "Why it goes on",
  pastBehind: "Why it goes on before the others of its fonds",
  pastHint: "At least 10 characters; the reason is kept with the batch.",
  acceptPastHint:
    "At least 10 characters; kept by itself with the acceptance. Why something lacks does not stand for it.",
  pastGiven: (reason) => `Taken before the other batches of its fonds because: ${reason}`,
};
