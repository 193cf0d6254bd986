import { expect, test } from "vitest";
import type { Profile } from "#shared/archive/profile.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import { noteHandlers } from "#electron/notes/note-handlers.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleClaim } from "#tests/helpers/sample-claim.ts";
import { sampleBatch, sampleFile } from "#tests/helpers/sample-records.ts";

const here = "52.550.21952";

function openThreads() {
  const journal = openTestJournal();
  journal.write("files", [sampleFile("file-1"), sampleFile("file-2", { scope: "52.550.21955" })], "screen");
  journal.write("batches", [sampleBatch("batch-1")], "screen");
  let who: Profile = { name: "Lê Văn C", role: "commune-preparer", scope: here };
  let made = 0;
  const read: number[] = [];
  const counted = {
    ...journal,
    pull: ((...asked) => {
      const page = journal.pull(...asked);
      read.push(page.documents.length);
      return page;
    }) as typeof journal.pull,
  };
  const handlers = noteHandlers({
    ...{ journal: counted, profile: () => who },
    now: () => Date.parse("2025-05-20T03:00:00Z") + made * 60_000,
    newId: () => `note-${(made += 1)}`,
  });
  const write = async (text: string, more: Partial<CallInput<"notes.write">> = {}) => {
    const about = { subject: "files" as const, subjectId: "file-1", kind: "question" as const };
    return (await handlers["notes.write"]({ ...about, text, answers: "", ...more })).note.id;
  };
  const list = async (narrow: Partial<CallInput<"notes.list">> = {}) => {
    const wanted = { kind: "", by: "", whose: "", stand: "", from: 0, ...narrow } as const;
    return await handlers["notes.list"](wanted);
  };
  const texts = async (narrow: Partial<CallInput<"notes.list">> = {}) =>
    (await list(narrow)).rows.map(({ note }) => note.text);
  const as = (name: string, scope = here) => (who = { ...who, name, scope });
  return { journal, handlers, write, list, texts, as, read };
}

test("threads of all records are listed, the latest first, narrowed by kind, author, whose and state", async () => {
  const { write, texts, list, as, handlers } = openThreads();
  const asked = await write("Còn tập 2 không?", { mentions: ["Trần Thị Xã", "Lê Văn C"] });
  await write("Bìa đã rách", { kind: "note" });
  as("Trần Thị Xã");
  await write("Sai năm", { kind: "correction", subject: "batches", subjectId: "batch-1" });
  expect(await texts()).toEqual(["Sai năm", "Bìa đã rách", "Còn tập 2 không?"]);
  expect(await texts({ stand: "open" })).toEqual(["Sai năm", "Còn tập 2 không?"]);
  expect(await texts({ stand: "noted" })).toEqual(["Bìa đã rách"]);
  expect(await texts({ kind: "correction" })).toEqual(["Sai năm"]);
  expect(await texts({ by: "Lê Văn C", stand: "open" })).toEqual(["Còn tập 2 không?"]);
  expect(await texts({ whose: "mine" })).toEqual(["Sai năm"]);
  expect(await texts({ whose: "me" })).toEqual(["Còn tập 2 không?"]);
  const { rows, waiting, authors } = await list({ whose: "me" });
  expect(rows[0]).toMatchObject({
    ...{ waits: true, stand: "open", replies: 0, last: { by: "Lê Văn C" } },
    place: { open: "files", id: "file-1", label: "H05.01.file-1" },
    note: { mentions: ["Trần Thị Xã"] },
  });
  expect([waiting, authors]).toEqual([1, ["Lê Văn C", "Trần Thị Xã"]]);
  expect(await handlers["notes.waiting"]({})).toEqual({ count: 1, people: ["Lê Văn C"] });
  // An answer brings the thread up, and it waits no more.
  await write("Có, ở kho xã", { kind: "answer", answers: asked });
  expect((await texts())[0]).toBe("Còn tập 2 không?");
  expect(await handlers["notes.waiting"]({})).toMatchObject({ count: 0 });
  await handlers["notes.solve"]({ id: asked, solved: true });
  expect(await texts({ stand: "settled" })).toEqual(["Còn tập 2 không?"]);
});

test("what is another unit's, was withdrawn, or holds a place for work is not listed", async () => {
  const { journal, write, texts, as, handlers } = openThreads();
  as("Cán bộ huyện", "52.550");
  await write("Của xã khác", { subjectId: "file-2" });
  const gone = await write("Viết nhầm");
  await handlers["notes.withdraw"]({ id: gone, reason: "nhầm" });
  journal.write("notes", [sampleClaim("claim-1", "batch-1", "Lê Văn C")], "screen");
  expect(await texts()).toEqual(["Của xã khác"]);
  as("Lê Văn C");
  expect(await texts()).toEqual([]);
});

test("after the first reading only what changed is read, and pages follow each other without a gap", async () => {
  const { write, list, read } = openThreads();
  for (let at = 0; at < 120; at += 1) await write(`Câu hỏi ${at}`);
  const seen = [];
  for (const from of [0, 50, 100]) seen.push(...(await list({ from })).rows.map(({ note }) => note.text));
  expect(new Set(seen).size).toBe(120);
  expect((await list()).total).toBe(120);
  read.length = 0;
  await write("Mới");
  expect((await list()).rows[0]?.note.text).toBe("Mới");
  expect(read).toEqual([1, 0]);
});
