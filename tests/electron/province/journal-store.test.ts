import { expect, onTestFinished, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { openFacts } from "#electron/province/facts.ts";
import { openJournalStore } from "#electron/province/journal-store.ts";
import { openSyncDatabase } from "#electron/province/sync-database.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleFile, stampAt } from "#tests/helpers/sample-records.ts";

const file = sampleFile("file-1");
const by = (person: string, ms: number, device = "screen") => ({ ...stampAt(ms, device), by: person });

function openStore() {
  const journal = openTestJournal();
  const database = openSyncDatabase(journal.folder);
  onTestFinished(() => database.close());
  return { journal, store: openJournalStore(database, openFacts(database), journal, () => 0) };
}

test("the answer to a push is no news: what the next person at this desk wrote over it meanwhile is no conflict", () => {
  const { journal, store } = openStore();
  store.merge("files", [file]);
  const first = editRecord(file, { title: "Của người ca sáng" }, by("Lan", 10));
  journal.write("files", [first], "screen");
  journal.write("files", [editRecord(first, { title: "Của người ca chiều" }, by("Minh", 20))], "screen");
  store.acknowledge("files", [first]);
  expect(journal.count("conflicts")).toBe(0);
  expect(store.base("files", file)).toEqual(first.clocks);
});

test("what was written while a push was under way is a conflict with what its answer brings; what was pushed is none", () => {
  const { journal, store } = openStore();
  store.merge("files", [file]);
  const pushed = editRecord(file, { box: "14" }, by("Lan", 10));
  journal.write("files", [pushed], "screen");
  journal.write("files", [editRecord(pushed, { title: "Của Lan" }, by("Lan", 20))], "screen");
  const changes = { title: "Của Minh", box: "15" };
  const there = editRecord(pushed, changes, by("Minh", 30, "device-2"));
  store.merge("files", [there], [pushed]);
  expect(journal.read("files", "file-1")).toMatchObject(changes);
  const [conflict, ...others] = journal.children("conflicts", "file-1");
  expect(others).toEqual([]);
  expect(conflict).toMatchObject({
    field: "title",
    sides: [{ value: '"Của Minh"' }, { value: '"Của Lan"' }],
  });
  expect(store.base("files", file)).toBeUndefined();
});
