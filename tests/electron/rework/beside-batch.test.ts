import { expect, test } from "vitest";
import { readBeside } from "#electron/rework/beside-batch.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { makeBatch, makeFile, makeFonds, phuocLoc } from "#tests/province/world.ts";

test("the batches beside one are those with files of its fonds that stand; files in no batch are counted", () => {
  const journal = openJournal(temporaryFolder(), { deviceId: "desk", now: () => Date.UTC(2025, 4, 20) });
  const gone = { withdrawn: "lập nhầm" };
  journal.write("fonds", [makeFonds("p1", phuocLoc), makeFonds("p2", phuocLoc)], "desk");
  journal.write(
    "batches",
    [
      ...["own", "same", "other", "empty"].map((id) => makeBatch(id, phuocLoc)),
      { ...makeBatch("gone", phuocLoc), ...gone },
    ],
    "desk",
  );
  const files = [
    ...["own", "same", "gone", "", ""].map((batchId) => ({ batchId, fondsId: "p1" })),
    { batchId: "other", fondsId: "p2" },
    { batchId: "empty", fondsId: "p1", ...gone },
    { batchId: "", fondsId: "p1", ...gone },
    { batchId: "own", fondsId: "p2", ...gone },
    { batchId: "unknown", fondsId: "p1" },
  ].map((fields, at) => ({ ...makeFile(`f${at}`, phuocLoc), ...fields }));
  journal.write("files", files, "desk");
  const { batches, loose } = readBeside(journal, "own");
  expect(batches.map(({ id }) => id)).toEqual(["same"]);
  expect(loose).toBe(2);
  expect(readBeside(journal, "none")).toEqual({ batches: [], loose: 0 });
  journal.close();
});
