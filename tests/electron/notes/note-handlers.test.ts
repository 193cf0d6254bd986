import { expect, test } from "vitest";
import type { Profile } from "#shared/archive/profile.ts";
import type { DeskFault } from "#shared/contract/fault.ts";
import { noteHandlers } from "#electron/notes/note-handlers.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile } from "#tests/helpers/sample-records.ts";

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
