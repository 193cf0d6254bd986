import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { withReserve } from "#electron/keeping/with-reserve.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleFile } from "#tests/helpers/sample-records.ts";

test("a journal with a reserve notices conflicts by what the writer knew, as the journal itself does", () => {
  const bare = openTestJournal();
  const journal = withReserve(bare, { release: () => false });
  const known = sampleFile("file-1");
  journal.write("files", [known], "screen");
  const one = { clock: bare.stamp("A").clock, by: "A", deviceId: "one" };
  journal.write("files", [editRecord(known, { title: "Một" }, one)], "screen");
  const two = { clock: bare.stamp("B").clock, by: "B", deviceId: "two" };
  const bases = new Map([["file-1", known.clocks]]);
  journal.write("files", [editRecord(known, { title: "Hai" }, two)], "screen", { bases });
  expect(journal.count("conflicts")).toBe(1);
});
