/** How a piece of work ended: done, to be tried again later by itself, or stopped until a person or a change. */
export type Outcome = "done" | "later" | "stopped";

/** Work that is done again and again by itself, one turn at a time. */
export type Repeating = {
  /** Something is new: a turn follows soon; while the last try failed, when its next is due. */
  wake(): void;
  /** A turn begins at once, whatever the last one's fate; resolves when it has ended. */
  now(): Promise<void>;
  /** Resolves when no turn is under way. */
  settled(): Promise<void>;
  /** Whether a turn is under way, none is due, or the next waits after a failure. */
  state(): "idle" | "working" | "waiting";
  /** Ends the turn under way and all after it. */
  stop(): Promise<void>;
};

export type RepeatParts = {
  /** Never rejects; ends soon after its signal. */
  work: (signal: AbortSignal) => Promise<Outcome>;
  soonMs: number;
  /** Between turns while nothing happens. */
  idleMs: number;
  /** How long to wait after the nth failure in a row. */
  backOffMs: (failures: number) => number;
  changed: () => void;
};

export function repeat({ work, soonMs, idleMs, backOffMs, changed }: RepeatParts): Repeating {
  let timer: NodeJS.Timeout | undefined;
  let planned: "none" | "soon" | "idle" | "retry" = "none";
  let running: Promise<void> | undefined;
  let controller = new AbortController();
  let wakes = 0;
  let failures = 0;
  let stopped = false;
  let ended = false;

  const plan = (next: typeof planned, ms: number) => {
    clearTimeout(timer);
    planned = next;
    if (!ended) timer = setTimeout(() => void run(), ms);
  };
  const turn = async () => {
    clearTimeout(timer);
    planned = "none";
    const seen = wakes;
    controller = new AbortController();
    changed();
    const outcome = await work(controller.signal);
    failures = outcome === "later" ? failures + 1 : 0;
    stopped = outcome === "stopped";
    if (outcome === "later") plan("retry", backOffMs(failures));
    else if (outcome === "done" && wakes === seen) plan("idle", idleMs);
    else if (outcome === "done") plan("soon", soonMs);
  };
  const run = (): Promise<void> => {
    running ??= turn().finally(() => {
      running = undefined;
      changed();
    });
    return running;
  };
  return {
    wake() {
      if (ended || stopped) return;
      wakes += 1;
      if (running) return;
      if (planned === "none" || planned === "idle") plan("soon", soonMs);
    },
    async now() {
      while (running) await running;
      if (!ended) await run();
    },
    async settled() {
      while (running) await running;
    },
    state: () => (running ? "working" : planned === "retry" ? "waiting" : "idle"),
    async stop() {
      ended = true;
      clearTimeout(timer);
      planned = "none";
      controller.abort();
      await running;
      clearTimeout(timer);
    },
  };
}

/** Doubles from one second to a minute, and takes off up to a quarter, so that desks do not come all at once. */
export function spreadBackOff(failures: number, chance: (below: number) => number): number {
  const base = Math.min(60_000, 1000 * 2 ** Math.min(failures - 1, 10));
  return Math.round(base * (0.75 + chance(1001) / 4000));
}
