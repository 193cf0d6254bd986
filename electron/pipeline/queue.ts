import type { Item } from "#shared/archive/item.ts";
import type { PageHold } from "#shared/archive/page.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { finishJob, holdJob, type Job, releaseJob, takeJob } from "#shared/pipeline/job.ts";
import { planItem, planPage, planReading } from "#shared/pipeline/plan.ts";
import { isItemStep } from "#shared/pipeline/steps.ts";
import { settleReading } from "#shared/reading/settle-reading.ts";
import { readFailure } from "./failure.ts";
import { knownAround } from "./known-around.ts";
import type { JobRows } from "./job-rows.ts";
import { performOnItem, performOnPage, performReading, type StepPool } from "./perform.ts";
import { aboutOf, codeOf, type PlanParts, planSlice, planSubject } from "./plan-slice.ts";
import { editItem, editPage, stopForSecrecy, writeHold } from "./record-outcome.ts";

export type QueueParts = PlanParts & {
  pool: StepPool;
  /** The administrative units, whose bodies issue most letters. */
  units: readonly Unit[];
  tasksAtOnce: number;
  changed: () => void;
};

export type Queue = {
  /** Looks for changed records and for work, soon and as long as there is some. */
  wake(): void;
  /** Ends a rest and wakes. */
  resume(): void;
  /** Takes back what a crash left running; what it has struck three times is held. */
  recover(): void;
  stop(): Promise<void>;
};

/** How long the queue rests when the disk has no room, in milliseconds. */
const restTime = 30_000;
const mostAttempts = 3;

