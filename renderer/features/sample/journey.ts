import type { Work } from "#renderer/db/work.ts";
import type { Desk } from "#renderer/desk.ts";
import type { Found, Loaded, StepDone, StepProblem } from "./step.ts";
import { steps } from "./steps.ts";

export type StepState =
  | { state: "waiting" }
  | { state: "running"; done: number; total: number }
  | { state: "done"; say: StepDone["say"] }
  | { state: "failed"; problem?: StepProblem; error?: unknown };

export type JourneyState = {
  states: readonly StepState[];
  loaded: Loaded | undefined;
  found: Found | undefined;
  running: boolean;
};

/** The journey through the sample as it stands. It goes on while the person looks at other screens. */
export type Journey = {
  state: () => JourneyState;
  subscribe: (listener: () => void) => () => void;
  /** Runs the first step that is not done. Answers whether it succeeded. */
  runNext: () => Promise<boolean>;
  /** Runs every step that is left, until one fails. */
  runAll: () => Promise<boolean>;
};

const nothing: Loaded = { fondsId: "", batchId: "", scans: [] };

const journeys = new WeakMap<Work, Journey>();

/** The one journey of this person at this machine. */
export function journeyOf(work: Work, desk: Desk): Journey {
  const known = journeys.get(work);
  if (known) return known;
  const made = makeJourney(work, desk);
  journeys.set(work, made);
  return made;
}

export function makeJourney(work: Work, desk: Desk): Journey {
  const listeners = new Set<() => void>();
  let state: JourneyState = {
    states: steps.map(() => ({ state: "waiting" })),
    loaded: undefined,
    found: undefined,
    running: false,
  };
  const change = (next: Partial<JourneyState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const setStep = (at: number, step: StepState) =>
    change({ states: state.states.map((before, place) => (place === at ? step : before)) });
  const runStep = async (at: number): Promise<boolean> => {
    const step = steps[at];
    if (!step) return false;
    setStep(at, { state: "running", done: 0, total: 0 });
    try {
      const answer = await step.run({
        work,
        desk,
        loaded: state.loaded ?? nothing,
        report: (done, total) => setStep(at, { state: "running", done, total }),
      });
      if (!answer.ok) {
        setStep(at, { state: "failed", problem: answer.fault });
        return false;
      }
      const { say, loaded = state.loaded, found = state.found } = answer.value;
      change({ loaded, found });
      setStep(at, { state: "done", say });
      return true;
    } catch (error) {
      setStep(at, { state: "failed", error });
      return false;
    }
  };
  const run = async (all: boolean): Promise<boolean> => {
    if (state.running) return false;
    change({ running: true });
    let good = true;
    do {
      const at = state.states.findIndex((step) => step.state !== "done");
      if (at < 0) break;
      good = await runStep(at);
    } while (all && good);
    change({ running: false });
    return good;
  };
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    runNext: () => run(false),
    runAll: () => run(true),
  };
}
