import { expect, it } from "vitest";
import type { Records } from "#shared/archive/collections.ts";
import type { ListingFilter } from "#shared/contract/listing.ts";
import { editRecord } from "#shared/archive/record.ts";
import { openIndex } from "#electron/index/open-index.ts";
import { openSearch, searchHandlers } from "#electron/search/open-search.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
  stampAt,
} from "#tests/helpers/sample-records.ts";

/** An item of which nothing is known but what is given. */
function bareItem(id: string, fields: Partial<Records["items"]>): Records["items"] {
  const nothing = {
    type: "",
    number: "",
    symbol: "",
    issuedDate: "",
    issuer: "",
    signer: "",
    subject: "",
  } as const;
  return sampleItem(id, { ...nothing, ...fields });
}

function search(records: { [Name in keyof Records]?: Records[Name][] }, texts: Record<string, string> = {}) {
  const journal = openTestJournal();
  journal.write("fonds", records.fonds ?? [], "screen");
  journal.write("batches", records.batches ?? [], "screen");
  journal.write("files", records.files ?? [], "screen");
  journal.write("items", records.items ?? [], "screen");
  journal.write("pages", records.pages ?? [], "screen");
  const readWords = (digest: string) => {
    const text = texts[digest];
    return Promise.resolve(text === undefined ? undefined : { text, words: [] });
  };
  const index = openIndex({ folder: journal.folder, journal, readWords });
  const find = openSearch({ index, journal, readWords });
  const ids = async (words: string) => (await find({ words, limit: 50 })).hits.map(({ id }) => id);
  return {
    journal,
    ids,
    find: (words: string, limit = 50, filter: ListingFilter = {}) => find({ words, limit, filter }),
    facets: searchHandlers({ index, journal, readWords })["search.facets"],
    close: () => index.close(),
  };
}

const items = [
  bareItem("tuy-phuoc", { subject: "Quyết định giao đất tại huyện Tuy Phước" }),
  bareItem("numbered", { number: "123", symbol: "QĐ-UBND", issuedDate: "1998-05-03", subject: "Về nhân sự" }),
  bareItem("padded", { number: "07", symbol: "TTr-UBND", subject: "Xin kinh phí" }),
  bareItem("hoa-old", { subject: "Xã Phước Hòa" }),
  bareItem("hoa-new", { subject: "Xã Phước Hoà" }),
  bareItem("hoa-flower", { subject: "Hội hoa xuân" }),
  bareItem("dong", { subject: "Công trình đồng ruộng" }),
  bareItem("old-symbol", { symbol: "64-CP", subject: "Nghị định về đất ở" }),
  bareItem("typed", { type: "14", subject: "Tình hình mùa vụ" }),
];

it.each([
  ["quyet dinh tuy phuoc", ["tuy-phuoc"]],
  ["Quyết định Tuy Phước", ["tuy-phuoc"]],
  ["QUYẾT ĐỊNH".normalize("NFD"), ["tuy-phuoc"]],
  ["phuoc tuy", ["tuy-phuoc"]],
  ["tuy phu", ["tuy-phuoc"]],
  ["tuy p", ["tuy-phuoc"]],
  ["uy phuoc", []],
  ["quyet dinh khong co", []],
  ["123/QĐ-UBND", ["numbered"]],
  ["123/qd-ubnd", ["numbered"]],
  ["123/QĐ", ["numbered"]],
  ["QĐ-UBND", ["numbered"]],
  ["123", ["numbered"]],
  ["ubnd", ["padded", "numbered"]],
  ["ubnd/123", []],
  ["12/QĐ-UBND", []],
  ["7/TTr-UBND", ["padded"]],
  ["07/TTr-UBND", ["padded"]],
  ["03/05/1998", ["numbered"]],
  ["3/5/1998", ["numbered"]],
  ["1998-05-03", ["numbered"]],
  ["64-CP", ["old-symbol"]],
  ["dat o", ["old-symbol"]],
  ["dong ruong", ["dong"]],
  ["đong", ["dong"]],
  ["bao cao mua vu", ["typed"]],
  ["nghi dinh, dat", ["old-symbol"]],
  ["", []],
  ["   ", []],
  ["/-.'\"", []],
  ['"quyet', ["tuy-phuoc"]],
  ['"tuy phuoc"', ["tuy-phuoc"]],
  ['"phuoc tuy"', []],
  ['"tuy phu"', []],
  ['"tuy phu', ["tuy-phuoc"]],
  ['"tuy phuoc" giao', ["tuy-phuoc"]],
  ["giao “Tuy Phước”", ["tuy-phuoc"]],
  ['"tuy phuoc"giao', ["tuy-phuoc"]],
  ['"123/QĐ-UBND"', ["numbered"]],
  ['""', []],
  ["quyet* OR NOT (", []],
  ["tuy AND phuoc", []],
])("finds by %j", async (words, expected) => {
  const { ids, close } = search({ items });
  expect(await ids(words)).toEqual(expected);
  await close();
});

