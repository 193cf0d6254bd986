import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { RefusedRow } from "#shared/replication/sync-store.ts";
import { outcomeOf } from "#electron/province/outcome-of.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleFile, stampAt } from "#tests/helpers/sample-records.ts";

test("says of a record whether the province waits for it, does not take it as it is, or holds it", () => {
  const journal = openTestJournal();
  const rows: RefusedRow[] = [];
  const store = { refused: () => rows, mergedFields: () => undefined };
  const ask = () => outcomeOf(store, journal, "files", "file-1");
  expect(ask).toThrow(DeskFault);
  const file = sampleFile("file-1");
  journal.write("files", [file], "screen");
  expect(ask()).toMatchObject({ state: "waiting", since: journal.last().at });
  rows.push({ id: "file-1", hash: hashOfRecord(file), code: "secret", detail: "dấu Mật" });
  expect(ask()).toMatchObject({ state: "refused", code: "secret", detail: "dấu Mật" });
  // Once it is changed it is sent anew.
  const changed = editRecord(file, { box: "13" }, stampAt(5));
  journal.write("files", [changed], "screen");
  expect(ask()).toMatchObject({ state: "waiting" });
  journal.write("files", [changed], "province");
  expect(ask()).toMatchObject({ state: "accepted" });
});
