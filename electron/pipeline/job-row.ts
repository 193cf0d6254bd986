import { type PageHold, pageHolds } from "#shared/archive/page.ts";
import { type Job, type JobState, jobStates } from "#shared/pipeline/job.ts";
import { type StepName, stepNames } from "#shared/pipeline/steps.ts";
import { numberIn, type Row, textIn } from "#electron/journal/row.ts";

export const columnNames = [
  "id",
  "rank",
  "step",
  "subject",
  "item",
  "input",
  "state",
  "ready",
  "reason",
  "detail",
  "since",
  "attempts",
  "output",
] as const;

/*
 * What is taken first: a page's figures right after its import, while it is fresh; all imports before the slow
 * reading, so that a person soon sees what came in; and a document, and its fields, as soon as they can be had.
 */
const ranks = { quality: 0, import: 1, extract: 2, pdfa: 2, ocr: 3 } as const satisfies Record<
  StepName,
  number
>;

/** A job as the columns of its row. */
export function writeJob(job: Job): Record<(typeof columnNames)[number], string | number> {
  const { id, step, input, state, reason, detail, since, attempts, output } = job;
  return {
    id,
    rank: ranks[step],
    step,
    subject: job.subjectId,
    item: job.itemId,
    input,
    state,
    ready: job.ready ? 1 : 0,
    reason,
    detail,
    since,
    attempts,
    output,
  };
}

/** The job in a row; throws where the row holds words that this version does not know. */
export function readJob(row: Row): Job {
  return {
    id: textIn(row, "id"),
    step: known<StepName>(stepNames, textIn(row, "step")),
    subjectId: textIn(row, "subject"),
    itemId: textIn(row, "item"),
    input: textIn(row, "input"),
    state: known<JobState>(jobStates, textIn(row, "state")),
    ready: numberIn(row, "ready") === 1,
    reason: known<PageHold>(pageHolds, textIn(row, "reason")),
    detail: textIn(row, "detail"),
    since: textIn(row, "since"),
    attempts: numberIn(row, "attempts"),
    output: textIn(row, "output"),
  };
}

function known<Word extends string>(words: readonly Word[], text: string): Word {
  const word = words.find((one) => one === text);
  if (word === undefined) throw new Error(`not a word of the queue: ${text}`);
  return word;
}
