import { expect, it } from "vitest";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleItem, samplePage } from "#tests/helpers/sample-records.ts";

it("gives of the items written after a checkpoint those with pages or a rendition, and where it stands", () => {
  const journal = openTestJournal();
  const renditionDigest = "a".repeat(64);
  journal.write("items", [sampleItem("bare-1"), sampleItem("paged"), sampleItem("bare-2")], "screen");
  journal.write("pages", [samplePage("page", { itemId: "paged" })], "screen");
  journal.write("items", [sampleItem("made", { renditionDigest }), sampleItem("bare-3")], "screen");
  const first = journal.itemsWithObjects(null, 3);
  expect(first.ids).toEqual(["paged"]);
  const second = journal.itemsWithObjects(first.checkpoint, 3);
  expect(second.ids).toEqual(["made"]);
  expect(second.checkpoint).toEqual(journal.pull("items", null, 100).checkpoint);
  expect(journal.itemsWithObjects(second.checkpoint, 3)).toEqual({ ids: [], checkpoint: second.checkpoint });
  // Of another life of the journal, which says nothing about this one.
  expect(journal.itemsWithObjects({ epoch: "other", seq: 99 }, 100).ids).toEqual(["paged", "made"]);
});
