import { describe, expect, it } from "vitest";
import type { Item } from "#shared/archive/item.ts";
import {
  filledFrom,
  keepAllEdits,
  keepOneEdits,
  refuseSettling,
} from "#renderer/features/review/settle-duplicates.ts";
import { writeRanges } from "#renderer/features/review/write-ranges.ts";
import { addRecords } from "#renderer/db/work.ts";
import { keepHistory, recordChanges, undoStep } from "#renderer/work/history.ts";
import { sampleBatch, sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

const kept = sampleItem("a", { signer: "", note: "Bản chính", pageCount: 0, keptBecause: "" });
const other = sampleItem("b", { signer: "Trần Văn Mẫu", note: "Bản sao", pageCount: 4, leaves: "7-8" });

async function openFiles(state: "draft" | "handed-over") {
  const work = await openWork();
  await addRecords(work, "files", [sampleFile("file-1", { batchId: "batch-1" })]);
  await addRecords(work, "batches", [sampleBatch("batch-1", { state })]);
  await addRecords(work, "items", [kept, other]);
  return work;
}

describe("keeping one copy", () => {
  it("fills what is blank in it, and never its place, leaves or scan", () => {
    expect(filledFrom(kept, [other])).toEqual({ signer: "Trần Văn Mẫu", pageCount: 4 });
    expect(filledFrom({ ...kept, leaves: "" }, [other])).not.toHaveProperty("leaves");
  });

  it("withdraws the others with the reason, as one step that is undone whole", async () => {
    const work = await openFiles("draft");
    const history = keepHistory();
    await recordChanges(work, history, "Rút", keepOneEdits([kept, other], "a", "  Bản trùng "));
    const read = async (id: string) => (await work.db.items.findOne(id).exec())?.toJSON() as Item;
    expect(await read("a")).toMatchObject({ signer: "Trần Văn Mẫu", note: "Bản chính", withdrawn: "" });
    expect(await read("b")).toMatchObject({ withdrawn: "Bản trùng" });
    await undoStep(work, history);
    expect(await read("a")).toMatchObject({ signer: "", pageCount: 0 });
    expect(await read("b")).toMatchObject({ withdrawn: "" });
  });

  it.each([
    ["draft", "Bản trùng", undefined],
    ["draft", "  ", "reason-missing"],
    ["handed-over", "Bản trùng", "in-batch"],
  ] as const)("in a batch that is %s for the reason %j is refused: %s", async (state, reason, refusal) => {
    expect(await refuseSettling(await openFiles(state), [other], reason)).toBe(refusal);
  });

  it("is refused where the file of a copy is not there", async () => {
    const work = await openFiles("draft");
    expect(await refuseSettling(work, [{ ...other, fileId: "elsewhere" }], "x")).toBe("not-there");
  });
});

it("keeping all gives a reason to those that have none", () => {
  const justified = { ...other, keptBecause: "Khác nơi nhận" };
  expect(keepAllEdits([kept, justified], " Lưu hai nơi ")).toEqual([
    { collection: "items", id: "a", fields: { keptBecause: "Lưu hai nơi" } },
  ]);
});

it("ranges are written as people write them", () => {
  const ranges = [
    [12, 12],
    [15, 18],
    [20, 21],
  ] as const;
  expect(writeRanges(ranges, 2)).toEqual({ text: "12, 15–18", left: 1 });
  expect(writeRanges(ranges, 9)).toEqual({ text: "12, 15–18, 20–21", left: 0 });
});