/** The work on the rows: planned from the journal, done by the pool, its results written to the journal. */
export function openQueue(parts: QueueParts): Queue {
  const { journal, rows, pool, now } = parts;
  const running = new Set<Job>();
  let stopped = false;
  let scheduled = false;
  let resting: NodeJS.Timeout | undefined;

  const at = () => new Date(now()).toISOString();
  const outputOf = (id: string) => rows.get(id)?.output ?? "";

  const wake = () => {
    if (scheduled || stopped) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      if (stopped || resting) return;
      orRest(() => turn(() => undefined));
    });
  };

  /**
   * One transaction, for each costs a wait on the disk: a result is settled, what changed is planned, and the next
   * jobs are taken.
   */
  const turn = (settleResult: () => void) => {
    const taken: Job[] = [];
    const more = rows.together(() => {
      settleResult();
      const changed = planSlice(parts);
      const mayTake = !resting && rows.fact("paused") !== "yes";
      while (mayTake && running.size + taken.length < parts.tasksAtOnce) {
        const job = takeNext();
        if (!job) break;
        taken.push(job);
      }
      return changed;
    });
    for (const job of taken) void run(job);
    if (more) {
      parts.changed();
      wake();
    }
  };

  const resume = () => {
    clearTimeout(resting);
    resting = undefined;
    orRest(() => {
      const mine = new Set([...running].map(({ id }) => id));
      for (const job of rows.running()) if (!mine.has(job.id)) rows.save(releaseJob(job, at()));
    });
    wake();
  };

  /** A full disk strikes every row alike: nothing is held for it, and the queue tries again later. */
  const orRest = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (readFailure(error, "import", 1).kind !== "rest") {
        process.emitWarning(error instanceof Error ? error : String(error));
      }
      beginRest();
    }
  };

  const beginRest = () => {
    if (!stopped) resting ??= setTimeout(resume, restTime).unref();
  };

  const takeNext = (): Job | undefined => {
    for (;;) {
      const job = rows.next();
      if (!job) return undefined;
      // The records may have moved on since the plan: they, not the row, say what is due.
      if (isDue(parts, job)) {
        const taken = takeJob(job, at());
        rows.save(taken);
        return taken;
      }
      planSubject(parts, job.step, job.subjectId);
    }
  };

  const run = async (job: Job) => {
    running.add(job);
    parts.changed();
    let outcome: () => void;
    try {
      outcome = await perform(job);
    } catch (error) {
      outcome = () => settleFailure(job, error);
    }
    running.delete(job);
    if (stopped) return;
    const settleResult = () => {
      try {
        outcome();
      } catch (error) {
        settleFailure(job, error);
      }
    };
    orRest(() => turn(settleResult));
    parts.changed();
    wake();
  };

  /** Does the step; answers how to write what it found. */
  const perform = async (job: Job): Promise<() => void> => {
    if (isItemStep(job.step)) {
      const item = journal.read("items", job.subjectId);
      if (!item) return () => settle(job, "", () => undefined);
      if (job.step === "extract") return performExtract(job, item);
      const pages = journal.children("pages", item.id);
      const changes = await performOnItem(item, pages, aboutOf(journal, item), pool, outputOf);
      return () => settle(job, "", () => editItem(journal, item.id, changes));
    }
    const page = journal.read("pages", job.subjectId);
    if (!page) return () => settle(job, "", () => undefined);
    const { changes, output, secret } = await performOnPage(job.step, page, pool, outputOf);
    return () =>
      settle(job, output, () => {
        editPage(journal, page.id, changes);
        if (secret) stopForSecrecy(journal, page.itemId, page.id);
      });
  };

  const performExtract = async (job: Job, item: Item): Promise<() => void> => {
    const pages = journal.children("pages", item.id);
    const known = knownAround(journal, parts.units, item, now());
    const { readingDigest, reading, secret, firstId } = await performReading(pages, known, pool, outputOf);
    return () =>
      settle(job, "", () => {
        if (secret) {
          stopForSecrecy(journal, item.id, firstId);
          return;
        }
        // A person may have typed meanwhile: the record as it is now decides what is proposed and what is kept.
        const held = journal.read("items", item.id) ?? item;
        editItem(journal, item.id, { readingDigest, ...settleReading(held, reading.fields) });
      });
  };

  /** The record first: a crash between the two writes costs doing the step again, and never its result. */
  const settle = (job: Job, output: string, write: () => void) => {
    if (!isStillOurs(job)) return;
    write();
    rows.save(finishJob(job, output, at()));
  };

  const settleFailure = (job: Job, error: unknown) => {
    if (!isStillOurs(job)) return;
    const failure = readFailure(error, job.step, job.attempts);
    if (failure.kind === "hold") {
      hold(job, isItemStep(job.step) ? "step-failed" : failure.reason, detailOf(error));
    } else {
      const { attempts } = job;
      rows.save({ ...releaseJob(job, at()), attempts: failure.kind === "rest" ? attempts - 1 : attempts });
      if (failure.kind === "rest") beginRest();
    }
  };

  const hold = (job: Job, reason: PageHold, detail: string) => {
    writeHold(journal, job, reason);
    rows.save(holdJob(job, reason, detail, at()));
  };

  /** False where the plan has asked for other work under this id meanwhile: what was found is of the past. */
  const isStillOurs = (job: Job) => {
    const row = rows.get(job.id);
    return row?.state === "running" && row.input === job.input;
  };

  return {
    wake,
    resume,
    recover() {
      orRest(() => {
        for (const job of rows.running()) {
          if (job.attempts < mostAttempts) rows.save(releaseJob(job, at()));
          else hold(job, "step-failed", "the app ended three times during this step");
        }
      });
    },
    stop() {
      stopped = true;
      clearTimeout(resting);
      orRest(() => {
        // Closing the app is nothing that the page did.
        for (const job of rows.running()) {
          rows.save({ ...releaseJob(job, at()), attempts: job.attempts - 1 });
        }
      });
      return Promise.resolve();
    },
  };
}

function isDue({ journal, rows }: { journal: PlanParts["journal"]; rows: JobRows }, job: Job): boolean {
  const item = journal.read("items", job.itemId);
  if (!item) return false;
  if (isItemStep(job.step)) {
    const pages = journal.children("pages", item.id);
    const wanted =
      job.step === "extract"
        ? planReading(item, pages, rows)
        : planItem(item, pages, codeOf(journal, item), rows);
    return wanted?.when === "ready" && wanted.input === job.input;
  }
  const page = journal.read("pages", job.subjectId);
  if (page?.itemId !== item.id) return false;
  const wanted = planPage(page, item, rows).find(({ id }) => id === job.id);
  return wanted?.when === "ready" && wanted.input === job.input;
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 500) : String(error);
}
