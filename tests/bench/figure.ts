/** One line of the bench: what was measured, beside its reference of the same run. */
export type Figure = {
  name: string;
  /** In `unit`. */
  measured: number;
  reference: number;
  unit: string;
  /** measured ÷ reference. */
  ratio: number;
  /** What is to be reached, in words. */
  bar: string;
  reached: boolean;
};

export type Bench = { name: string; run: (say: (line: string) => void) => Promise<Figure[]> };

/** The middle of several runs. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that 95 of 100 do not exceed. */
export function percentile95(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}

/** Milliseconds that a work takes. */
export async function timed(work: () => Promise<unknown> | undefined): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** `atLeast` bars are on rates (higher is better), `atMost` on times. */
export function figure(
  name: string,
  unit: string,
  measured: number,
  reference: number,
  bar: { atLeast: number } | { atMost: number },
): Figure {
  const ratio = measured / reference;
  const reached = "atLeast" in bar ? ratio >= bar.atLeast : ratio <= bar.atMost;
  const words = "atLeast" in bar ? `≥ ${bar.atLeast} ×` : `≤ ${bar.atMost} ×`;
  return { name, unit, measured, reference, ratio, bar: words, reached };
}