it("puts the marks that were typed first, wherever a tone stands, and the others after", async () => {
  const { ids, close } = search({ items });
  for (const typed of ["hòa", "hoà"]) {
    expect(await ids(typed)).toEqual(["hoa-new", "hoa-old", "hoa-flower"]);
  }
  expect(await ids("hoa")).toEqual(["hoa-flower", "hoa-new", "hoa-old"]);
  await close();
});

it("finds words in a row that were nowhere before they were written, whatever was typed before", async () => {
  const { ids, journal, close } = search({
    items: [bareItem("apart", { subject: "Quyết định ở Tuy Phước" })],
  });
  for (const typed of ["quyet dinh t", "quyet dinh tu", "quyet dinh tuy"])
    expect(await ids(typed)).toEqual(["apart"]);
  const later = [
    bareItem("row", { subject: "Quyết định Tuy An" }),
    bareItem("last", { subject: "Tuy có quyết định" }),
  ];
  journal.write("items", later, "screen");
  expect(await ids("quyet dinh tuy")).toEqual(["row", "last", "apart"]);
  await close();
});

it("puts words that follow each other before words that do not", async () => {
  const { ids, close } = search({
    items: [
      bareItem("beginning", { subject: "Tuy Phướcc" }),
      bareItem("together", { subject: "Huyện Tuy Phước" }),
      bareItem("apart", { subject: "Phước Sơn, huyện Tuy An" }),
    ],
  });
  expect(await ids("tuy phuoc")).toEqual(["together", "beginning", "apart"]);
  await close();
});

it("finds fonds, files, items and batches, each with what it takes to open it", async () => {
  const { find, close } = search({
    fonds: [sampleFonds("fonds-1", { name: "Phông thử nghiệm" })],
    batches: [sampleBatch("batch-1", { name: "Đợt thử nghiệm" })],
    files: [sampleFile("file-1", { title: "Hồ sơ thử nghiệm" })],
    items: [sampleItem("item-1", { subject: "Văn bản thử nghiệm", renditionDigest: "e".repeat(64) })],
  });
  const { hits, total } = await find("thu nghiem");
  expect(total).toBe(4);
  const inOrder = ["items", "files", "batches", "fonds"];
  const sorted = hits.sort((a, b) => inOrder.indexOf(a.collection) - inOrder.indexOf(b.collection));
  expect(sorted).toEqual([
    {
      collection: "items",
      id: "item-1",
      title: "Văn bản thử nghiệm",
      line: "123/QĐ-UBND · 03/05/1998 · Ủy ban nhân dân huyện Tuy Phước",
      snippet: "",
      fileId: "file-1",
      itemId: "item-1",
      renditionDigest: "e".repeat(64),
      scope: "52.550.21952",
    },
    expect.objectContaining({ collection: "files", fileId: "file-1", itemId: "", title: "Hồ sơ thử nghiệm" }),
    expect.objectContaining({ collection: "batches", id: "batch-1", title: "Đợt thử nghiệm" }),
    expect.objectContaining({ collection: "fonds", id: "fonds-1", title: "Phông thử nghiệm" }),
  ]);
  await close();
});

