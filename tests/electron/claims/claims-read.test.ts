import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { usualSteps } from "#shared/rules/batch-steps.ts";
import { claimHandlers } from "#electron/claims/claim-handlers.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleClaim } from "#tests/helpers/sample-claim.ts";
import { sampleNote } from "#tests/helpers/sample-desk-records.ts";
import { sampleBatch, sampleFile, stampAt } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const others = 60;

/** A center of many batches at work, with a claim on each, and thousands of notes on their files. */
function fill(folder: string) {
  const journal = openTestJournal({ folder });
  const ids = Array.from({ length: others }, (_, at) => `batch-${at}`);
  journal.write(
    "batches",
    ids.map((id) => sampleBatch(id, { state: "capturing" })),
    "screen",
  );
  journal.write(
    "files",
    ids.map((id, at) => sampleFile(`file-${at}`, { batchId: id })),
    "screen",
  );
  const notes = ids.flatMap((_, at) =>
    Array.from({ length: 50 }, (__, n) => sampleNote(`note-${at}-${n}`, { subjectId: `file-${at}` })),
  );
  journal.write("notes", notes, "desk");
  journal.write(
    "notes",
    ids.flatMap((id, at) => [
      sampleClaim(`whole-${at}`, id, "Trần Văn Quét"),
      sampleClaim(`one-${at}`, `file-${at}`, "Lê Thị Mai", { subject: "files" }),
    ]),
    "desk",
  );
  return journal;
}

/** A journal that counts the notes it hands out, and hands out no collection as a whole. */
function counting(journal: Journal) {
  let notes = 0;
  const counted: Journal = {
    ...journal,
    pull: () => {
      throw new Error("all of a collection was read");
    },
    children: (collection, parent) => {
      const found = journal.children(collection, parent);
      if (collection === "notes") notes += found.length;
      return found;
    },
    openClaims: (batchId) => {
      const found = journal.openClaims(batchId);
      notes += found.length;
      return found;
    },
  };
  return { counted, notes: () => notes };
}

const handlersOver = (journal: Journal) =>
  claimHandlers({
    ...{ journal, now: () => 1000, newId: () => "neu", machine: () => "MAY-2" },
    profile: () => ({ name: "Trần Văn Quét", role: "capture-operator", scope: "52.550" }),
    rules: () => ({ data: { batchSteps: usualSteps } }),
  });

const listed = async (journal: Journal, batchId: string): Promise<string[]> =>
  (await handlersOver(journal)["claims.list"]({ batchId })).claims.map(({ note }) => note.id).sort();

test("the claims of a batch are read without another batch's notes, and without reading all", async () => {
  const { counted, notes } = counting(fill(temporaryFolder()));
  expect(await listed(counted, "batch-7")).toEqual(["one-7", "whole-7"]);
  // Two claims, and the notes on what they are on: of 3,120 notes in all.
  expect(notes()).toBe(2 + 1 + 51);
  expect(await listed(counted, "batch-1000")).toEqual([]);
});

test("of all batches no notes are read but claims that may stand: not those of a step that is over", () => {
  const journal = fill(temporaryFolder());
  const stamp = stampAt(5000);
  for (let at = 1; at < others; at += 1) {
    const batch = journal.read("batches", `batch-${at}`);
    if (batch) journal.write("batches", [editRecord(batch, { state: "checking" }, stamp)], "screen");
  }
  expect(journal.openClaims("").map(({ id }) => id)).toEqual(["one-0", "whole-0"]);
  const whole = journal.read("notes", "whole-0");
  if (!whole) throw new Error("no claim");
  journal.write("notes", [editRecord(whole, { solvedAt: "2025-05-21T00:00:00.000Z" }, stamp)], "desk");
  expect(journal.openClaims("").map(({ id }) => id)).toEqual(["one-0"]);
  // Who lost theirs to another is told, also after the step.
  const lost = journal.read("notes", "one-9");
  if (!lost) throw new Error("no claim");
  journal.write("notes", [editRecord(lost, { lostTo: "one-8" }, stamp)], "province");
  expect(journal.openClaims("").map(({ id }) => id)).toEqual(["one-0", "one-9"]);
});

test("a journal of before finds the same claims after it is brought up to date", async () => {
  const folder = temporaryFolder();
  const before = fill(folder);
  const [all, some] = [await listed(before, ""), await listed(before, "batch-3")];
  before.close();
  const old = new DatabaseSync(join(folder, "journal.sqlite"));
  old.exec(`DROP INDEX heads_claims; UPDATE heads SET facet = '' WHERE collection = 'notes';
    PRAGMA user_version = 2`);
  old.close();
  const journal = openTestJournal({ folder });
  expect(await listed(journal, "")).toEqual(all);
  expect(await listed(journal, "batch-3")).toEqual(some);
  expect(all).toHaveLength(2 * others);
  expect(journal.count("notes")).toBe(others * 52);
});
