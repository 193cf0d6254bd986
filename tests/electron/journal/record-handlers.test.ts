import { describe, expect, it, vi } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { PushRow, WireRecord } from "#shared/replication/messages.ts";
import { recordHandlers } from "#electron/journal/record-handlers.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
  stampAt,
} from "#tests/helpers/sample-records.ts";

function desk() {
  const journal = openTestJournal();
  const emit = vi.fn();
  return { journal, emit, handlers: recordHandlers({ journal, emit }) };
}

function row(state: WireRecord): PushRow {
  return { assumedMasterState: null, newDocumentState: { ...state, _deleted: false } };
}

describe("push", () => {
  it("stores rows as sent, says nothing of them, and tells the screen", async () => {
    const { journal, emit, handlers } = desk();
    const answer = await handlers["records.push"]({ collection: "items", rows: [row(sampleItem("a"))] });
    expect(answer).toEqual({ conflicts: [], refused: [] });
    expect(journal.read("items", "a")).toEqual(sampleItem("a"));
    expect(emit.mock.calls).toEqual([["records.changed", { collection: "items" }]]);
  });

  it.each([
    ["fonds", sampleFonds("a")],
    ["batches", sampleBatch("a")],
    ["files", sampleFile("a")],
    ["items", sampleItem("a")],
    ["pages", samplePage("a")],
  ] as const)("takes a record of %s and refuses one that lacks a field", async (collection, record) => {
    const { handlers } = desk();
    const lacking = { ...record, scope: undefined };
    const rows = [row(record), row({ ...lacking, id: "b" })];
    const { refused } = await handlers["records.push"]({ collection, rows });
    expect(refused.map(({ id }) => id)).toEqual(["b"]);
  });

  it("refuses what is no record, keeps it, and takes the rows around it", async () => {
    const { journal, handlers } = desk();
    const bad = { ...sampleItem("bad"), subject: 7 };
    const odd = { ...sampleItem("odd"), hold: "gone-fishing" };
    const proto = JSON.parse(
      `{"__proto__":{"x":1},${JSON.stringify(sampleItem("proto")).slice(1)}`,
    ) as WireRecord;
    const rows = [
      row(sampleItem("a")),
      row(bad),
      row(odd),
      { newDocumentState: proto },
      row(sampleItem("z")),
    ];
    const answer = await handlers["records.push"]({ collection: "items", rows });
    expect(answer.conflicts).toEqual([]);
    expect(answer.refused).toMatchObject([
      { id: "bad", code: "not-a-record", detail: expect.stringContaining("/subject") as string },
      { id: "odd", code: "not-a-record", detail: expect.stringContaining("/hold") as string },
      { id: "proto", code: "not-a-record" },
    ]);
    expect(journal.pull("items", null, 10).documents.map(({ id }) => id)).toEqual(["a", "z"]);
    await handlers["records.push"]({ collection: "items", rows });
    const kept = journal.quarantined();
    expect(kept.map(({ id }) => id)).toEqual(["bad", "odd", "proto"]);
    expect(kept[0]?.state).toEqual({ ...bad, _deleted: false });
  });

  it("answers every row that is held otherwise, with what is held", async () => {
    const { journal, handlers } = desk();
    const item = sampleItem("a");
    journal.write("items", [editRecord(item, { signer: "Bàn" }, stampAt(5, "desk"))], "desk");
    const stale = item;
    const other = editRecord(item, { note: "màn hình" }, stampAt(4, "screen"));
    const alone = sampleItem("alone");
    for (const sent of [stale, other]) {
      const rows = [row(sent), row(alone)];
      const { conflicts } = await handlers["records.push"]({ collection: "items", rows });
      expect(conflicts).toEqual([{ ...journal.read("items", "a"), _deleted: false }]);
    }
    expect(journal.read("items", "a")).toMatchObject({ signer: "Bàn", note: "màn hình" });
  });

  it("answers a record whose clocks it stored in another form", async () => {
    const { journal, handlers } = desk();
    const item = sampleItem("a");
    const long = { ...item, clocks: { ...item.clocks, subject: item.clocks["*"] ?? "" } };
    const { conflicts } = await handlers["records.push"]({ collection: "items", rows: [row(long)] });
    expect(conflicts).toEqual([{ ...item, _deleted: false }]);
    expect(journal.read("items", "a")).toEqual(item);
  });

  it("deletes nothing: a row sent as deleted comes back", async () => {
    const { journal, handlers } = desk();
    const deleted = { newDocumentState: { ...sampleItem("a"), _deleted: true } };
    const { conflicts } = await handlers["records.push"]({ collection: "items", rows: [deleted] });
    expect(conflicts).toEqual([{ ...sampleItem("a"), _deleted: false }]);
    expect(journal.read("items", "a")).toEqual(sampleItem("a"));
  });

  it("answers two rows of one id with the one record that came of them", async () => {
    const { handlers } = desk();
    const item = sampleItem("a");
    const one = editRecord(item, { signer: "Một" }, stampAt(4, "one"));
    const two = editRecord(item, { note: "Hai" }, stampAt(5, "two"));
    const { conflicts } = await handlers["records.push"]({ collection: "items", rows: [row(one), row(two)] });
    expect(conflicts).toMatchObject([{ id: "a", signer: "Một", note: "Hai" }]);
  });
});

describe("reading", () => {
  it("answers documents in the form RxDB reads", async () => {
    const { journal, handlers } = desk();
    journal.write("items", [sampleItem("a"), sampleItem("b")], "province");
    const pulled = await handlers["records.pull"]({ collection: "items", checkpoint: null, limit: 1 });
    expect(pulled.documents).toEqual([{ ...sampleItem("a"), _deleted: false }]);
    const { checkpoint } = pulled;
    const rest = await handlers["records.pull"]({ collection: "items", checkpoint, limit: 9 });
    expect(rest.documents).toEqual([{ ...sampleItem("b"), _deleted: false }]);
    const read = await handlers["records.read"]({ collection: "items", ids: ["b", "none", "b"] });
    expect(read.documents).toEqual([{ ...sampleItem("b"), _deleted: false }]);
  });

  it("counts a batch against its inventory", async () => {
    const { journal, handlers } = desk();
    journal.write("batches", [sampleBatch("batch-1")], "screen");
    journal.write("files", [sampleFile("f", { batchId: "batch-1" }), sampleFile("other")], "screen");
    journal.write(
      "items",
      [sampleItem("i", { fileId: "f" }), sampleItem("j", { fileId: "other" })],
      "screen",
    );
    journal.write("pages", [samplePage("p", { itemId: "i" })], "desk");
    const counted = await handlers["batches.completeness"]({ batchId: "batch-1" });
    expect(counted.listed).toEqual({ files: 1, items: 1, pages: 3 });
    expect(counted.captured, "a page of three is no captured item").toEqual({ files: 0, items: 0, pages: 0 });
    expect(counted.lacks.map(({ code }) => code)).toEqual(["not-received", "pages-missing", "no-rendition"]);
    expect(() => handlers["batches.completeness"]({ batchId: "none" })).toThrow("none");
  });
});
