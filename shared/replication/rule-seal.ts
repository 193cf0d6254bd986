import type { Batch } from "#shared/archive/batch.ts";
import type { Seal } from "#shared/archive/decision.ts";
import type { Clock } from "#shared/base/clock.ts";
import { isSealed } from "#shared/replication/rule-frozen.ts";

/**
 * How what an authority holds of a batch stands to what was accepted: it is that; or not; or records of it are still on
 * their way, and the two cannot be compared yet.
 */
export type SealVerdict = "same" | "differs" | "lacks";

/**
 * Whether a push of a batch brings an acceptance to it, which is compared with what the authority holds. Asked first, so
 * that no content is read for any other step.
 */
export function bringsAcceptance(stored: Batch | undefined, merged: Batch): boolean {
  if (!isSealed(merged)) return false;
  return !stored || !isSealed(stored) || stored.seal?.digest !== merged.seal?.digest;
}

/** What an authority has of a batch's content, whether it stands or was withdrawn. */
export type ContentCount = { hasFile: (id: string) => boolean; records: number };

/** Whether records that were accepted are not there: one of the files, or fewer records than were counted. */
export function lacksContent(batch: Batch, { hasFile, records }: ContentCount): boolean {
  return batch.seal?.files.some(({ id }) => !hasFile(id)) === true || records < acceptedRecords(batch);
}

/** How many records were accepted, by the decision that bears the seal; none where none says. */
export function acceptedRecords({ seal, steps = [] }: Pick<Batch, "seal" | "steps">): number {
  return steps.findLast(({ decision }) => decision?.digest === seal?.digest)?.decision?.records ?? 0;
}

/** Whether content of which all is there is what was accepted. */
export function judgeSeal({ seal }: Batch, now: Seal): SealVerdict {
  return seal?.digest === now.digest ? "same" : "differs";
}

/** The clock at which a batch was accepted. */
export function sealedAt({ clocks }: Pick<Batch, "clocks">): Clock | undefined {
  const own: Partial<Record<string, Clock>> = clocks;
  return own["seal"] ?? own["*"];
}

/** Whether a ruling only says that what was accepted is not all there: who can wait is not refused but kept for it. */
export function waitsForContent(ruled: object, verdict: SealVerdict | undefined): boolean {
  return verdict === "lacks" && "refusal" in ruled && ruled.refusal === "seal-lacks";
}
