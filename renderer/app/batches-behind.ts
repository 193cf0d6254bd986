import type { BatchState } from "#shared/archive/batch.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import type { BatchStepList } from "#shared/rules/batch-steps.ts";
import { behindOf, isTogether, readyFor } from "#shared/rules/fonds-barrier.ts";
import type { Words } from "#shared/text/vi.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { Desk } from "#renderer/desk.ts";

export type BatchBehind = CallOutput<"batches.beside">["batches"][number];

/** Named in a sentence before the rest is only counted. */
const mostNamed = 5;

/** The other batches of its fonds that keep a batch from a step; none where the list of steps does not ask for them. */
export async function readBehind(
  desk: Desk,
  batchId: string,
  to: BatchState,
  list: BatchStepList,
): Promise<BatchBehind[]> {
  if (!isTogether(to, list)) return [];
  const { batches } = await desk.call("batches.beside", { batchId });
  return behindOf(batches, to);
}

/** Says in a sentence which batches keep one from a step, and where each of them stands. */
export function useSayBehind(): (behind: readonly BatchBehind[], to: BatchState) => string {
  const words = useWords();
  const { count } = useFormat();
  return (behind, to) => {
    const told = behind
      .slice(0, mostNamed)
      .map(({ number, state }) => words.barrier.oneBehind(number, words.common.batchStates[state]));
    const names = told.join(", ") + (behind.length > mostNamed ? ", …" : "");
    return words.barrier.behind(count(behind.length), readyName(words, to), names);
  };
}

/** What the state is called that all batches of a fonds have to have come to before any takes a step. */
export function readyName({ common }: Words, to: BatchState): string {
  return common.batchStates[readyFor(to)];
}
