import type { PageHold } from "#shared/archive/page.ts";
import type { StepName } from "#shared/pipeline/steps.ts";

export const jobStates = ["waiting", "running", "done", "held"] as const;

export type JobState = (typeof jobStates)[number];

/** One step that the records lack, and what it would read. */
export type Wanted = {
  id: string;
  step: StepName;
  subjectId: string;
  itemId: string;
  /** Names what the step reads: another input is other work. */
  input: string;
  /** `blocked`: something before it is not done yet; `held`: the record waits for a person. */
  when: "ready" | "blocked" | "held";
  /** Why it is held; empty otherwise. */
  reason: PageHold;
};

/** A row of the queue. Its id is of the step and its subject, so that asking twice does the work once. */
export type Job = Omit<Wanted, "when"> & {
  state: JobState;
  /** True for a waiting job that may be taken. */
  ready: boolean;
  detail: string;
  /** When it came into its state (ISO 8601). */
  since: string;
  /** How often it was taken since it last began to wait for the first time. */
  attempts: number;
  /** What later steps use and no record carries (the work object of an import); empty for none. */
  output: string;
};

export function jobId(step: StepName, subjectId: string): string {
  return `${step}:${subjectId}`;
}

/** The row of wanted work: the known one where it stands for the same work, else a new one. */
export function wantJob(known: Job | undefined, wanted: Wanted, at: string): Job {
  const { when, ...work } = wanted;
  const fresh = { ...work, detail: "", since: at, attempts: 0, output: "" };
  const same = known?.input === wanted.input && known.itemId === wanted.itemId ? known : undefined;
  if (same?.state === "running") return same;
  if (when === "held") {
    if (same?.state === "held" && same.reason === wanted.reason) return same;
    return { ...fresh, state: "held", ready: false };
  }
  const ready = when === "ready";
  if (same?.state === "waiting") return same.ready === ready ? same : { ...same, ready };
  // Done or held, yet the record lacks its result and holds nothing against it: the work is due again.
  return { ...fresh, state: "waiting", ready };
}

/** Waiting and ready → running. */
export function takeJob(job: Job, at: string): Job {
  expectState(job, "waiting");
  if (!job.ready) throw new Error(`the job ${job.id} is not ready`);
  return { ...job, state: "running", since: at, attempts: job.attempts + 1 };
}

/** Running → done. */
export function finishJob(job: Job, output: string, at: string): Job {
  expectState(job, "running");
  return { ...job, state: "done", ready: false, since: at, output, reason: "", detail: "" };
}

/** Running → held, with the reason a person reads. */
export function holdJob(job: Job, reason: PageHold, detail: string, at: string): Job {
  expectState(job, "running");
  return { ...job, state: "held", ready: false, since: at, reason, detail };
}

/** Running → waiting: the machine, not the page, stood in the way. */
export function releaseJob(job: Job, at: string): Job {
  expectState(job, "running");
  return { ...job, state: "waiting", ready: true, since: at };
}

/** Held → waiting, as if never tried. */
export function retryJob(job: Job, at: string): Job {
  expectState(job, "held");
  return { ...job, state: "waiting", ready: true, since: at, attempts: 0, reason: "", detail: "" };
}

function expectState(job: Job, state: JobState): void {
  if (job.state !== state) throw new Error(`the job ${job.id} is ${job.state}, not ${state}`);
}
