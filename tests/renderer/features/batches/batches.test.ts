import { describe, expect, it } from "vitest";
import { filterFiles, readFreeFiles } from "#renderer/features/batches/free-files.ts";
import { makeBatch } from "#renderer/features/batches/make-batch.ts";
import { openForFiles, putFiles, takeOutFiles } from "#renderer/features/batches/put-files.ts";
import { addRecords, changeRecord } from "#renderer/db/work.ts";
import { moveBatch } from "#renderer/work/move-batch.ts";
import { takeFilesBack } from "#renderer/work/take-files-back.ts";
import { sampleBatch, sampleFile } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

const preparer = { name: "Nguyễn Thị Hoa", role: "commune-preparer", scope: "52.550.21952" } as const;

async function openFiles(count: number) {
  const work = await openWork(preparer);
  const files = Array.from({ length: count }, (_, at) =>
    sampleFile(`f${at}`, { code: `H05.${String(at).padStart(5, "0")}` }),
  );
  await addRecords(work, "files", files);
  const made = await makeBatch(work, { name: "Đợt địa chính", note: "" });
  if (!made.ok) throw new Error("not made");
  return { work, batch: made.value, ids: files.map((file) => file.id) };
}

describe("making a batch", () => {
  it("numbers it within the unit and year", async () => {
    const { work, batch } = await openFiles(0);
    expect(batch).toMatchObject({ number: "2025-001", state: "draft", scope: preparer.scope });
    await addRecords(work, "batches", [sampleBatch("other", { scope: "52.550.21955", number: "2025-040" })]);
    expect(await makeBatch(work, { name: "Đợt sau", note: "" })).toMatchObject({
      value: { number: "2025-002" },
    });
    expect(await makeBatch(work, { name: " ", note: "" })).toMatchObject({ ok: false });
  });
});

describe("putting files into a batch", () => {
  it("says exactly how many went in, and leaves those of another batch", async () => {
    const { work, batch, ids } = await openFiles(3);
    await changeRecord(work, "files", "f1", { batchId: "another" });
    expect(await putFiles(work, batch.id, ids)).toMatchObject({ changed: 2, left: 1 });
    expect((await work.db.files.findOne("f1").exec())?.batchId).toBe("another");
    expect(await takeOutFiles(work, batch.id, ids)).toMatchObject({ changed: 2, left: 1 });
  });

  it("is taken back as one, but for what somebody changed since or while the batch went on", async () => {
    const { work, batch, ids } = await openFiles(3);
    const { changes } = await putFiles(work, batch.id, ids);
    await takeOutFiles(work, batch.id, ["f1"]);
    expect(await takeFilesBack(work, batch.id, changes, openForFiles)).toEqual({ changed: 2, left: 1 });
    expect(await readFreeFiles(work, "fonds-1")).toHaveLength(3);
    const again = await putFiles(work, batch.id, ids);
    await moveBatch(work, batch.id, "handed-over");
    expect(await takeFilesBack(work, batch.id, again.changes, openForFiles)).toEqual({ changed: 0, left: 3 });
    expect(await readFreeFiles(work, "fonds-1")).toEqual([]);
  });

  it("is over once the batch was handed over", async () => {
    const { work, batch, ids } = await openFiles(2);
    expect(await moveBatch(work, batch.id, "handed-over")).toMatchObject({ ok: false, fault: "batch-empty" });
    await putFiles(work, batch.id, ["f0"]);
    expect((await moveBatch(work, batch.id, "handed-over")).ok).toBe(true);
    expect(await putFiles(work, batch.id, ids)).toMatchObject({ changed: 0, left: 2 });
    expect(await takeOutFiles(work, batch.id, ["f0"])).toMatchObject({ changed: 0, left: 1 });
  });

  it("offers every file that is in no batch, past one slice of reading", async () => {
    const { work, batch } = await openFiles(1203);
    await putFiles(work, batch.id, ["f7"]);
    await changeRecord(work, "files", "f8", { withdrawn: "nhầm" });
    const free = await readFreeFiles(work, "fonds-1");
    expect(free).toHaveLength(1201);
    expect(new Set(free.map((file) => file.id)).size).toBe(1201);
    expect(filterFiles(free, "dia chinh 01200").map((file) => file.code)).toEqual(["H05.01200"]);
  });
});
