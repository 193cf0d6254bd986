import { beforeEach, describe, expect, it } from "vitest";
import type { Page } from "#shared/archive/page.ts";
import { usualQuality } from "#shared/rules/capture-quality.ts";
import { findStops, judgeBatch } from "#electron/quality/judge-batch.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";

type TestJournal = ReturnType<typeof openTestJournal>;

const good: Partial<Page> = {
  ...({ blank: "no", dpi: 300, width: 2480, height: 3508, depth: 24, sharpness: 0.9 } as const),
  ...{ wordCount: 200, confidence: 95 },
};
const temporary = { batchId: "batch-1", retention: "05" } as const;

let journal: TestJournal;
let read: string[];

const page = (id: string, fields: Partial<Page> = {}) =>
  samplePage(id, { ...good, itemId: "item-1", masterDigest: id.padEnd(64, "0").slice(0, 64), ...fields });
const put = (pages: Page[]) => journal.write("pages", pages, "screen");
const text = "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai";
const desk = () => ({
  journal,
  quality: () => usualQuality,
  readWords: (digest: string) => {
    read.push(digest);
    if (digest.startsWith("lost")) return Promise.reject(new Error("not here"));
    return Promise.resolve({
      version: 1 as const,
      text: digest.startsWith("other") ? `${text} 77 88` : text,
      words: [],
    });
  },
});
const judged = async () => judgeBatch(desk(), "batch-1");
const idsOf = async () => (await judged()).pages.map(({ id }) => id);

beforeEach(() => {
  journal = openTestJournal();
  read = [];
  journal.write("batches", [sampleBatch("batch-1", { state: "capturing" })], "screen");
  journal.write("files", [sampleFile("file-1", { ...temporary, code: "H05.01.0001" })], "screen");
  const items = [1, 2].map((ordinal) =>
    sampleItem(`item-${ordinal}`, { fileId: "file-1", ordinal, leaves: "" }),
  );
  journal.write("items", items, "screen");
});

describe("the pages of a batch", () => {
  it("come worst first: held, error, suspicion, fine in the order of the list, accepted last", async () => {
    put([
      page("accepted", { ordinal: 1, verdict: "accepted" }),
      page("fine-1", { ordinal: 2 }),
      page("coarse", { ordinal: 3, dpi: 90 }),
      page("held", { ordinal: 4, hold: "ocr-failed" }),
      page("fine-2", { ordinal: 5 }),
      page("numbered-1", { itemId: "item-2", ordinal: 1, printedNumber: 1 }),
      page("numbered-5", { itemId: "item-2", ordinal: 2, printedNumber: 5 }),
    ]);
    expect(await idsOf()).toEqual([
      ...["held", "coarse", "numbered-5", "fine-1", "fine-2", "numbered-1", "accepted"],
    ]);
    const { pages } = await judged();
    expect(pages[1]).toMatchObject({
      ...{ fileId: "file-1", itemId: "item-1", label: "H05.01.0001.1", ordinal: 3, must: false },
      findings: [{ code: "dpi", severity: "error", value: 90 }],
    });
    expect(pages[2]?.sequence).toMatchObject([{ code: "numbers-missing", from: 2, to: 4 }]);
  });

  it("are those that stand: no withdrawn page, item or file", async () => {
    const gone = { withdrawn: "nhập nhầm" };
    journal.write("files", [sampleFile("file-gone", { ...temporary, ...gone, retention: "01" })], "screen");
    journal.write(
      "items",
      [
        sampleItem("item-gone", { fileId: "file-1", ordinal: 3, ...gone }),
        sampleItem("of-file-gone", { fileId: "file-gone", ordinal: 1 }),
      ],
      "screen",
    );
    put([
      page("stands", { ordinal: 1 }),
      page("gone", { ordinal: 2, ...gone }),
      page("of-item-gone", { itemId: "item-gone" }),
      page("of-file-gone", { itemId: "of-file-gone" }),
    ]);
    expect(await judged()).toMatchObject({ pages: [{ id: "stands" }], lot: 1, sample: 0 });
  });

  it("of a batch nobody knows are a fault", async () => {
    await expect(judgeBatch(desk(), "elsewhere")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("repeated pages", () => {
  const alike = { likeness: "f".repeat(64) };

  it("are suspected over the items of a file when their words say the same, and no others are read", async () => {
    put([
      page("first", { ordinal: 1, ...alike, wordsDigest: "same-1" }),
      page("unlike", { ordinal: 2, likeness: "0".repeat(64), wordsDigest: "unlike" }),
      page("again", { itemId: "item-2", ordinal: 1, ...alike, wordsDigest: "same-2" }),
      page("form", { itemId: "item-2", ordinal: 2, ...alike, wordsDigest: "other" }),
    ]);
    const { pages } = await judged();
    const suspected = pages.filter(({ sequence }) => sequence.length > 0);
    expect(suspected.map(({ id, sequence }) => [id, sequence[0]?.otherId])).toEqual([["again", "first"]]);
    expect(new Set(read)).toEqual(new Set(["same-1", "same-2", "other"]));
  });

  it("are no repeats where the words of one cannot be read", async () => {
    put([
      page("first", { ordinal: 1, ...alike, wordsDigest: "same-1" }),
      page("again", { ordinal: 2, ...alike, wordsDigest: "lost" }),
    ]);
    expect((await judged()).pages.flatMap(({ sequence }) => sequence)).toEqual([]);
  });
});

it("tells what stands against each page: rejected, a rule broken, not looked at where it has to be", () => {
  const kept = sampleFile("kept", { batchId: "batch-1", retention: "01" });
  journal.write("files", [kept], "screen");
  const item = sampleItem("of-kept", { fileId: "kept", ordinal: 1 });
  journal.write("items", [item], "screen");
  const of = (id: string, fields: Partial<Page> = {}) => page(id, { itemId: "of-kept", ...fields });
  const pages = [
    of("unjudged"),
    of("accepted", { verdict: "accepted" }),
    of("rejected", { verdict: "rejected", defect: "cut" }),
    of("coarse", { verdict: "accepted", dpi: 90 }),
    page("of-sample"),
  ];
  put(pages);
  const stop = findStops(desk(), "batch-1");
  expect(pages.map((one) => [one.id, stop(one, item, kept)])).toEqual([
    ["unjudged", "unjudged"],
    ["accepted", ""],
    ["rejected", "rejected"],
    ["coarse", "faulty"],
    ["of-sample", ""],
  ]);
});
