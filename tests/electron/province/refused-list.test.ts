import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { hashOfRecord } from "#shared/replication/digest.ts";
import { openFacts } from "#electron/province/facts.ts";
import { openJournalStore } from "#electron/province/journal-store.ts";
import { listRefused } from "#electron/province/list-refused.ts";
import { openSyncDatabase } from "#electron/province/sync-database.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const now = Date.UTC(2025, 5, 1, 8);

function opened(folder = temporaryFolder()) {
  const journal = openTestJournal();
  const database = openSyncDatabase(folder);
  onTestFinished(() => database.close());
  return { journal, store: openJournalStore(database, openFacts(database), journal, () => now) };
}

test("the list names what the province does not take, why and when it goes again, until the province holds it", () => {
  const { journal, store } = opened();
  const file = sampleFile("file-1", { code: "H05.1", title: "Hồ sơ họp" });
  const item = sampleItem("item-1", { subject: "Về việc họp" });
  journal.write("files", [file], "screen");
  journal.write("items", [item], "screen");
  const retryAt = now + 60_000;
  store.refuse("files", [
    { id: "file-1", hash: hashOfRecord(file), code: "province-fails", detail: "500", retryAt, tries: 1 },
  ]);
  store.refuse("items", [{ id: "item-1", hash: hashOfRecord(item), code: "too-large", detail: "413" }]);
  expect(listRefused(store, journal)).toMatchObject([
    {
      collection: "files",
      label: "H05.1 – Hồ sơ họp",
      code: "province-fails",
      at: "2025-06-01T08:00:00.000Z",
      retryAt: "2025-06-01T08:01:00.000Z",
    },
    { collection: "items", id: "item-1", code: "too-large", retryAt: "" },
  ]);
  expect(store.refused("files")).toMatchObject([{ tries: 1, retryAt }]);
  // It came back from the province in just this state: somebody else sent it.
  store.merge("files", [{ ...file, _deleted: false }]);
  store.acknowledge("items", [item]);
  expect(listRefused(store, journal)).toEqual([]);
});

test("an acceptance that is kept names what of its batch this machine has not sent, and why", () => {
  const { journal, store } = opened();
  const batch = sampleBatch("batch-1", { state: "accepted" });
  const file = sampleFile("file-1", { code: "H05.1", title: "Hồ sơ họp", batchId: "batch-1" });
  const item = sampleItem("item-1", { fileId: "file-1", subject: "Về việc họp" });
  const page = samplePage("page-1", { itemId: "item-1", ordinal: 3 });
  journal.write("batches", [batch], "screen");
  journal.write("files", [file], "screen");
  journal.write("items", [item], "screen");
  journal.write("pages", [page], "screen");
  store.refuse("batches", [
    { id: "batch-1", hash: hashOfRecord(batch), code: "held", detail: "batches/batch-1" },
  ]);
  store.acknowledge("files", [file]);
  store.refuse("items", [{ id: "item-1", hash: hashOfRecord(item), code: "too-large", detail: "413" }]);
  const lacks = () => listRefused(store, journal).find(({ id }) => id === "batch-1")?.waitsFor?.lacks;
  expect(lacks()).toEqual({
    records: 2,
    named: [
      { collection: "items", label: "123 – Về việc họp", why: "too-large" },
      { collection: "pages", label: "123 – Về việc họp (3)", why: "unsent" },
    ],
  });
  store.acknowledge("items", [item]);
  store.acknowledge("pages", [page]);
  expect(lacks()).toEqual({ records: 0, named: [] });
});

test("a list kept by an earlier version is still there", () => {
  const folder = temporaryFolder();
  const before = new DatabaseSync(join(folder, "sync.sqlite"));
  before.exec(`CREATE TABLE refused (collection TEXT NOT NULL, id TEXT NOT NULL, hash TEXT NOT NULL,
    code TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (collection, id)) STRICT, WITHOUT ROWID;
    INSERT INTO refused VALUES ('files', 'file-1', 'aa', 'secret', 'Mật')`);
  before.close();
  const { store } = opened(folder);
  expect(store.refused("files")).toEqual([
    { id: "file-1", hash: "aa", code: "secret", detail: "Mật", retryAt: undefined, tries: 0 },
  ]);
});

test("a record that only a later version knows is put aside whole, until the store is opened anew", () => {
  const folder = temporaryFolder();
  const { journal, store } = opened(folder);
  const strange = { ...sampleFile("file-1"), condition: "99", later: "mới" };
  store.merge("files", [strange, { ...sampleFile("file-2"), later: "mới" }]);
  expect([...store.putAside("files").keys()]).toEqual(["file-1"]);
  expect(journal.quarantined()).toMatchObject([{ id: "file-1", state: strange }]);
  expect(journal.read("files", "file-2")).toMatchObject({ later: "mới" });
});
