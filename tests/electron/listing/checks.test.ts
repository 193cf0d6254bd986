import { expect, it } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { openTestListing } from "#tests/helpers/open-test-listing.ts";
import { sampleFile, sampleItem, samplePage, stampAt } from "#tests/helpers/sample-records.ts";

const files = [
  sampleFile("f1", { code: "X.1", leafCount: 9 }),
  sampleFile("f2", { code: "X.2", leafCount: 4 }),
  sampleFile("elsewhere", { fondsId: "fonds-2" }),
];
const subject = "Quyết định về việc giao đất ở cho hộ gia đình tại xã Mẫu";
const inFile = (id: string, fileId: string, number: string, leaves: string, month = number) =>
  sampleItem(id, { fileId, number, leaves, subject, issuedDate: `2016-0${month}-01` });
const items = [
  inFile("a", "f1", "1", "1-2"),
  inFile("b", "f1", "2", "2-5"),
  inFile("c", "f1", "5", "8"),
  inFile("d", "f2", "5", "1-4"),
  inFile("far", "elsewhere", "3", "7"),
];
const ofFonds = { fondsId: "fonds-1" };

it("tells gaps and repeats of a fonds' numbers, as its items come, go and are withdrawn", async () => {
  const { handlers, journal, close } = openTestListing({ files, items });
  const series = async () => (await handlers["listing.numbers"](ofFonds)).series;
  expect(await series()).toMatchObject([
    { year: 2016, type: "02", normative: false, last: 5, count: 4, gaps: [[3, 4]] },
  ]);
  expect((await series())[0]?.repeats).toEqual([{ number: 5, itemIds: ["c", "d"] }]);
  const [, , c] = items;
  if (!c) throw new Error("no item");
  journal.write("items", [editRecord(c, { number: "3", withdrawn: "" }, stampAt(5))], "screen");
  expect((await series())[0]).toMatchObject({ gaps: [[4, 4]], repeats: [] });
  journal.write("items", [editRecord(c, { withdrawn: "trùng" }, stampAt(6))], "screen");
  expect((await series())[0]).toMatchObject({ count: 3 });
  await close();
});

it("tells what is wrong with leaf numbers, file by file", async () => {
  const { handlers, close } = openTestListing({ files, items });
  expect((await handlers["listing.leaves"](ofFonds)).findings).toEqual([
    {
      fileId: "f1",
      code: "X.1",
      gaps: [[6, 7]],
      overlaps: [{ leaves: [2, 2], itemIds: ["a", "b"] }],
      unread: [],
      last: 8,
      listed: 9,
    },
  ]);
  await close();
});

it("tells documents listed twice in a fonds, and those a new one would double", async () => {
  const { handlers, journal, close } = openTestListing({ files, items });
  const groups = async () => (await handlers["listing.duplicates"](ofFonds)).groups;
  expect(await groups()).toEqual([{ kind: "same", itemIds: ["c", "d"], justified: false }]);
  const pages = [
    samplePage("p1", { itemId: "a", masterPage: 1 }),
    samplePage("p2", { itemId: "b", masterPage: 1 }),
    samplePage("p3", { itemId: "c", masterPage: 2 }),
    samplePage("p4", { itemId: "c", masterPage: 2 }),
    samplePage("p5", { itemId: "far", masterPage: 2 }),
  ];
  journal.write("pages", pages, "desk");
  expect(await groups()).toContainEqual({ kind: "content", itemIds: ["a", "b"], justified: false });
  const [first] = pages;
  if (!first) throw new Error("no page");
  journal.write("pages", [editRecord(first, { withdrawn: "quét lại" }, stampAt(5))], "desk");
  expect(await groups()).toHaveLength(1);
  const fresh = { symbol: "QĐ-UBND", issuedDate: "2016-02-01", subject, addressee: "" };
  const twins = async (fields: { number: string; issuedDate?: string; subject?: string }) =>
    (await handlers["listing.twins"]({ ...ofFonds, ...fresh, ...fields })).itemIds;
  expect(await twins({ number: "02" })).toEqual(["b"]);
  expect(await twins({ number: "2", subject: subject.replace("Quyết định", "Quyet dinh") })).toEqual(["b"]);
  expect(await twins({ number: "2", subject: "Về việc khác hẳn" })).toEqual([]);
  expect(await twins({ number: "3", issuedDate: "2016-03-01" })).toEqual([]);
  await close();
});

it("tells the kinds of letters of a fonds outside a batch, each with how many say so", async () => {
  const kind = { symbol: "QĐ-UBND", issuer: "UBND xã Mẫu", signer: "Lê Văn Cũ", type: "02" } as const;
  const letter = (id: string, fileId: string, fields: Parameters<typeof sampleItem>[1] = {}) =>
    sampleItem(id, { ...kind, fileId, issuedDate: "1998-05-01", ...fields });
  const { handlers, close } = openTestListing({
    files: [...files, sampleFile("own", { batchId: "batch-1" })],
    items: [
      letter("1", "f1"),
      letter("2", "f2", { issuedDate: "1998-12-31" }),
      letter("3", "f2", { issuedDate: "1999-01-01", signer: "Trần Thị Mới" }),
      letter("4", "f1", { withdrawn: "trùng" }),
      letter("5", "f1", { symbol: "", issuer: "" }),
      letter("6", "elsewhere"),
      letter("7", "own"),
    ],
  });
  const kinds = async (exceptBatchId: string) =>
    (await handlers["listing.kinds"]({ fondsId: "fonds-1", exceptBatchId })).kinds;
  expect(await kinds("batch-1")).toEqual([
    { ...kind, issuedDate: "1998", times: 2 },
    { ...kind, issuedDate: "1999", signer: "Trần Thị Mới", times: 1 },
  ]);
  expect((await kinds(""))[0]).toMatchObject({ times: 3 });
  await close();
});
