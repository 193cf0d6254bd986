/** A queue of things that happen at virtual times; nothing really waits. */
export type VirtualTime = {
  now: () => number;
  later: (ms: number, run: () => void) => void;
  /** Runs until nothing is due, or until a time. */
  pass: (until: number) => Promise<void>;
};

type Due = { at: number; order: number; run: () => void };

export function virtualTime(): VirtualTime {
  const heap: Due[] = [];
  let now = Date.UTC(2025, 5, 1);
  let order = 0;
  return {
    now: () => now,
    later: (ms, run) => push(heap, { at: now + Math.max(0, ms), order: (order += 1), run }),
    async pass(until) {
      for (;;) {
        // What a happening set off runs to its next wait before time goes on.
        await new Promise<void>((resolve) => setImmediate(resolve));
        const next = heap[0];
        if (!next || next.at > until) break;
        pop(heap);
        now = next.at;
        next.run();
      }
      now = Math.max(now, until);
    },
  };
}

function before(one: Due | undefined, other: Due | undefined): boolean {
  if (!one || !other) return one !== undefined;
  return one.at !== other.at ? one.at < other.at : one.order < other.order;
}

function push(heap: Due[], due: Due): void {
  let at = heap.push(due) - 1;
  for (let up = (at - 1) >> 1; at > 0 && before(due, heap[up]); up = (at - 1) >> 1) {
    swap(heap, at, up);
    at = up;
  }
}

function pop(heap: Due[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  heap[0] = last;
  for (let at = 0; ;) {
    const left = 2 * at + 1;
    const least = before(heap[left + 1], heap[left]) ? left + 1 : left;
    if (!before(heap[least], heap[at])) return;
    swap(heap, at, least);
    at = least;
  }
}

function swap(heap: Due[], one: number, other: number): void {
  const [first, second] = [heap[one], heap[other]];
  if (!first || !second) return;
  heap[one] = second;
  heap[other] = first;
}
