import { type BatchState, isAccepted } from "#shared/archive/batch.ts";
import { holdCode, type PaperHoldReason } from "#shared/archive/paper-hold.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** Whether the files of a batch at a state count as handed over, returned, packed, or sent. */
export const countsAs: Record<"handedOver" | "returned" | "packed" | "sent", (state: BatchState) => boolean> =
  {
    handedOver: (state) => state !== "draft" && state !== "returned",
    returned: (state) => state === "returned",
    packed: (state) => isAccepted(state) && state !== "accepted",
    sent: (state) => state === "sent" || state === "acknowledged",
  };

/** How the batches stand that are not withdrawn: the state of each, and why those are kept back that are. */
export type BatchStands = { states: Map<string, BatchState>; held: Map<string, PaperHoldReason> };

/** Reads the batches from the journal: they are few, and no table counts them. */
export function readBatches(journal: Journal): BatchStands {
  const states = new Map<string, BatchState>();
  const held = new Map<string, PaperHoldReason>();
  let page = journal.pull("batches", null, 500);
  while (page.documents.length > 0) {
    for (const batch of page.documents) {
      if (batch.withdrawn !== "") continue;
      states.set(batch.id, batch.state);
      const code = holdCode(batch);
      if (code !== "") held.set(batch.id, code);
    }
    page = journal.pull("batches", page.checkpoint, 500);
  }
  return { states, held };
}

/** The batches whose state counts. */
export function idsOfBatches(
  states: BatchStands["states"],
  counts: (state: BatchState) => boolean,
): string[] {
  return [...states].flatMap(([id, state]) => (counts(state) ? [id] : []));
}
