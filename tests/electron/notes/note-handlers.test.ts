import { expect, test } from "vitest";
import type { Profile } from "#shared/archive/profile.ts";
import type { DeskFault } from "#shared/contract/fault.ts";
import { noteHandlers } from "#electron/notes/note-handlers.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";

const start = Date.parse("2025-05-20T03:00:00Z");

function openNotes() {
  const journal = openTestJournal();
  const scope = "52.550.21952";
  journal.write("files", [sampleFile("file-1", { scope })], "screen");
  journal.write("batches", [sampleBatch("batch-1", { scope })], "screen");
  let name = "Lê Văn C";
  let made = 0;
  const handlers = noteHandlers({
    journal,
    profile: (): Profile => ({ name, role: "district-checker", scope: "52.550" }),
    now: () => start + made * 60_000,
    newId: () => `note-${(made += 1)}`,
  });
  const write = async (text: string, more: { answers?: string; subjectId?: string } = {}) =>
    await handlers["notes.write"]({
      ...{ subject: "files", subjectId: "file-1", kind: more.answers ? "answer" : "question", text },
      ...{ answers: "", ...more },
    });
  const texts = async () =>
    (await handlers["notes.of"]({ subject: "files", subjectId: "file-1" })).notes.map(({ text }) => text);
  return { journal, handlers, write, texts, as: (who: string) => (name = who) };
}

const codeOf = async (work: () => unknown) => {
  try {
    await work();
    return "";
  } catch (error) {
    return (error as DeskFault).code;
  }
};

test("notes stand under their record in the order of writing, with who wrote them and of its unit", async () => {
  const { write, texts, as, handlers } = openNotes();
  const { note } = await write("  Còn tập 2 không?  ");
  expect(note).toMatchObject({ text: "Còn tập 2 không?", by: "Lê Văn C", scope: "52.550.21952" });
  as("Trần Thị Xã");
  await write("Có, đang ở xã", { answers: note.id });
  expect(await texts()).toEqual(["Còn tập 2 không?", "Có, đang ở xã"]);
  expect((await handlers["notes.of"]({ subject: "batches", subjectId: "batch-1" })).notes).toEqual([]);
});

test("another may settle a question and open it again, and whose it is stays", async () => {
  const { write, handlers, as, journal } = openNotes();
  const { note } = await write("Còn tập 2 không?");
  as("Trần Thị Xã");
  await handlers["notes.solve"]({ id: note.id, solved: true });
  expect(journal.read("notes", note.id)).toMatchObject({ by: "Lê Văn C", solvedBy: "Trần Thị Xã" });
  await handlers["notes.solve"]({ id: note.id, solved: false });
  expect(journal.read("notes", note.id)).toMatchObject({ solvedAt: "", solvedBy: "" });
});

test("only one's own note is withdrawn, with a reason; what is not there, empty or misplaced is refused", async () => {
  const { write, handlers, as, texts, journal } = openNotes();
  const { note } = await write("Nhầm hồ sơ");
  as("Trần Thị Xã");
  expect(await codeOf(() => handlers["notes.withdraw"]({ id: note.id, reason: "x" }))).toBe("not-your-role");
  as("Lê Văn C");
  await handlers["notes.withdraw"]({ id: note.id, reason: "Nhầm" });
  expect(await texts()).toEqual([]);
  expect(journal.read("notes", note.id)?.withdrawn).toBe("Nhầm");
  expect(await codeOf(() => handlers["notes.solve"]({ id: note.id, solved: true }))).toBe("not-found");
  expect(await codeOf(() => write("x", { subjectId: "file-9" }))).toBe("not-found");
  expect(await codeOf(() => write("   "))).toBe("bad-call");
  const other = await handlers["notes.write"]({
    ...{ subject: "batches", subjectId: "batch-1", kind: "note", text: "Đợt này gấp", answers: "" },
  });
  expect(await codeOf(() => write("Trả lời nhầm chỗ", { answers: other.note.id }))).toBe("bad-call");
});

test("an item and each of its pages have threads of their own, of their unit, counted together", async () => {
  const { journal, handlers, as } = openNotes();
  const scope = "52.550.21952";
  journal.write("items", [sampleItem("item-1", { scope, fileId: "file-1" })], "screen");
  const page = (id: string, ordinal: number, withdrawn = "") =>
    samplePage(id, { scope, itemId: "item-1", ordinal, withdrawn });
  journal.write("pages", [page("p2", 2), page("p1", 1), page("gone", 3, "quét lại")], "screen");
  const write = async (
    subject: "items" | "pages",
    subjectId: string,
    text: string,
    more: { answers?: string; kind?: "note" | "question" | "answer" } = {},
  ) =>
    (await handlers["notes.write"]({ subject, subjectId, kind: "question", text, answers: "", ...more }))
      .note;
  const asked = await write("items", "item-1", "Sai ngày?");
  await write("items", "item-1", "Bìa cứng", { kind: "note" });
  const onPage = await write("pages", "p2", "Mép trái bị cắt?");
  expect([asked.scope, onPage.scope]).toEqual([scope, scope]);
  as("Trần Thị Xã");
  await write("pages", "p2", "Đã quét lại", { answers: onPage.id, kind: "answer" });
  const counts = async () => (await handlers["notes.onItem"]({ itemId: "item-1" })).counts;
  expect(await counts()).toEqual([
    { id: "item-1", page: 0, all: 2, open: 1 },
    { id: "p1", page: 1, all: 0, open: 0 },
    { id: "p2", page: 2, all: 1, open: 1 },
  ]);
  await handlers["notes.solve"]({ id: onPage.id, solved: true });
  expect((await counts())[2]).toMatchObject({ all: 1, open: 0 });
  const notesOn = async (subject: "items" | "pages", subjectId: string) =>
    (await handlers["notes.of"]({ subject, subjectId })).notes.map(({ text }) => text);
  expect(await notesOn("pages", "p2")).toEqual(["Mép trái bị cắt?", "Đã quét lại"]);
  expect(await notesOn("items", "p2")).toEqual([]);
  const answers = {
    subject: "pages",
    subjectId: "p1",
    kind: "answer",
    text: "x",
    answers: onPage.id,
  } as const;
  expect(await codeOf(() => handlers["notes.write"](answers))).toBe("bad-call");
  expect(await codeOf(() => handlers["notes.onItem"]({ itemId: "none" }))).toBe("not-found");
  const listed = await handlers["notes.list"]({ kind: "", by: "", whose: "", stand: "", from: 0 });
  expect(listed.rows.map(({ place }) => [place.label, place.itemId, place.page])).toEqual([
    ["H05.01.file-1.1", "item-1", 2],
    ["H05.01.file-1.1", "item-1", undefined],
    ["H05.01.file-1.1", "item-1", undefined],
  ]);
});
