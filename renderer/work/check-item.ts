import type { Batch } from "#shared/archive/batch.ts";
import {
  type CheckRefusal,
  checksOwnWork,
  refuseCheck,
  refuseChecking,
  writeMakers,
} from "#shared/archive/check.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import type { Role } from "#shared/archive/role.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { checkPage, stopOf, usualQuality } from "#shared/rules/capture-quality.ts";
import { isJudgedWhole } from "#shared/rules/judging.ts";
import { readStanding } from "#renderer/work/page-edits.ts";
import { changeRecord, type Work } from "#renderer/db/work.ts";

/**
 * Marks an item as checked by the person at work (`by` is another where one person plays all), or answers why it cannot
 * be: whoever captured of it does not.
 */
export async function checkItem(
  work: Work,
  itemId: string,
  as: Role = work.profile.role,
  quality = usualQuality,
  by = work.profile.name,
): Promise<Result<Item, CheckRefusal>> {
  const item = (await work.db.items.findOne(itemId).exec())?.toJSON() as Item | undefined;
  if (!item) return fail("not-captured");
  const pages = await readStanding(work, itemId);
  const { file, batch } = await placeOf(work, item);
  const whole = file !== undefined && isJudgedWhole(file, batch ?? noPlan);
  const refusal =
    refuseChecking(batch?.state ?? "draft", as) ??
    (file && isHeld(file) ? "file-held" : undefined) ??
    refuseCheck(
      item,
      pages.map((page) => page.hold),
      pages.map((page) => stopOf(page, checkPage(page, item.type, quality), whole)),
    );
  if (refusal) return fail(refusal);
  const makers = pages.map(({ capturedBy }) => capturedBy);
  if (checksOwnWork(by, makers)) return fail("own-work");
  // Said also where there is none of them, so that an earlier passing's do not stand for this one.
  return write(work, itemId, { checkedAt: work.now(), checkedBy: by, makers: writeMakers(makers) });
}

/** Takes the mark back, so that the item is to be checked again; or answers why it cannot be. */
export async function uncheckItem(
  work: Work,
  itemId: string,
  as: Role = work.profile.role,
): Promise<Result<Item, CheckRefusal>> {
  const item = (await work.db.items.findOne(itemId).exec())?.toJSON() as Item | undefined;
  if (!item) return fail("not-captured");
  const { batch } = await placeOf(work, item);
  const refusal = refuseChecking(batch?.state ?? "draft", as);
  return refusal ? fail(refusal) : write(work, itemId, { checkedAt: "", checkedBy: "" });
}

const noPlan = { samplePlan: "", sampleResult: "" } as const;

async function placeOf(work: Work, item: Item): Promise<{ file?: ArchiveFile; batch?: Batch }> {
  const file = (await work.db.files.findOne(item.fileId).exec())?.toJSON() as ArchiveFile | undefined;
  if (!file) return {};
  const batch = (await work.db.batches.findOne(file.batchId).exec())?.toJSON() as Batch | undefined;
  return batch ? { file, batch } : { file };
}

async function write(
  work: Work,
  itemId: string,
  changes: Pick<Item, "checkedAt" | "checkedBy" | "makers">,
): Promise<Result<Item, CheckRefusal>> {
  const changed = await changeRecord(work, "items", itemId, changes);
  return changed ? ok(changed) : fail("not-captured");
}
