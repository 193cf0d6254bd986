import { changeRecord, type Work } from "#renderer/db/work.ts";

type Withdrawable = "fonds" | "files" | "items";

/** Why a record may not be withdrawn: its file travels in a batch, or it still holds records that count. */
export type WithdrawRefusal = "in-batch" | "not-empty" | "reason-missing" | "not-there";

/** Withdraws a record with its reason: it stays kept, and no longer counts. Answers why it may not be. */
export async function withdrawRecord(
  work: Work,
  collection: Withdrawable,
  id: string,
  reason: string,
): Promise<WithdrawRefusal | undefined> {
  const why = reason.normalize("NFC").trim().slice(0, 500);
  if (why === "") return "reason-missing";
  const refusal = await refuseWithdrawal(work, collection, id);
  if (refusal) return refusal;
  const changed = await changeRecord(work, collection, id, { withdrawn: why });
  return changed ? undefined : "not-there";
}

async function refuseWithdrawal(
  work: Work,
  collection: Withdrawable,
  id: string,
): Promise<WithdrawRefusal | undefined> {
  if (collection === "fonds") {
    const files = await work.db.files
      .find({ selector: { fondsId: id, withdrawn: "" }, index: ["fondsId", "code"], limit: 1 })
      .exec();
    return files.length > 0 ? "not-empty" : undefined;
  }
  const file = collection === "files" ? await work.db.files.findOne(id).exec() : await fileOfItem(work, id);
  if (!file) return "not-there";
  if (file.batchId === "") return undefined;
  const batch = await work.db.batches.findOne(file.batchId).exec();
  const open = !batch || batch.state === "draft" || batch.state === "returned";
  return open ? undefined : "in-batch";
}

async function fileOfItem(work: Work, itemId: string) {
  const item = await work.db.items.findOne(itemId).exec();
  return item ? work.db.files.findOne(item.fileId).exec() : null;
}
