import { expect, it } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { ListingFilter, ListingOrder } from "#shared/contract/listing.ts";
import { openTestListing } from "#tests/helpers/open-test-listing.ts";
import { sampleFile, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";

const arranged = {
  retention: "01",
  arrangement: "arranged",
  startDate: "2016-01-02",
  endDate: "2016",
} as const;

const files = [
  sampleFile("b10", { inventory: "1", box: "10", code: "X.2", title: "Đất đai", ...arranged }),
  sampleFile("b2", { inventory: "1", box: "2", code: "X.10", title: "Ấn chỉ", ...arranged }),
  sampleFile("b2a", { inventory: "1", box: "2", code: "X.9", title: "An ninh", retention: "02" }),
  sampleFile("m2", { inventory: "2", box: "1", code: "X.1", title: "dân số", scope: "52.550.21955" }),
  sampleFile("other", { fondsId: "fonds-2", inventory: "1", box: "1", code: "Y.1", title: "Ê-đê" }),
];
const items = [
  sampleItem("i1", { fileId: "b2", ordinal: 2, number: "12", subject: "Ông", issuedDate: "2016-03-01" }),
  sampleItem("i2", { fileId: "b2", ordinal: 1, number: "2", subject: "án", issuedDate: "2016-02" }),
  sampleItem("i3", { fileId: "b10", ordinal: 1, number: "1", subject: "ấn", issuedDate: "2017", type: "10" }),
  sampleItem("i4", { fileId: "m2", ordinal: 1, number: "", subject: "ăn", issuedDate: "", hold: "other" }),
];

it("lists files in their place, and by the Vietnamese alphabet", async () => {
  const { ids, close } = openTestListing({ files, items });
  const ofFonds = { fondsId: "fonds-1" };
  expect(await ids("files", ofFonds)).toEqual(["b2a", "b2", "b10", "m2"]);
  expect(await ids("files", ofFonds, "code")).toEqual(["m2", "b10", "b2a", "b2"]);
  expect(await ids("files", ofFonds, "title")).toEqual(["b2a", "b2", "m2", "b10"]);
  expect(await ids("files", ofFonds, "title", true)).toEqual(["b10", "m2", "b2", "b2a"]);
  expect(await ids("files", {}, "box")).toEqual(["m2", "other", "b2a", "b2", "b10"]);
  expect(await ids("items", ofFonds)).toEqual(["i2", "i1", "i3", "i4"]);
  expect(await ids("items", ofFonds, "number")).toEqual(["i4", "i3", "i2", "i1"]);
  expect(await ids("items", ofFonds, "title")).toEqual(["i2", "i4", "i3", "i1"]);
  expect(await ids("items", ofFonds, "date")).toEqual(["i4", "i2", "i1", "i3"]);
  await close();
});

it.each<[ListingFilter, string[], string[]]>([
  [{ inventory: "1" }, ["other", "b2a", "b2", "b10"], ["i2", "i1", "i3"]],
  [{ inventory: "1", box: "2" }, ["b2a", "b2"], ["i2", "i1"]],
  [{ fileId: "b2" }, ["b2"], ["i2", "i1"]],
  [{ scope: "52.550.21955" }, ["m2"], []],
  [{ scope: "52.55" }, [], []],
  [{ type: "10" }, [], ["i3"]],
  [{ year: 2016 }, ["b2", "b10"], ["i2", "i1"]],
  [{ year: 0 }, [], ["i4"]],
  [{ retention: "01" }, ["b2", "b10"], ["i2", "i1", "i3"]],
  [{ arrangement: "arranged" }, ["b2", "b10"], ["i2", "i1", "i3"]],
  [{ inScope: true }, ["b2", "b10"], ["i2", "i1", "i3"]],
  [{ state: "held" }, ["m2"], ["i4"]],
  [{ words: "dat" }, ["b10"], ["i2", "i1", "i3", "i4"]],
  [{ words: '"an ninh"' }, ["b2a"], []],
  [{ words: "12/QĐ-UBND" }, [], ["i1"]],
  [{ fondsId: "fonds-2" }, ["other"], []],
])("narrows by %j, in lists and in counts", async (filter, someFiles, someItems) => {
  const { ids, facets, close } = openTestListing({
    files,
    items: items.map((item) => ({ ...item, subject: `${item.subject} giao đất` })),
  });
  expect(await ids("files", filter)).toEqual(someFiles);
  expect(await ids("items", filter)).toEqual(someItems);
  expect((await facets("files", filter)).total).toBe(someFiles.length);
  expect((await facets("items", filter)).total).toBe(someItems.length);
  await close();
});

it("counts each facet without its own filter", async () => {
  const { facets, close } = openTestListing({ files, items });
  const { total, facets: counted } = await facets("items", { fondsId: "fonds-1", year: 2016 });
  expect(total).toBe(2);
  expect(counted.year).toEqual([
    { value: "2016", count: 2 },
    { value: "0", count: 1 },
    { value: "2017", count: 1 },
  ]);
  expect(counted.type).toEqual([{ value: "02", count: 2 }]);
  expect(counted.fonds).toEqual([{ value: "fonds-1", count: 2 }]);
  expect(counted.inScope).toEqual([{ value: "true", count: 2 }]);
  await close();
});

it("takes items that come before their file, and lets them follow it when it changes, moves or is withdrawn", async () => {
  const { ids, journal, facets, close } = openTestListing({ items });
  expect(await ids("items", {})).toHaveLength(4);
  expect(await ids("items", { fondsId: "fonds-1" })).toEqual([]);
  expect(await ids("files", {})).toEqual([]);
  journal.write("files", files, "province");
  expect(await ids("items", { fondsId: "fonds-1" })).toEqual(["i2", "i1", "i3", "i4"]);
  const [, b2] = files;
  if (!b2) throw new Error("no file");
  const moved = editRecord(b2, { box: "99", retention: "07" }, stampAt(5));
  journal.write("files", [moved], "screen");
  expect(await ids("items", { box: "99" })).toEqual(["i2", "i1"]);
  expect(await ids("items", { retention: "07" })).toEqual(["i2", "i1", "i4"]);
  expect(await ids("items", { fondsId: "fonds-1" })).toEqual(["i3", "i2", "i1", "i4"]);
  journal.write("files", [editRecord(moved, { withdrawn: "nhập nhầm" }, stampAt(6))], "screen");
  expect(await ids("items", { fondsId: "fonds-1" })).toEqual(["i3", "i4"]);
  expect(await ids("items", { fondsId: "fonds-1", withdrawnToo: true })).toHaveLength(4);
  expect((await facets("items", { state: "withdrawn" })).total).toBe(2);
  expect(await ids("files", { state: "withdrawn" })).toEqual(["b2"]);
  await close();
});

it("tells where the work on a file stands by its items, as they come and go to another file", async () => {
  const { ids, journal, close } = openTestListing({ files: files.slice(0, 2), items: items.slice(0, 3) });
  expect(await ids("files", { state: "listed" })).toEqual(["b2", "b10"]);
  const checked = items
    .slice(0, 2)
    .map((item) =>
      editRecord(item, { renditionDigest: "e".repeat(64), checkedAt: "2025-05-06" }, stampAt(5)),
    );
  journal.write("items", checked, "desk");
  expect(await ids("files", { state: "checked" })).toEqual(["b2"]);
  const [first] = checked;
  if (!first) throw new Error("no item");
  journal.write("items", [editRecord(first, { hold: "secret", fileId: "b10" }, stampAt(6))], "screen");
  expect(await ids("files", { state: "checked" })).toEqual(["b2"]);
  expect(await ids("files", { state: "held" })).toEqual(["b10"]);
  await close();
});

it("draws the tree of a fonds, and knows what was used last", async () => {
  const { handlers, journal, close } = openTestListing({ files, items });
  journal.write(
    "files",
    [sampleFile("b2b", { inventory: "1", box: "2", location: "Kho A", leafCount: 2 })],
    "screen",
  );
  const { inventories } = await handlers["listing.tree"]({ fondsId: "fonds-1" });
  expect(inventories.map(({ inventory, files: count, boxes }) => [inventory, count, boxes.length])).toEqual([
    ["1", 4, 2],
    ["2", 1, 1],
  ]);
  expect(inventories[0]?.boxes).toEqual([
    { box: "2", files: 3, items: 2, leaves: 82, locations: ["Kho A"] },
    { box: "10", files: 1, items: 1, leaves: 40, locations: [] },
  ]);
  const last = { code: "X.10", notation: "01", box: "10" };
  journal.write("files", [editRecord(sampleFile("b2b"), { withdrawn: "nhầm" }, stampAt(9))], "screen");
  expect(await handlers["listing.last"]({ fondsId: "fonds-1" })).toEqual(last);
  expect(await handlers["listing.last"]({ fondsId: "fonds-1", inventory: "2" })).toMatchObject({
    code: "X.1",
    box: "1",
  });
  expect(await handlers["listing.last"]({ fondsId: "none" })).toEqual({ code: "", notation: "", box: "" });
  await close();
});

it("narrows files and their items by groups of the scheme, and counts the files of each", async () => {
  const own = [
    sampleFile("in-a", { groupId: "group-a" }),
    sampleFile("in-b", { groupId: "group-b", code: "X.2" }),
    sampleFile("gone", { groupId: "group-b", code: "X.3", withdrawn: "Trùng" }),
    sampleFile("loose", { code: "X.4" }),
    sampleFile("elsewhere", { fondsId: "fonds-2", groupId: "group-a", code: "Y.1" }),
  ];
  const { ids, handlers, close } = openTestListing({
    files: own,
    items: [sampleItem("i1", { fileId: "in-b" })],
  });
  const ofFonds = { fondsId: "fonds-1" };
  expect(await ids("files", { ...ofFonds, groups: ["group-a", "group-b"] })).toEqual(["in-a", "in-b"]);
  expect(await ids("items", { ...ofFonds, groups: ["group-b"] })).toEqual(["i1"]);
  expect(await ids("files", { ...ofFonds, groupsBut: ["group-a"] })).toEqual(["in-b", "loose"]);
  expect(await ids("files", { ...ofFonds, groups: [] })).toEqual([]);
  const { groups } = await handlers["listing.groups"](ofFonds);
  expect(groups.toSorted((one, other) => one.id.localeCompare(other.id))).toEqual([
    { id: "", files: 1 },
    { id: "group-a", files: 1 },
    { id: "group-b", files: 1 },
  ]);
  await close();
});

it("lists what was written while it was closed", async () => {
  const first = openTestListing({ files: files.slice(0, 1) });
  expect(await first.ids("files", {})).toEqual(["b10"]);
  await first.close();
  first.journal.write("files", files.slice(1, 2), "screen");
  const again = first.reopen();
  expect(await again.ids("files", {})).toEqual(["b2", "b10"]);
  await again.close();
});

it("orders by every column both ways, each row once", async () => {
  const { ids, close } = openTestListing({ files, items });
  const sorts: ListingOrder["sort"][] = [
    "place",
    "code",
    "title",
    "date",
    "number",
    "type",
    "issuer",
    "box",
    "retention",
  ];
  for (const collection of ["files", "items"] as const) {
    for (const sort of sorts) {
      const up = await ids(collection, {}, sort);
      expect(new Set(up).size).toBe(collection === "files" ? files.length : items.length);
      expect(await ids(collection, {}, sort, true)).toEqual([...up].reverse());
    }
  }
  await close();
});

it("names the issuers and signers of a fonds' standing items, those of most items first", async () => {
  const name = (id: string, issuer: string, signer: string, more = {}) =>
    sampleItem(id, { fileId: "b2", issuer, signer, ...more });
  const { handlers, close } = openTestListing({
    files,
    items: [
      name("1", "Hội đồng nhân dân xã", "Lê Văn Hai"),
      name("2", "Ủy ban nhân dân xã", ""),
      name("3", "Ủy ban nhân dân xã", "Trần Thị Một"),
      name("4", "Đã rút", "Đã rút", { withdrawn: "nhập nhầm" }),
      name("5", "Phông khác", "Phông khác", { fileId: "other" }),
    ],
  });
  expect(await handlers["listing.names"]({ fondsId: "fonds-1" })).toEqual({
    issuers: ["Ủy ban nhân dân xã", "Hội đồng nhân dân xã"],
    signers: ["Lê Văn Hai", "Trần Thị Một"],
  });
  await close();
});
