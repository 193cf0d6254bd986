import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { CallInput } from "#shared/contract/desk.ts";
import type { ThreadRow } from "#shared/contract/notes.ts";
import { vi } from "#shared/text/vi.ts";
import { CallPeople } from "#renderer/app/call-people.tsx";
import { NotesBadge } from "#renderer/app/notes-badge.tsx";
import { NotesScreen } from "#renderer/features/notes/notes-screen.tsx";
import { sampleClaim } from "#tests/helpers/sample-claim.ts";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const words = vi.notes.list;
const row = (at: number, more: Partial<ThreadRow> = {}): ThreadRow => ({
  note: {
    ...sampleClaim(`note-${at}`, "batch-1", ""),
    ...{ kind: "question", text: `Còn tập ${at} không?`, by: "Lê Văn C", mentions: ["Trần Thị Xã"] },
  },
  place: { open: at === 1 ? "batches" : "files", id: `r${at}`, label: `P.${at}`, title: "Quyết định" },
  ...{ stand: "open", waits: at === 1, replies: 0, last: { by: "Lê Văn C", at: "2025-05-20T03:00:00.000Z" } },
  ...more,
});

test("threads name their record and open it, the arrows walk through them, and filters ask for others", async () => {
  const asked: CallInput<"notes.list">[] = [];
  const { desk } = answeringDesk({
    "notes.list": (input) => {
      asked.push(input);
      const rows = input.whose === "mine" ? [] : [row(1), row(2)];
      return { rows, total: rows.length, waiting: 1, authors: ["Lê Văn C"] };
    },
  });
  renderScreen(<NotesScreen />, { desk });
  await screen.findByText("Còn tập 1 không?");
  expect(asked[0]).toEqual({ kind: "", by: "", whose: "", stand: "open", from: 0 });
  const links = screen.getAllByRole("link");
  expect(links.map((link) => link.getAttribute("href"))).toEqual(["/batches/r1", "/inventory/file/r2"]);
  screen.getByText(words.waits);
  expect(await findBarriers()).toEqual([]);
  links[0]?.focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(links[1]);
  await userEvent.keyboard("{ArrowDown}{ArrowUp}");
  expect(document.activeElement).toBe(links[0]);
  await userEvent.click(screen.getByRole("radio", { name: words.ofWhom.mine }));
  await screen.findByText(words.none);
  expect(asked.at(-1)).toMatchObject({ whose: "mine", stand: "open" });
});

test("a note on a file opens the file's notes, one on a document within it the file", async () => {
  const of = (at: number, subject: "files" | "items") => row(at, { note: { ...row(at).note, subject } });
  const rows = [of(2, "files"), of(3, "items")];
  const { desk } = answeringDesk({ "notes.list": () => ({ rows, total: 2, waiting: 0, authors: [] }) });
  renderScreen(<NotesScreen />, { desk });
  await screen.findByText("Còn tập 2 không?");
  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual([
    "/inventory/file/r2/notes",
    "/inventory/file/r3",
  ]);
});

test("the rest of a long list is shown when it is asked for", async () => {
  const all = Array.from({ length: 70 }, (_, at) => row(at + 1));
  const { desk } = answeringDesk({
    "notes.list": ({ from }) => {
      return { rows: all.slice(from, from + 50), total: all.length, waiting: 0, authors: [] };
    },
  });
  renderScreen(<NotesScreen />, { desk });
  await screen.findByText("Còn tập 50 không?");
  await userEvent.click(screen.getByRole("button", { name: words.more }));
  await screen.findByText("Còn tập 70 không?");
  expect(screen.queryByRole("button", { name: words.more })).toBeNull();
});

test("how many wait is counted beside the place, and nothing where none do", async () => {
  let count = 3;
  const { desk, say } = answeringDesk({ "notes.waiting": () => ({ count, people: [] }) });
  renderScreen(<NotesBadge />, { desk });
  await screen.findByRole("img", { name: words.badge("3") });
  count = 0;
  say("records.changed", { collection: "notes" });
  await waitFor(() => expect(screen.queryByRole("img")).toBeNull());
});

test("a note calls people by name: each once, and not who writes", async () => {
  const work = await openWork();
  const { desk } = answeringDesk({ "notes.waiting": () => ({ count: 0, people: ["Trần Thị Xã"] }) });
  let called: readonly string[] = [];
  const onCalled = (names: readonly string[]) => (called = names);
  renderScreen(<CallPeople called={[]} onCalled={onCalled} />, { work, desk });
  const input = await screen.findByRole("combobox", { name: vi.notes.call });
  await userEvent.type(input, `${work.profile.name}{Enter}`);
  expect(called).toEqual([]);
  await userEvent.type(input, "Phạm Văn Duyệt{Enter}");
  expect(called).toEqual(["Phạm Văn Duyệt"]);
});
