import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { readClock } from "#shared/base/clock.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleFile, stampAt } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { recordHandlers } from "#electron/journal/record-handlers.ts";

const file = sampleFile("file-1");
const titled = (title: string, ms: number, device: string) => ({
  ...editRecord(file, { title }, { ...stampAt(ms, device), by: device }),
});

test("the base is what the province was last known to hold, through edits, answers and forgetting", () => {
  const journal = openTestJournal();
  const base = () => journal.base("files", "file-1");
  journal.write("files", [file], "screen");
  expect(base()).toBeUndefined();
  journal.write("files", [file], "province");
  const mine = titled("Của tôi", 10, "device-1");
  journal.write("files", [mine], "screen");
  expect(base()).toEqual(file.clocks);
  journal.write("files", [editRecord(mine, { box: "14" }, stampAt(11, "device-1"))], "screen");
  expect(base()).toEqual(file.clocks);
  // The answer to the first edit, while a second waits.
  journal.write("files", [mine], "province");
  expect(base()).toEqual(mine.clocks);
  // What came from the province, merged with what it has not seen.
  const theirs = editRecord(mine, { note: "Của tỉnh" }, stampAt(12, "device-2"));
  journal.write("files", [theirs], "province");
  expect(base()).toEqual(theirs.clocks);
  journal.write("files", [journal.read("files", "file-1") ?? theirs], "province");
  expect(base()).toBeUndefined();
  journal.markUnsent("files", ["file-1"]);
  expect(base()).toEqual(journal.read("files", "file-1")?.clocks);
  expect(journal.count("conflicts")).toBe(0);
});

test("a state of the province over an unsent edit of the same field is kept as a conflict, in the same writing", () => {
  const journal = openTestJournal();
  const told: string[] = [];
  journal.onWrite((collection) => told.push(collection));
  journal.write("files", [file], "province");
  journal.write("files", [titled("Của tôi", 10, "device-1")], "screen");
  told.length = 0;
  journal.write("files", [titled("Của người khác", 20, "device-2")], "province");
  expect(told).toEqual(["files", "conflicts"]);
  expect(journal.read("files", "file-1")?.title).toBe("Của người khác");
  const [conflict, ...others] = journal.children("conflicts", "file-1");
  expect(others).toEqual([]);
  expect(conflict?.sides.map(({ value }) => value)).toEqual(['"Của người khác"', '"Của tôi"']);
  expect(journal.unsentCount("conflicts")).toBe(1);
  expect(journal.digest("conflicts").count).toBe(1);
});

test("one that was settled is not opened again, and the province's answer to a push is not looked into", () => {
  const journal = openTestJournal();
  const [mine, theirs] = [titled("Của tôi", 10, "device-1"), titled("Của người khác", 20, "device-2")];
  journal.write("files", [file], "province");
  journal.write("files", [mine], "screen");
  journal.write("files", [theirs], "province", { sent: new Map([["file-1", mine.clocks]]) });
  expect(journal.count("conflicts")).toBe(0);

  const second = openTestJournal();
  second.write("files", [file], "province");
  second.write("files", [mine], "screen");
  second.write("files", [theirs], "province");
  const [conflict] = second.children("conflicts", "file-1");
  if (!conflict) throw new Error("no conflict");
  second.write("conflicts", [editRecord(conflict, { standing: "settled" }, stampAt(30))], "screen");
  second.write("files", [mine], "screen", { bases: new Map([["file-1", file.clocks]]) });
  expect(second.children("conflicts", "file-1").map(({ standing }) => standing)).toEqual(["settled"]);
});

test("an edit at the screen of what it had not yet seen change is kept as a conflict", async () => {
  const journal = openTestJournal();
  const handlers = recordHandlers({ journal, emit: () => undefined });
  journal.write("files", [file], "province");
  journal.write("files", [titled("Của người khác", 20, "device-2")], "province");
  const row = {
    assumedMasterState: { ...file, _deleted: false },
    newDocumentState: { ...titled("Của tôi", 10, "device-1"), _deleted: false },
  };
  await handlers["records.push"]({ collection: "files", rows: [row] });
  expect(journal.children("conflicts", "file-1").map(({ field }) => field)).toEqual(["title"]);
});

test("a journal of before conflicts is brought up to date, with the base of what waited", () => {
  const folder = temporaryFolder();
  const before = openTestJournal({ folder });
  before.write("files", [file, sampleFile("file-2")], "province");
  before.write("files", [titled("Của tôi", 10, "device-1")], "screen");
  before.write("files", [sampleFile("file-3")], "screen");
  before.close();
  const old = new DatabaseSync(join(folder, "journal.sqlite"));
  old.exec("ALTER TABLE heads DROP COLUMN base; PRAGMA user_version = 1");
  old.close();

  const journal = openTestJournal({ folder });
  expect(journal.base("files", "file-1")).toEqual(file.clocks);
  expect(journal.base("files", "file-2")).toBeUndefined();
  expect(journal.base("files", "file-3")).toBeUndefined();
  expect(journal.unsentCount("files")).toBe(2);
  journal.write("files", [titled("Của người khác", 20, "device-2")], "province");
  expect(journal.count("conflicts")).toBe(1);
});

test("a clock years ahead does not draw this machine's after it; a machine that lost its own clock follows", () => {
  const wall = Date.UTC(2025, 4, 5);
  const far = sampleFile("file-9", {}, Date.UTC(2035, 0, 1));
  const sane = openTestJournal({ now: () => wall });
  sane.write("files", [far], "province");
  expect(readClock(sane.stamp("Mẫu").clock)?.ms).toBe(wall);
  const edited = editRecord(far, { box: "15" }, sane.stamp("Mẫu"));
  expect(sane.write("files", [edited], "desk")).toMatchObject([{ asHandedIn: true, record: { box: "15" } }]);

  const lost = openTestJournal({ now: () => Date.UTC(2005, 0, 1) });
  lost.write("files", [sampleFile("file-9", {}, wall)], "province");
  expect(readClock(lost.stamp("Mẫu").clock)?.ms).toBe(wall);
});
