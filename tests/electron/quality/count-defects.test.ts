import { expect, it, onTestFinished } from "vitest";
import type { Page } from "#shared/archive/page.ts";
import { writeClock } from "#shared/base/clock.ts";
import { openIndex } from "#electron/index/open-index.ts";
import { countDefects, withoutNames } from "#electron/quality/count-defects.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleItem, samplePage } from "#tests/helpers/sample-records.ts";

function openCounts(pages: Page[]) {
  const journal = openTestJournal();
  journal.write("items", [sampleItem("item-1", {})], "screen");
  journal.write("pages", pages, "screen");
  const index = openIndex({ folder: journal.folder, journal, readWords: () => Promise.resolve(undefined) });
  onTestFinished(() => index.close());
  return {
    journal,
    count: (group: "operator" | "scanner" | "day") =>
      index.ask(["rows"], (database) => countDefects(database, group)),
  };
}

/** A page that came in at an hour of the clock in Vietnam. */
function pageAt(id: string, hour: string, fields: Partial<Page>): Page {
  const clock = writeClock({ ms: Date.parse(`${hour}+07:00`), count: 0 }, "desk");
  const page = samplePage(id, { itemId: "item-1", capturedBy: "Lê Thị Quét", scanner: "Máy A", ...fields });
  return { ...page, clocks: { "*": clock } };
}

const pages = [
  pageAt("a", "2025-05-20T00:30", { verdict: "accepted" }),
  pageAt("b", "2025-05-20T23:30", { verdict: "rejected", defect: "cut" }),
  pageAt("c", "2025-05-21T00:10", { verdict: "rejected", defect: "cut", capturedBy: "Võ Văn Quét" }),
  pageAt("d", "2025-05-21T08:00", { scanner: "Máy B" }),
  // Rejected and scanned again since: it still counts against its scan.
  pageAt("e", "2025-05-21T08:00", { verdict: "rejected", defect: "skewed", withdrawn: "Quét lại" }),
  pageAt("f", "2025-05-21T08:00", { withdrawn: "nhập nhầm" }),
];

it("counts pages, judged and rejected, with the defects of each, by operator and by scanner", async () => {
  const { count } = openCounts(pages);
  expect(await count("operator")).toEqual([
    {
      ...{ name: "Lê Thị Quét", pages: 4, judged: 3, rejected: 2 },
      defects: [
        { defect: "cut", pages: 1 },
        { defect: "skewed", pages: 1 },
      ],
    },
    { name: "Võ Văn Quét", pages: 1, judged: 1, rejected: 1, defects: [{ defect: "cut", pages: 1 }] },
  ]);
  expect((await count("scanner")).map((one) => [one.name, one.pages, one.rejected])).toEqual([
    ["Máy A", 4, 3],
    ["Máy B", 1, 0],
  ]);
});

it("keeps the figures and hides who they are of; scanners and days are no people", async () => {
  const { count } = openCounts([...pages, pageAt("g", "2025-05-21T08:00", { capturedBy: "" })]);
  const counts = await count("operator");
  const hidden = withoutNames("operator", counts);
  expect(hidden.map(({ name }) => name)).toEqual(["", "1", "2"]);
  expect(hidden).toEqual(counts.map((one, at) => ({ ...one, name: hidden[at]?.name })));
  expect(JSON.stringify(hidden)).not.toContain("Quét");
  for (const group of ["scanner", "day"] as const)
    expect(withoutNames(group, await count(group))).toEqual(await count(group));
});

it("counts days as they are in Vietnam, in their order", async () => {
  const { count } = openCounts([...pages].reverse());
  expect((await count("day")).map((one) => [one.name, one.pages, one.judged])).toEqual([
    ["2025-05-20", 2, 2],
    ["2025-05-21", 3, 2],
  ]);
});

it("follows what is judged and withdrawn later", async () => {
  const { journal, count } = openCounts(pages.slice(0, 2));
  const [first, second] = pages;
  if (!first || !second) throw new Error("no pages");
  const later = (page: Page, fields: Partial<Page>): Page => ({
    ...page,
    ...fields,
    clocks: {
      ...page.clocks,
      verdict: writeClock({ ms: Date.parse("2025-06-01T08:00+07:00"), count: 0 }, "desk"),
    },
  });
  journal.write(
    "pages",
    [
      later(first, { verdict: "rejected", defect: "blurred" }),
      later(second, { verdict: "accepted", defect: "", withdrawn: "thừa" }),
    ],
    "screen",
  );
  // The day stays that on which the page came in.
  expect(await count("day")).toEqual([
    { name: "2025-05-20", pages: 1, judged: 1, rejected: 1, defects: [{ defect: "blurred", pages: 1 }] },
  ]);
});