it("finds an item by a page's words, once, with where they were met", async () => {
  const { find, journal, close } = search(
    {
      items: [bareItem("item-1", { subject: "Về việc khác" }), bareItem("item-2", { subject: "Giao đất ở" })],
      pages: [
        samplePage("p1", { itemId: "item-1", wordsDigest: "d1" }),
        samplePage("p2", { itemId: "item-1", wordsDigest: "d2" }),
        samplePage("p3", { itemId: "item-2", wordsDigest: "d2" }),
        samplePage("orphan", { itemId: "nowhere", wordsDigest: "d2" }),
      ],
    },
    { d1: "Điều 1. Giao đất cho hộ ông Mẫu", d2: "Điều 2. Nơi giao đất là thôn Mẫu" },
  );
  const { hits, total } = await find("giao dat");
  expect(hits.map(({ id, snippet }) => [id, snippet])).toEqual([
    ["item-2", ""],
    ["item-1", "Điều 2. Nơi «giao đất» là thôn Mẫu"],
  ]);
  expect(total).toBe(2);
  journal.write("items", [editRecord(bareItem("item-1", {}), { withdrawn: "nhầm" }, stampAt(9))], "screen");
  const left = await find("dieu", 1);
  expect(left.hits.map(({ id }) => id)).toEqual(["item-2"]);
  expect(left.total).toBe(1);
  await close();
});

it("counts to 1000 and no further, and answers no more than was asked for", async () => {
  const many = Array.from({ length: 1200 }, (_, place) =>
    bareItem(`i${place}`, { subject: `Quyết định ${place}` }),
  );
  const { find, close } = search({ items: many });
  const answer = await find("quyet dinh", 20);
  expect(answer.total).toBe(1000);
  expect(answer.hits).toHaveLength(20);
  expect((await find("quyet dinh 1199")).total).toBe(1);
  await close();
});

it("narrows what it finds, in records and in pages, and counts by kind", async () => {
  const { find, facets, close } = search(
    {
      files: [
        sampleFile("f1", { title: "Giao đất", box: "1", retention: "01" }),
        sampleFile("f2", { title: "Giao đất", box: "2", retention: "07", fondsId: "fonds-2" }),
      ],
      items: [
        bareItem("i1", { fileId: "f1", subject: "Giao đất", type: "02", issuedDate: "2016-01-01" }),
        bareItem("i2", { fileId: "f2", subject: "Giao đất", type: "10", issuedDate: "2017" }),
        bareItem("i3", { fileId: "f2", subject: "Khác", type: "10", issuedDate: "2017" }),
      ],
      pages: [samplePage("p3", { itemId: "i3", wordsDigest: "d1" })],
    },
    { d1: "Nơi giao đất" },
  );
  const ids = async (filter: ListingFilter) =>
    (await find("giao dat", 50, filter)).hits.map(({ id }) => id).sort();
  expect(await ids({})).toEqual(["f1", "f2", "i1", "i2", "i3"]);
  expect(await ids({ fondsId: "fonds-2" })).toEqual(["f2", "i2", "i3"]);
  expect(await ids({ type: "10" })).toEqual(["i2", "i3"]);
  expect(await ids({ year: 2016 })).toEqual(["i1"]);
  expect(await ids({ retention: "01" })).toEqual(["f1", "i1"]);
  expect(await ids({ box: "2" })).toEqual(["f2", "i2", "i3"]);
  expect(await ids({ box: "2", state: "held" })).toEqual([]);
  expect((await find("giao dat", 1, { fondsId: "fonds-2" })).total).toBe(3);
  const counted = await facets({ words: "giao dat", filter: { type: "10" } });
  expect(counted.total).toBe(2);
  expect(counted.facets.type).toEqual([
    { value: "", count: 2 },
    { value: "10", count: 2 },
    { value: "02", count: 1 },
  ]);
  await close();
});
