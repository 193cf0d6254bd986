import type { Role } from "#shared/archive/role.ts";
import type { Result } from "#shared/base/result.ts";
import type { Words } from "#shared/text/vi.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Desk } from "#renderer/desk.ts";
import type { StoredScan } from "#renderer/work/import-scans.ts";

/** What the first step loads and the others work on. */
export type Loaded = { fondsId: string; batchId: string; scans: StoredScan[] };

export type Found = { title: string; url: string };

/** What a step is given: whom it works for, what was loaded, and how to tell how far it is. */
export type StepInput = {
  work: Work;
  desk: Desk;
  loaded: Loaded;
  report: (done: number, total: number) => void;
};

/** What a step did, said in the words of the language chosen when it is shown. */
export type StepDone = {
  say: (words: Words, count: (value: number) => string) => string;
  loaded?: Loaded;
  found?: Found;
};

/** Why a step stopped, in words; what the desk throws is thrown on. */
export type StepProblem = (words: Words, count: (value: number) => string) => string;

export type StepResult = Result<StepDone, StepProblem>;

export type StepName = keyof Words["sample"]["steps"];

export type Step = {
  name: StepName;
  /** In whose role the step is done; nobody's where the machine does it. */
  role?: Role;
  /** The screen on which people do or see it. */
  screen: (loaded: Loaded) => string;
  run: (input: StepInput) => Promise<StepResult>;
};
