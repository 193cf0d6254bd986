import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { frozenChanges } from "#shared/completeness/frozen-fields.ts";
import { compareSeals, type FileContent, sealBatch } from "#shared/completeness/seal-batch.ts";
import { sampleFile, sampleItem, samplePage, stampAt } from "#tests/helpers/sample-records.ts";

const fileOf = (id: string): FileContent => ({
  file: sampleFile(id, { batchId: "b" }),
  items: [1, 2].map((ordinal) => ({
    item: sampleItem(`${id}-${ordinal}`, { fileId: id, ordinal }),
    pages: [1, 2].map((at) =>
      samplePage(`${id}-${ordinal}-${at}`, { itemId: `${id}-${ordinal}`, ordinal: at }),
    ),
  })),
});
const content = ["f2", "f1"].map(fileOf);
const accepted = sealBatch("b", content);

test("a seal is of what is there, in whatever order and with whatever clocks it is read", () => {
  expect(accepted.records).toBe(2 + 4 + 8);
  expect(accepted.seal.files.map(({ id }) => id)).toEqual(["f1", "f2"]);
  const turned = [...content].reverse().map(({ file, items }) => ({
    file: { ...file, clocks: { "*": "0" }, updatedBy: "Ai khác", deviceId: "khác" },
    items: [...items].reverse().map(({ item, pages }) => ({ item, pages: [...pages].reverse() })),
  }));
  expect(sealBatch("b", turned)).toEqual(accepted);
  expect(sealBatch("c", content).seal.digest, "another batch").not.toBe(accepted.seal.digest);
});

test("what differs is named by its file: changed, missing, added", () => {
  const stamp = stampAt(9);
  const [f2, f1] = content as [FileContent, FileContent];
  const changed = {
    ...f1,
    items: f1.items.map(({ item, pages }) => ({
      item,
      pages: pages.map((page) => editRecord(page, { masterDigest: "e".repeat(64) }, stamp)),
    })),
  };
  const withdrawn = { ...f2, file: editRecord(f2.file, { withdrawn: "nhập nhầm" }, stamp) };
  const now = sealBatch("b", [changed, withdrawn, fileOf("f3")]);
  expect(compareSeals(accepted.seal, now.seal)).toEqual([
    { fileId: "f1", what: "changed" },
    { fileId: "f2", what: "missing" },
    { fileId: "f3", what: "added" },
  ]);
  expect(now.seal.digest).not.toBe(accepted.seal.digest);
  expect(compareSeals(accepted.seal, accepted.seal)).toEqual([]);
});

test("a page that was withdrawn before is no content, one withdrawn since is a change", () => {
  const [f2] = content as [FileContent];
  const [first] = f2.items as [FileContent["items"][number]];
  const gone = editRecord(first.pages[0] ?? samplePage("x"), { withdrawn: "quét lại" }, stampAt(9));
  const more = {
    ...f2,
    items: [{ ...first, pages: [...first.pages, { ...gone, id: "more" }] }, ...f2.items.slice(1)],
  };
  expect(sealBatch("b", [more]).seal).toEqual(sealBatch("b", [f2]).seal);
  const less = { ...f2, items: [{ ...first, pages: [gone, ...first.pages.slice(1)] }, ...f2.items.slice(1)] };
  expect(sealBatch("b", [less]).seal).not.toEqual(sealBatch("b", [f2]).seal);
});

test("receipts, holds and what a machine derives are open; a document may be made once; all else is frozen", () => {
  const item = sampleItem("i", { renditionDigest: "", renditionSize: 0 });
  const made = {
    ...item,
    renditionDigest: "a".repeat(64),
    renditionSize: 9,
    renditionKind: "two-layer" as const,
  };
  expect(frozenChanges("items", item, made)).toEqual([]);
  expect(frozenChanges("items", made, { ...made, renditionDigest: "b".repeat(64) })).toEqual([
    "renditionDigest",
  ]);
  expect(frozenChanges("items", made, { ...made, receiptDigest: "a".repeat(64), receiptAt: "2025" })).toEqual(
    [],
  );
  expect(frozenChanges("items", made, { ...made, subject: "Khác", withdrawn: "nhầm" })).toEqual([
    "withdrawn",
    "subject",
  ]);
  const page = samplePage("p");
  expect(frozenChanges("pages", page, { ...page, hold: "corrupt", thumbDigest: "t", wordCount: 3 })).toEqual(
    [],
  );
  expect(frozenChanges("pages", page, { ...page, ordinal: 9, verdict: "rejected" })).toEqual([
    "ordinal",
    "verdict",
  ]);
  const file = sampleFile("f");
  const held = { code: "secret", why: "dấu Mật", at: "2025", by: "Lê Kiểm" };
  expect(frozenChanges("files", file, { ...file, held, location: "Kho 2" })).toEqual([]);
  expect(frozenChanges("files", file, { ...file, batchId: "other" })).toEqual(["batchId"]);
});

test("a signature put on a document afterwards breaks no seal; another document under it does", () => {
  const [f2, f1] = content;
  const [first] = f1?.items ?? [];
  if (!f1 || !f2 || !first) throw new Error("no content");
  const { renditionDigest: of, renditionSize: ofSize, reportDigest: ofReport } = first.item;
  const digest = "e".repeat(64);
  const signature = {
    ...{ digest, of, ofSize, ofReport, level: "b-b" as const, at: "2025-06-02T01:00:00.000Z" },
    ...{ by: "Duyệt", name: "UBND huyện", issuer: "Nơi cấp", serial: "01" },
  };
  const signed = {
    ...first.item,
    renditionDigest: digest,
    renditionSize: 99,
    reportDigest: digest,
    signature,
  };
  const sealWith = (item: typeof signed) =>
    sealBatch("b", [{ ...f1, items: [{ ...first, item }, ...f1.items.slice(1)] }, f2]).seal;
  expect(sealWith(signed)).toEqual(accepted.seal);
  expect(frozenChanges("items", first.item, signed)).toEqual([]);
  const other = { ...signed, signature: { ...signature, of: "d".repeat(64) } };
  expect(sealWith(other)).not.toEqual(accepted.seal);
  expect(frozenChanges("items", { ...first.item, renditionDigest: "c".repeat(64) }, other)).toEqual([
    "renditionDigest",
  ]);
});
