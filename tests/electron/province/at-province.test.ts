import { expect, onTestFinished, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { sampleFile } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

test("the journal counts what the province is not known to hold, and can be told that it lacks something", () => {
  const journal = openJournal(temporaryFolder(), { deviceId: "desk-1", now: () => 1000 });
  onTestFinished(() => journal.close());
  const files = [sampleFile("file-1"), sampleFile("file-2"), sampleFile("file-3")];
  journal.write("files", files, "screen");
  expect(journal.unsentCount("files")).toBe(3);
  journal.write("files", files, "province");
  expect(journal.unsentCount("files")).toBe(0);
  const [first] = files;
  if (!first) throw new Error("no file");
  journal.write("files", [editRecord(first, { box: "7" }, journal.stamp("A"))], "screen");
  expect(journal.unsentCount("files")).toBe(1);
  journal.write("files", [first], "province");
  expect(journal.unsentCount("files"), "an older state acknowledges nothing").toBe(1);
  journal.markUnsent("files", ["file-2", "not-here"]);
  expect(
    journal
      .unsent("files", 0, 10)
      .documents.map(({ id }) => id)
      .sort(),
  ).toEqual(["file-1", "file-2"]);
  journal.markUnsent("files");
  expect(journal.unsentCount("files")).toBe(3);
  expect(journal.unsentCount("items")).toBe(0);
});
