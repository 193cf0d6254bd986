import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { bundledRules } from "#shared/rules/pack.ts";
import { claimHandlers } from "#electron/claims/claim-handlers.ts";
import { openLoopbackProvince } from "#tests/helpers/loopback-province.ts";
import { sampleBatch, sampleFile, sampleFonds } from "#tests/helpers/sample-records.ts";
import { openSyncDesk, type SyncDesk } from "#tests/helpers/sync-desk.ts";

function personAt(desk: SyncDesk, name: string, machine: string) {
  let made = 0;
  const handlers = claimHandlers({
    journal: desk.journal,
    profile: () => ({ name, role: "capture-operator", scope: "52.550" }),
    now: () => Date.now(),
    newId: () => `${machine}-${(made += 1)}`,
    machine: () => machine,
    rules: () => ({ data: bundledRules }),
  });
  const input = { subject: "batches", subjectId: "batch-1", station: "capturing", reason: "" } as const;
  return {
    take: async (reason = "") => (await handlers["claims.take"]({ ...input, reason })).refusal,
    release: async (id: string) => await handlers["claims.release"]({ id }),
    sees: async () =>
      (await handlers["claims.list"]({ batchId: "" })).claims
        .map(({ note, stand, machine: where, other }) => [note.by, where, stand, other?.by ?? ""])
        .sort(),
  };
}

test("two who took one batch on without a line both see, after it, who has it; the work of both is there", async () => {
  const province = await openLoopbackProvince();
  const lines = [await province.enrol("52.550"), await province.enrol("52.550")] as const;
  const one = await openSyncDesk(lines[0], { deviceId: "device-1" });
  const two = await openSyncDesk(lines[1], { deviceId: "device-2" });
  const files = [sampleFile("file-1", { batchId: "batch-1" }), sampleFile("file-2", { batchId: "batch-1" })];
  one.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  one.journal.write("batches", [sampleBatch("batch-1", { state: "capturing" })], "screen");
  one.journal.write("files", files, "screen");
  await one.until(({ equal, sentRecords }) => equal && sentRecords === 4);
  await two.until(({ equal, savedRecords }) => equal && savedRecords === 4);

  one.connect(undefined);
  two.connect(undefined);
  const quet = personAt(one, "Trần Văn Quét", "MAY-1");
  const mai = personAt(two, "Lê Thị Mai", "MAY-2");
  expect([await mai.take(), await quet.take()]).toEqual(["", ""]);
  const [first, second] = files;
  if (!first || !second) throw new Error("no files");
  one.journal.write("files", [editRecord(first, { box: "7" }, one.journal.stamp("Trần Văn Quét"))], "screen");
  two.journal.write("files", [editRecord(second, { box: "8" }, two.journal.stamp("Lê Thị Mai"))], "screen");
  expect(await quet.sees()).toEqual([["Trần Văn Quét", "MAY-1", "standing", ""]]);

  // Mai took it first by the clock; the province hears of Quét's first.
  one.connect(lines[0]);
  await one.until(({ equal, sentRecords, totalRecords }) => equal && sentRecords === totalRecords);
  two.connect(lines[1]);
  await two.until(({ equal }) => equal && two.journal.read("notes", "MAY-1-1") !== undefined);
  await one.until(({ equal }) => equal && one.journal.read("notes", "MAY-2-1") !== undefined);
  expect(await mai.sees()).toEqual([
    ["Lê Thị Mai", "MAY-2", "lost", "Trần Văn Quét"],
    ["Trần Văn Quét", "MAY-1", "standing", ""],
  ]);
  expect(await quet.sees()).toEqual([["Trần Văn Quét", "MAY-1", "standing", ""]]);
  for (const { journal } of [one, two]) {
    expect([journal.read("files", "file-1")?.box, journal.read("files", "file-2")?.box]).toEqual(["7", "8"]);
    expect(journal.read("notes", "MAY-2-1")).toMatchObject({ lostTo: "MAY-1-1", solvedAt: "" });
  }

  // Set aside, then taken over with a reason: the other is told, wherever they are.
  await mai.release("MAY-2-1");
  expect(await mai.take("Anh Quét đi tập huấn")).toBe("");
  await one.until(({ equal }) => equal && one.journal.read("notes", "MAY-2-2") !== undefined);
  expect(await quet.sees()).toEqual([
    ["Lê Thị Mai", "MAY-2", "standing", ""],
    ["Trần Văn Quét", "MAY-1", "taken", "Lê Thị Mai"],
  ]);
  expect(province.faults).toEqual([]);
});
