import { expect, onTestFinished, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import { openFacts } from "#electron/province/facts.ts";
import { openJournalStore } from "#electron/province/journal-store.ts";
import { listRefused } from "#electron/province/list-refused.ts";
import { outcomeOf } from "#electron/province/outcome-of.ts";
import { openSyncDatabase } from "#electron/province/sync-database.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleFile, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const now = Date.UTC(2025, 5, 1, 8);

function opened() {
  const journal = openTestJournal();
  const database = openSyncDatabase(temporaryFolder());
  onTestFinished(() => database.close());
  const store = openJournalStore(database, openFacts(database), journal, () => now);
  return { journal, store };
}

test("a record that was merged names the fields that are another's and this machine's, until it is edited again", () => {
  const { journal, store } = opened();
  const ask = () => outcomeOf(store, journal, "files", "file-1");
  const file = sampleFile("file-1");
  journal.write("files", [file], "screen");
  store.acknowledge("files", [file]);
  expect(ask()).toMatchObject({ state: "accepted", theirs: [], ours: [] });
  const own = editRecord(file, { note: "của máy này", box: "7" }, stampAt(10, "one"));
  journal.write("files", [own], "screen");
  const theirs = editRecord(file, { title: "Tên sửa nơi khác", box: "8" }, stampAt(20, "other"));
  store.merge("files", [{ ...theirs, _deleted: false }]);
  expect(ask()).toMatchObject({ state: "waiting" });
  const merged = journal.read("files", "file-1");
  expect(merged).toMatchObject({ note: "của máy này", box: "8", title: "Tên sửa nơi khác" });
  if (merged) store.acknowledge("files", [merged]);
  expect(ask()).toMatchObject({ state: "merged", theirs: ["box", "title"], ours: ["note"] });
  const again = editRecord(merged ?? file, { note: "sửa nữa" }, stampAt(30, "one"));
  journal.write("files", [again], "screen");
  store.acknowledge("files", [again]);
  expect(ask()).toMatchObject({ state: "accepted", theirs: [] });
});

test("what merely comes back, or older than here, is no merge", () => {
  const { journal, store } = opened();
  const file = sampleFile("file-1");
  journal.write("files", [file], "screen");
  const edited = editRecord(file, { note: "mới hơn" }, stampAt(10, "one"));
  journal.write("files", [edited], "screen");
  store.merge("files", [{ ...file, _deleted: false }]);
  store.merge("files", [{ ...edited, _deleted: false }]);
  expect(outcomeOf(store, journal, "files", "file-1")).toMatchObject({ state: "accepted" });
});

test("a record that is held names what it waits for, and why that is not there; filed, it leaves the list", () => {
  const { journal, store } = opened();
  const file = sampleFile("file-1", { code: "H05.1", title: "Hồ sơ họp" });
  const item = sampleItem("item-1", { fileId: "file-1" });
  journal.write("files", [file], "screen");
  journal.write("items", [item], "screen");
  const held = { id: "item-1", hash: hashOfRecord(item), code: "held" as const, detail: "files/file-1" };
  store.refuse("items", [held]);
  const waitsFor = { collection: "files", id: "file-1", label: "H05.1 – Hồ sơ họp" };
  expect(outcomeOf(store, journal, "items", "item-1")).toMatchObject({
    state: "held",
    waitsFor: { ...waitsFor, code: "" },
  });
  store.refuse("files", [{ id: "file-1", hash: hashOfRecord(file), code: "too-large", detail: "413" }]);
  expect(store.asideCounts()).toEqual({ refused: 1, held: 1 });
  expect(listRefused(store, journal)).toContainEqual(
    expect.objectContaining({ id: "item-1", code: "held", waitsFor: { ...waitsFor, code: "too-large" } }),
  );
  store.merge("items", [{ ...item, _deleted: false }]);
  expect(store.asideCounts()).toEqual({ refused: 1, held: 0 });
  expect(outcomeOf(store, journal, "items", "item-1")).toMatchObject({ state: "accepted" });
});
