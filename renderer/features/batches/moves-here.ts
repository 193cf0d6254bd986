import { batchMoves, type BatchState, isAccepted } from "#shared/archive/batch.ts";
import type { Words } from "#shared/text/vi.ts";

/** Steps that are taken on the capture and checking screens, not with the list of batches. */
const elsewhere: readonly BatchState[] = ["capturing", "checking", "accepted"];

/** The steps from a state that are taken here, and that the list of steps does not leave out. */
export function movesHere(
  state: BatchState,
  listed: (to: BatchState) => boolean = () => true,
): typeof batchMoves {
  return batchMoves.filter(
    ({ from, to }) => from === state && (isAccepted(from) || !elsewhere.includes(to)) && listed(to),
  );
}

/** What a step is called on its button; one that goes back with a reason has a name of its own. */
export function nameOfMove({ batches }: Words, to: BatchState, needsReason?: boolean): string {
  const backwards: Partial<Record<BatchState, string>> = batches.backMoves;
  return (needsReason === true ? backwards[to] : undefined) ?? batches.moves[to];
}

/** What an act of many batches is called: by the step that they took. */
export function nameOfAct(words: Words, { from, to }: { from: BatchState; to: BatchState }): string {
  const move = batchMoves.find((known) => known.from === from && known.to === to);
  return nameOfMove(words, to, move?.needsReason);
}
