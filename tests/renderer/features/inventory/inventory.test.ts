import { describe, expect, it } from "vitest";
import { emptyFondsDraft } from "#shared/inventory/fonds-draft.ts";
import { nextFileDraft } from "#shared/inventory/file-draft.ts";
import { nextItemDraft } from "#shared/inventory/item-draft.ts";
import { saveFile } from "#renderer/features/inventory/save-file.ts";
import { saveFonds } from "#renderer/features/inventory/save-fonds.ts";
import { saveItem } from "#renderer/features/inventory/save-item.ts";
import { suggestCode, suggestOrdinal } from "#renderer/features/inventory/suggest-next.ts";
import { withdrawRecord } from "#renderer/features/inventory/withdraw-record.ts";
import { addRecords, changeRecord, type Work } from "#renderer/db/work.ts";
import { keepHistory } from "#renderer/work/history.ts";
import { restoreRecords } from "#renderer/work/restore-records.ts";
import { sampleBatch } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

const preparer = { name: "Nguyễn Thị Hoa", role: "commune-preparer", scope: "52.550.21952" } as const;
const doing = { history: keepHistory(), label: "Sửa" };
const fileDraft = { ...nextFileDraft(), code: "H05.01.0001", title: "Hồ sơ giao đất" };
const itemDraft = { ...nextItemDraft(1), subject: "Quyết định giao đất" };

function value<Value>(answer: { ok: true; value: Value } | { ok: false; fault: unknown }): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value;
}

async function openInventory(): Promise<{ work: Work; fondsId: string; fileId: string }> {
  const work = await openWork(preparer);
  const fonds = value(
    await saveFonds(work, doing, { ...emptyFondsDraft, code: "H05", name: "UBND xã" }, preparer.scope),
  );
  const file = value(await saveFile(work, doing, fonds.id, fileDraft));
  return { work, fondsId: fonds.id, fileId: file.id };
}

describe("entering the inventory", () => {
  it("writes records of the commune's scope, and follows each to the journal", async () => {
    const { work, fileId } = await openInventory();
    const file = await work.db.files.findOne(fileId).exec();
    expect(file?.toJSON()).toMatchObject({ scope: preparer.scope, title: "Hồ sơ giao đất", withdrawn: "" });
    expect(work.saving.state().pending).toBe(2);
  });

  it("refuses a code that stands in the fonds, and takes one whose file was withdrawn", async () => {
    const { work, fondsId, fileId } = await openInventory();
    expect(await saveFile(work, doing, fondsId, fileDraft)).toMatchObject({
      ok: false,
      fault: [{ code: "code-twice" }],
    });
    expect((await saveFile(work, doing, fondsId, { ...fileDraft, title: "Tên mới" }, fileId)).ok).toBe(true);
    expect(await withdrawRecord(work, "files", fileId, "nhập nhầm")).toBeUndefined();
    expect((await saveFile(work, doing, fondsId, fileDraft)).ok).toBe(true);
  });

  it("writes nothing while anything is wrong", async () => {
    const { work, fondsId } = await openInventory();
    const answer = await saveFile(work, doing, fondsId, {
      ...fileDraft,
      code: "H05.01.0002",
      leafCount: "nhiều",
    });
    expect(answer.ok).toBe(false);
    expect(await work.db.files.find().exec()).toHaveLength(1);
  });

  it("refuses an ordinal twice, and suggests the next code and ordinal", async () => {
    const { work, fondsId, fileId } = await openInventory();
    const file = { id: fileId, scope: preparer.scope };
    value(await saveItem(work, doing, file, { ...itemDraft, ordinal: "3" }));
    expect(await saveItem(work, doing, file, { ...itemDraft, ordinal: " 3 " })).toMatchObject({
      ok: false,
      fault: [{ field: "ordinal", code: "ordinal-twice" }],
    });
    expect(await suggestOrdinal(work, fileId)).toBe(4);
    expect(await suggestCode(work, fondsId)).toBe("H05.01.0002");
  });
});

describe("withdrawing", () => {
  it("keeps the record with its reason, and can be undone", async () => {
    const { work, fileId } = await openInventory();
    expect(await withdrawRecord(work, "files", fileId, "  ")).toBe("reason-missing");
    await withdrawRecord(work, "files", fileId, "nhập nhầm");
    expect((await work.db.files.findOne(fileId).exec())?.withdrawn).toBe("nhập nhầm");
    await restoreRecords(work, keepHistory(), "khôi phục", [{ collection: "files", id: fileId }]);
    expect((await work.db.files.findOne(fileId).exec())?.withdrawn).toBe("");
  });

  it("refuses a fonds that holds files, and a file or item of a batch that was handed over", async () => {
    const { work, fondsId, fileId } = await openInventory();
    expect(await withdrawRecord(work, "fonds", fondsId, "nhầm")).toBe("not-empty");
    const item = value(await saveItem(work, doing, { id: fileId, scope: preparer.scope }, itemDraft));
    await addRecords(work, "batches", [sampleBatch("b1", { state: "handed-over" })]);
    await changeRecord(work, "files", fileId, { batchId: "b1" });
    expect(await withdrawRecord(work, "files", fileId, "nhầm")).toBe("in-batch");
    expect(await withdrawRecord(work, "items", item.id, "nhầm")).toBe("in-batch");
    await changeRecord(work, "batches", "b1", { state: "returned" });
    expect(await withdrawRecord(work, "items", item.id, "nhầm")).toBeUndefined();
  });
});
