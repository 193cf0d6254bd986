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
  expect(store.base("files", "file-1")).toEqual(first.clocks);
});
