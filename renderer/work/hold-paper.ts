import type { Batch } from "#shared/archive/batch.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { type HoldRefusal, type PaperHold, refuseHold } from "#shared/archive/paper-hold.ts";
import { changeRecords } from "#renderer/db/change-records.ts";
import type { Work } from "#renderer/db/work.ts";

export type HoldAnswer = { changed: number; refused: Partial<Record<HoldRefusal, number>> };

/**
 * Keeps items, files or batches back, or lets them go on (empty `code`), and notes who, when and why. Each is asked by
 * itself: one that may not be changed stops none of the others. Answers exact counts.
 */
export async function holdPaper(
  work: Work,
  collection: "items" | "files" | "batches",
  ids: readonly string[],
  code: PaperHold["code"],
  reason = "",
): Promise<HoldAnswer> {
  const why = reason.normalize("NFC").trim();
  const held: PaperHold = { code, why, at: work.now(), by: work.profile.name };
  const refusals = new Map<string, HoldRefusal>();
  const changes = await changeRecords(work, collection, ids, (record) => {
    const refusal = refuseHold(record as Item | ArchiveFile | Batch, code, why, work.profile.role);
    if (!refusal) {
      refusals.delete(record.id);
      return { held };
    }
    refusals.set(record.id, refusal);
    return {};
  });
  const refused: HoldAnswer["refused"] = {};
  for (const refusal of refusals.values()) refused[refusal] = (refused[refusal] ?? 0) + 1;
  return { changed: changes.length, refused };
}
