import { expect, test } from "vitest";
import { openIndex } from "#electron/index/open-index.ts";
import { openCountPages } from "#electron/report/count-pages.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

test("what there is to do are the pages listed, or those captured where they are more; other districts' are not", async () => {
  const journal = openTestJournal();
  const index = openIndex({
    folder: temporaryFolder(),
    journal,
    readWords: () => Promise.resolve(undefined),
  });
  const scope = "52.550.21952";
  journal.write(
    "files",
    [
      sampleFile("plain", { scope, pageCount: 30, condition: "01" }),
      sampleFile("poor", { scope, pageCount: 20, condition: "03" }),
      sampleFile("more", { scope, pageCount: 1, condition: "" }),
      sampleFile("unknown", { scope, pageCount: 0 }),
      sampleFile("withdrawn", { scope, pageCount: 500, withdrawn: "Trùng" }),
      sampleFile("elsewhere", { scope: "52.5501", pageCount: 700 }),
    ],
    "screen",
  );
  const item = (fileId: string) => sampleItem(`item-${fileId}`, { scope, fileId, pageCount: 0, leaves: "" });
  journal.write("items", [item("poor"), item("more")], "screen");
  const page = (name: string, itemId: string) => samplePage(name, { scope, itemId });
  journal.write(
    "pages",
    [page("p1", "item-poor"), page("p2", "item-more"), page("p3", "item-more"), page("p4", "item-more")],
    "screen",
  );
  expect(await openCountPages(index, journal)("52.550")).toEqual({
    pages: { all: { all: 30 + 20 + 3, poor: 20 }, left: { all: 30 + 19, poor: 19 } },
    files: 4,
    unknownFiles: 1,
  });
  await index.close();
  journal.close();
});
