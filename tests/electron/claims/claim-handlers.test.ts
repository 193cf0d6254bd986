import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { Role } from "#shared/archive/role.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { usualSteps } from "#shared/rules/batch-steps.ts";
import { claimHandlers } from "#electron/claims/claim-handlers.ts";
import { noteHandlers } from "#electron/notes/note-handlers.ts";
import { withinUnit } from "#electron/people/within-unit.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile } from "#tests/helpers/sample-records.ts";

const start = Date.parse("2025-05-20T03:00:00Z");
const hour = 3_600_000;

function openDesk(claimHours = 24) {
  const journal = openTestJournal();
  const batch = sampleBatch("batch-1", { state: "capturing" });
  journal.write("batches", [batch], "screen");
  journal.write("files", [sampleFile("file-1", { batchId: "batch-1", code: "P1.0001" })], "screen");
  let who: { name: string; role: Role } = { name: "Trần Văn Quét", role: "capture-operator" };
  let [now, made] = [start, 0];
  const options = {
    ...{ journal, now: () => now, newId: () => `claim-${(made += 1)}`, machine: () => "MAY-2" },
    profile: () => ({ ...who, scope: "52.550" }),
    rules: () => ({ data: { batchSteps: { ...usualSteps, claimHours } } }),
  };
  const handlers = claimHandlers(options);
  const take = async (more: Partial<CallInput<"claims.take">> = {}) =>
    (
      await handlers["claims.take"]({
        ...{ subject: "batches", subjectId: "batch-1", station: "capturing", reason: "", ...more },
      })
    ).refusal;
  const list = async (batchId = "") => (await handlers["claims.list"]({ batchId })).claims;
  const stands = async () => (await list()).map(({ note, stand, own }) => [note.by, stand, own]);
  return {
    ...{ journal, batch, handlers, take, list, stands, options },
    as: (name: string, role: Role = "capture-operator") => void (who = { name, role }),
    later: (ms: number) => void (now += ms),
  };
}

test("says who took work on, at which machine, since when and until when, and lets it go again", async () => {
  const { take, list, stands, handlers, as } = openDesk();
  expect(await take()).toBe("");
  expect(await take()).toBe("own-already");
  expect(await list("batch-1")).toMatchObject([
    {
      ...{ station: "capturing", machine: "MAY-2", stand: "standing", own: true, other: null, fileCode: "" },
      ...{ until: "2025-05-21T03:00:00.000Z", batch: { number: "2025-001", state: "capturing" } },
      note: { by: "Trần Văn Quét", at: "2025-05-20T03:00:00.000Z" },
    },
  ]);
  as("Lê Thị Mai");
  expect(await stands()).toEqual([["Trần Văn Quét", "standing", false]]);
  expect(await list("batch-2")).toEqual([]);
  const release = async () => await handlers["claims.release"]({ id: "claim-1" });
  await expect(Promise.resolve().then(release)).rejects.toMatchObject({ code: "not-your-role" });
  as("Trần Văn Quét");
  await release();
  expect(await list()).toEqual([]);
  as("Lê Thị Mai");
  expect(await take()).toBe("");
});

test("is taken over with a reason alone; who had it is told, until they set it aside", async () => {
  const { take, stands, list, handlers, as } = openDesk();
  await take();
  as("Lê Thị Mai");
  expect(await take({ reason: "  " })).toBe("claimed");
  expect(await take({ reason: "Anh Quét nghỉ ốm" })).toBe("");
  expect(await stands()).toEqual([["Lê Thị Mai", "standing", true]]);
  as("Trần Văn Quét");
  expect((await list()).find(({ own }) => own)).toMatchObject({
    ...{ stand: "taken", other: { by: "Lê Thị Mai", machine: "MAY-2" } },
  });
  await handlers["claims.release"]({ id: "claim-1" });
  expect(await stands()).toEqual([["Lê Thị Mai", "standing", false]]);
});

test("ends with its step, for good, and with its time", async () => {
  const { take, stands, journal, batch, later, as } = openDesk(2);
  await take();
  await take({ subject: "files", subjectId: "file-1" });
  const step = (to: "checking" | "capturing", at: string) =>
    ({ to, at, by: "A", role: "checker", reason: "" }) as const;
  const on = step("checking", "2025-05-20T03:30:00.000Z");
  const checking = editRecord(batch, { state: "checking", steps: [on] }, journal.stamp("A"));
  journal.write("batches", [checking], "screen");
  expect(await stands()).toEqual([]);
  const back = [on, step("capturing", "2025-05-20T03:40:00.000Z")];
  journal.write(
    "batches",
    [editRecord(checking, { state: "capturing", steps: back }, journal.stamp("A"))],
    "screen",
  );
  expect(await stands()).toEqual([]);
  later(hour);
  expect(await take()).toBe("");
  later(2 * hour);
  expect(await stands()).toEqual([["Trần Văn Quét", "expired", true]]);
  as("Lê Thị Mai");
  expect(await stands()).toEqual([]);
  expect(await take()).toBe("");
});

test("is for who works at the station where the batch is, of their own unit", async () => {
  const { take, as, options, journal } = openDesk();
  expect(await take({ station: "checking" })).toBe("not-your-role");
  as("Lê Thị Kiểm", "checker");
  expect(await take({ station: "checking" })).toBe("not-at-station");
  expect(await take()).toBe("not-your-role");
  await expect(Promise.resolve().then(() => take({ subjectId: "nobody" }))).rejects.toThrow(DeskFault);
  const outside = { name: "Người xã khác", role: "capture-operator" as const, scope: "52.551" };
  const within = withinUnit(journal, () => outside.scope);
  const foreign = claimHandlers({ ...options, profile: () => outside, journal: within });
  const input = { subject: "batches", subjectId: "batch-1", station: "capturing", reason: "" } as const;
  await expect(Promise.resolve().then(() => foreign["claims.take"](input))).rejects.toMatchObject({
    code: "not-your-scope",
  });
});

test("is none of the notes that people read and answer", async () => {
  const { take, options } = openDesk();
  await take();
  const notes = noteHandlers(options);
  expect(await notes["notes.of"]({ subject: "batches", subjectId: "batch-1" })).toEqual({ notes: [] });
});
