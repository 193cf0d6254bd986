import { isHeld } from "#shared/archive/paper-hold.ts";
import { nothingHeld, asksWhatIsHeld, type HeldInBatch } from "#shared/replication/rule-barrier.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** What this machine holds in a batch, asked where the batch comes to a state that asks for it. */
export function readHeldInBatch(
  journal: Pick<Journal, "children" | "filesOfBatch" | "read">,
  { id, state }: { id: string; state: string },
): HeldInBatch {
  if (!asksWhatIsHeld(state) || journal.read("batches", id)?.state === state) return nothingHeld;
  const files = journal.filesOfBatch(id).filter(({ withdrawn }) => withdrawn === "");
  const items = files.flatMap((file) =>
    journal.children("items", file.id).filter(({ withdrawn }) => withdrawn === ""),
  );
  return {
    files: files.map((file) => ({ id: file.id, received: file.receivedAt !== "" })),
    holds: [...files, ...items].filter(isHeld).map((one) => ({ id: one.id, at: one.held?.at ?? "" })),
  };
}
