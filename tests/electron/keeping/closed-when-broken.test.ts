import { expect, test } from "vitest";
import { trailOrigins } from "#shared/archive/trail.ts";
import { editRecord } from "#shared/archive/record.ts";
import { closedWhenBroken } from "#electron/keeping/closed-when-broken.ts";
import { readFailure } from "#electron/pipeline/failure.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleFile, stampAt } from "#tests/helpers/sample-records.ts";

test("a journal known to be broken takes what the province holds too, and nothing else", () => {
  const bare = openTestJournal();
  let broken = false;
  const { journal, standing } = closedWhenBroken(bare);
  const taken = () =>
    trailOrigins.filter((origin, at) => {
      const file = editRecord(sampleFile(`file-${origin}`), { note: String(broken) }, stampAt(at + 1));
      try {
        journal.write("files", [file], origin);
      } catch (error) {
        expect(error).toMatchObject({ code: "journal-closed", lasting: false });
      }
      return journal.read("files", file.id)?.note === String(broken);
    });
  expect(taken()).toEqual([...trailOrigins]);
  broken = true;
  standing(broken);
  expect(taken()).toEqual(["province", "hub"]);
  expect(journal.read("files", "file-screen")?.note).toBe("false");
});

test("a step of the pipeline whose result a closed journal does not take holds no page", () => {
  const { journal, standing } = closedWhenBroken(openTestJournal());
  standing(true);
  try {
    journal.write("files", [sampleFile("file")], "desk");
  } catch (error) {
    expect(readFailure(error, "pdfa", 1)).toEqual({ kind: "rest" });
    return;
  }
  throw new Error("it was taken");
});
