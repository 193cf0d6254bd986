import { expect, test } from "vitest";
import type { Role } from "#shared/archive/role.ts";
import type { DeskFault } from "#shared/contract/fault.ts";
import { noteHandlers } from "#electron/notes/note-handlers.ts";
import { withinUnit } from "#electron/people/within-unit.ts";
import { readReworks } from "#electron/rework/open-reworks.ts";
import { reworkHandlers } from "#electron/rework/rework-handlers.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";

const scope = "52.550.21952";
const start = Date.parse("2025-05-20T03:00:00Z");

function openDesk() {
  const journal = openTestJournal();
  journal.write("batches", [sampleBatch("batch-1", { scope, state: "checking" })], "screen");
  journal.write("batches", [sampleBatch("batch-2", { scope, number: "2025-002", state: "draft" })], "screen");
  journal.write("files", [sampleFile("file-1", { scope, batchId: "batch-1" })], "screen");
  journal.write("items", [sampleItem("item-1", { scope })], "screen");
  journal.write("pages", [samplePage("page-1", { scope, ordinal: 2 })], "screen");
  let who: { name: string; role: Role } = { name: "Lê Thị Kiểm", role: "checker" };
  let made = 0;
  const options = {
    journal,
    profile: () => ({ ...who, scope: "52.550" }),
    now: () => start + made * 60_000,
    newId: () => `note-${(made += 1)}`,
  };
  const handlers = reworkHandlers(options);
  const send = async (batchId = "batch-1") =>
    await handlers["rework.send"]({
      ...{ batchId, station: "capture", text: " Mờ, quét lại ", field: "" },
      pin: { on: "pages", id: "page-1", label: "P1.1, trang 2" },
    });
  const list = async (closed = false) => (await handlers["rework.list"]({ batchId: "", closed })).reworks;
  return {
    ...{ journal, handlers, notes: noteHandlers(options), send, list },
    as: (name: string, role: Role) => void (who = { name, role }),
  };
}

const codeOf = async (work: () => unknown) => {
  try {
    await work();
    return "";
  } catch (error) {
    return (error as DeskFault).code;
  }
};

test("goes to the station, comes back to the checker, and may go once more before it is closed", async () => {
  const { handlers, journal, send, list, as } = openDesk();
  expect(await send()).toEqual({ refusal: "" });
  const [sent] = await list();
  expect(sent).toMatchObject({
    stand: "open",
    head: { text: "Mờ, quét lại", by: "Lê Thị Kiểm", scope, station: "capture", pin: { id: "page-1" } },
    ...{ batch: { number: "2025-001" }, fileId: "file-1", itemId: "item-1", page: 2 },
  });
  const id = sent?.head.id ?? "";
  expect(readReworks(journal, "batch-1")).toEqual({ open: [id], closed: [] });
  expect(await handlers["rework.close"]({ id })).toEqual({ refusal: "not-answered" });

  as("Trần Văn Quét", "capture-operator");
  expect(await handlers["rework.answer"]({ id, outcome: "done", text: "Đã quét lại" })).toEqual({
    refusal: "",
  });
  expect((await list())[0]).toMatchObject({ stand: "answered", replies: [{ outcome: "done" }] });
  expect(await handlers["rework.answer"]({ id, outcome: "done", text: "x" })).toEqual({
    refusal: "not-open",
  });

  as("Lê Thị Kiểm", "checker");
  expect(await handlers["rework.again"]({ id, text: "Vẫn mờ" })).toEqual({ refusal: "" });
  expect((await list())[0]).toMatchObject({ stand: "open" });
  expect(await handlers["rework.again"]({ id, text: "Vẫn mờ" })).toEqual({ refusal: "not-answered" });
  as("Trần Văn Quét", "capture-operator");
  await handlers["rework.answer"]({ id, outcome: "cannot", text: "Giấy mủn" });

  as("Lê Thị Kiểm", "checker");
  expect(await handlers["rework.close"]({ id })).toEqual({ refusal: "" });
  expect(await list()).toEqual([]);
  expect((await list(true))[0]).toMatchObject({ stand: "closed", head: { solvedBy: "Lê Thị Kiểm" } });
  expect(readReworks(journal, "batch-1")).toEqual({ open: [], closed: [id] });
});

test("is answered by who works at its station, and closed by another than who answered", async () => {
  const { handlers, send, list, as } = openDesk();
  await send();
  const id = (await list())[0]?.head.id ?? "";
  as("Phạm Thị Xã", "commune-preparer");
  expect(await handlers["rework.answer"]({ id, outcome: "done", text: "x" })).toEqual({
    refusal: "not-your-role",
  });
  as("Võ Văn Huyện", "district-checker");
  await handlers["rework.answer"]({ id, outcome: "done", text: "Đã quét lại" });
  expect(await handlers["rework.close"]({ id })).toEqual({ refusal: "own-work" });
  as("Lê Thị Kiểm", "approver");
  expect(await handlers["rework.close"]({ id })).toEqual({ refusal: "" });
});

test("is sent while the batch is captured or checked, of what is there, with a reason", async () => {
  const { handlers, send, list, as } = openDesk();
  expect(await send("batch-2")).toEqual({ refusal: "batch-not-open" });
  as("Trần Văn Quét", "capture-operator");
  expect(await send()).toEqual({ refusal: "not-your-role" });
  as("Lê Thị Kiểm", "checker");
  const whole = { batchId: "batch-1", station: "indexing", field: "" } as const;
  const gone = { on: "items", id: "item-9", label: "P1.9" } as const;
  expect(await codeOf(() => handlers["rework.send"]({ ...whole, text: "x", pin: gone }))).toBe("not-found");
  expect(await codeOf(() => handlers["rework.send"]({ ...whole, text: "  ", pin: null }))).toBe("bad-call");
  expect(await codeOf(() => send("batch-9"))).toBe("not-found");
  expect(await list(true)).toEqual([]);
});

test("is no note that anybody settles or withdraws, nor listed among them", async () => {
  const { notes, send, list } = openDesk();
  await send();
  const id = (await list())[0]?.head.id ?? "";
  expect(await codeOf(() => notes["notes.solve"]({ id, solved: true }))).toBe("not-found");
  expect(await codeOf(() => notes["notes.withdraw"]({ id, reason: "x" }))).toBe("not-found");
  expect(await notes["notes.of"]({ subject: "batches", subjectId: "batch-1" })).toEqual({ notes: [] });
});

test("of another unit's batch is neither sent nor answered", async () => {
  const { journal, handlers, send, list } = openDesk();
  await send();
  const id = (await list())[0]?.head.id ?? "";
  const foreign = reworkHandlers({
    journal: withinUnit(journal, () => "52.551"),
    profile: () => ({ name: "Người ngoài", role: "district-checker", scope: "52.551" }),
    now: () => start,
    newId: () => "ngoai",
  });
  const whole = { batchId: "batch-1", station: "indexing", field: "", text: "x", pin: null } as const;
  expect(await codeOf(() => foreign["rework.send"](whole))).toBe("not-your-scope");
  expect(await codeOf(() => foreign["rework.answer"]({ id, outcome: "done", text: "x" }))).toBe(
    "not-your-scope",
  );
  expect((await handlers["rework.list"]({ batchId: "", closed: true })).reworks).toHaveLength(1);
});
