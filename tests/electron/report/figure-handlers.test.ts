import { expect, test } from "vitest";
import { openIndex } from "#electron/index/open-index.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { openLists } from "./expect-lists.ts";
import { workAtRandom } from "./work-at-random.ts";

test("a figure of another district's unit has an empty list, and pages are told by their place", async () => {
  const journal = openTestJournal();
  const options = { folder: temporaryFolder(), journal, readWords: () => Promise.resolve(undefined) };
  const index = openIndex(options);
  workAtRandom(journal, seeded(7), 200);
  const listed = openLists(journal, index);
  const figure = { name: "listed", of: "", day: "" } as const;
  expect(await listed({ ...figure, unit: "52.551" }, 100)).toEqual({ total: 0, sum: 0, rows: [] });
  const pages = await listed({ name: "captured-pages", of: "", day: "", unit: "" }, 100);
  expect(pages.rows.length).toBeGreaterThan(20);
  for (const { fileId, label, page, weight } of pages.rows) {
    expect(journal.read("files", fileId)?.code, label).toBe(label.slice(0, label.lastIndexOf(".")));
    expect(page).toBeGreaterThan(0);
    expect(weight).toBeGreaterThan(0);
  }
  await index.close();
  journal.close();
});
