import { describe, expect, it, vi } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { readClock } from "#shared/base/clock.ts";
import { bucketOf, hashOfRecord, SetDigest } from "#shared/replication/digest.ts";
import type { Journal } from "#electron/journal/journal.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
  stampAt,
} from "#tests/helpers/sample-records.ts";

/** What every implementation of the Journal port holds. `open` gives an empty journal at the wall time given. */
export function journalContract(open: (now?: () => number) => Journal): void {
  describe("writing", () => {
    it("holds a new record as it was handed in", () => {
      const journal = open();
      const item = sampleItem("item-1");
      expect(journal.write("items", [item], "screen")).toEqual([
        { record: item, changed: true, asHandedIn: true },
      ]);
      expect(journal.read("items", "item-1")).toEqual(item);
      expect(journal.read("files", "item-1")).toBeUndefined();
    });

    it("merges edits of two fields made apart", () => {
      const journal = open();
      const item = sampleItem("item-1");
      journal.write("items", [editRecord(item, { signer: "Lê Thị Mẫu" }, stampAt(5, "one"))], "screen");
      const other = editRecord(item, { subject: "Về việc khác" }, stampAt(4, "two"));
      const [written] = journal.write("items", [other], "province");
      expect(written).toMatchObject({ changed: true, asHandedIn: false });
      expect(journal.read("items", "item-1")).toMatchObject({
        signer: "Lê Thị Mẫu",
        subject: "Về việc khác",
      });
    });

    it("lets the later edit of one field stand, whichever comes last", () => {
      const journal = open();
      const item = sampleItem("item-1");
      const early = editRecord(item, { signer: "Sớm" }, stampAt(4, "one"));
      const late = editRecord(item, { signer: "Muộn" }, stampAt(5, "two"));
      journal.write("items", [late], "screen");
      expect(journal.write("items", [early], "screen")).toEqual([
        { record: late, changed: false, asHandedIn: false },
      ]);
      expect(journal.read("items", "item-1")?.signer).toBe("Muộn");
    });

    it("writes nothing for a state it holds", () => {
      const journal = open();
      journal.write("items", [sampleItem("item-1")], "screen");
      const before = journal.last();
      const listener = vi.fn();
      journal.onWrite(listener);
      expect(journal.write("items", [sampleItem("item-1")], "screen")[0]).toMatchObject({
        changed: false,
        asHandedIn: true,
      });
      expect(journal.last()).toEqual(before);
      expect(listener).not.toHaveBeenCalled();
    });

    it("merges two rows with one id within one write", () => {
      const journal = open();
      const item = sampleItem("item-1");
      const one = editRecord(item, { signer: "Một" }, stampAt(4, "one"));
      const two = editRecord(item, { note: "Hai" }, stampAt(5, "two"));
      const written = journal.write("items", [one, two], "screen");
      expect(written.map(({ changed }) => changed)).toEqual([true, true]);
      expect(journal.read("items", "item-1")).toMatchObject({ signer: "Một", note: "Hai" });
      expect(journal.count("items")).toBe(1);
      expect(journal.pull("items", null, 10).documents).toHaveLength(1);
    });

    it("tells its listeners until they stop listening", () => {
      const journal = open();
      const listener = vi.fn();
      const stop = journal.onWrite(listener);
      const batch = sampleBatch("batch-1");
      journal.write("batches", [batch], "screen");
      const place = (record: typeof batch) => ({ hash: hashOfRecord(record), scope: record.scope });
      const first = { id: "batch-1", before: undefined, after: place(batch) };
      expect(listener.mock.calls).toMatchObject([["batches", [first]]]);
      const moved = editRecord(batch, { scope: "52.550" }, stampAt(5));
      journal.write("batches", [moved], "screen");
      const second = { id: "batch-1", before: place(batch), after: place(moved) };
      expect(listener.mock.calls[1]).toMatchObject(["batches", [second]]);
      stop();
      journal.write("batches", [sampleBatch("batch-2")], "screen");
      expect(listener).toHaveBeenCalledTimes(2);
    });
  });

  describe("reading", () => {
    it("finds the records below another, also after they moved", () => {
      const journal = open();
      const page = samplePage("page-1", { itemId: "item-1" });
      journal.write("items", [sampleItem("item-1"), sampleItem("item-2", { fileId: "file-2" })], "screen");
      journal.write("pages", [page], "desk");
      expect(journal.children("items", "file-1").map(({ id }) => id)).toEqual(["item-1"]);
      expect(journal.children("pages", "item-1").map(({ id }) => id)).toEqual(["page-1"]);
      journal.write("pages", [editRecord(page, { itemId: "item-2" }, stampAt(9))], "desk");
      expect(journal.children("pages", "item-1")).toEqual([]);
      expect(journal.children("pages", "item-2").map(({ id }) => id)).toEqual(["page-1"]);
      expect(journal.children("fonds", "")).toEqual([]);
    });

    it("finds files by batch, and by code without marks or case", () => {
      const journal = open();
      journal.write("fonds", [sampleFonds("fonds-1", { code: "H05.ĐC.01" })], "screen");
      journal.write(
        "files",
        [sampleFile("file-1", { code: "H05.ĐC.01", batchId: "batch-1" }), sampleFile("file-2")],
        "screen",
      );
      expect(journal.filesWithCode(" h05.đc.01").map(({ id }) => id)).toEqual(["file-1"]);
      expect(journal.filesWithCode("h05.dc.01").map(({ id }) => id)).toEqual(["file-1"]);
      expect(journal.filesWithCode("")).toEqual([]);
      expect(journal.filesOfBatch("batch-1").map(({ id }) => id)).toEqual(["file-1"]);
      expect(journal.filesOfBatch("")).toEqual([]);
    });

    it("gives each record once, at its last place, in pages that join", () => {
      const journal = open();
      const items = ["a", "b", "c", "d"].map((id) => sampleItem(id));
      journal.write("items", items, "screen");
      journal.write("items", [editRecord(sampleItem("b"), { note: "sửa" }, stampAt(8))], "screen");
      const first = journal.pull("items", null, 3);
      const second = journal.pull("items", first.checkpoint, 3);
      const third = journal.pull("items", second.checkpoint, 3);
      expect(first.documents.map(({ id }) => id)).toEqual(["a", "c", "d"]);
      expect(second.documents).toMatchObject([{ id: "b", note: "sửa" }]);
      expect(third).toEqual({ documents: [], checkpoint: second.checkpoint });
    });

    it("starts from the beginning for the checkpoint of another life, or from beyond its end", () => {
      const journal = open();
      journal.write("items", [sampleItem("a")], "screen");
      const { checkpoint } = journal.pull("items", null, 10);
      expect(journal.pull("items", { epoch: "other", seq: checkpoint.seq }, 10).documents).toHaveLength(1);
      const beyond = { epoch: checkpoint.epoch, seq: checkpoint.seq + 1 };
      expect(journal.pull("items", beyond, 10).documents).toHaveLength(1);
    });

    it("keeps the digest of what it holds", () => {
      const journal = open();
      const records = Array.from({ length: 30 }, (_, place) => sampleItem(`item-${place}`));
      journal.write("items", records.slice(0, 20), "screen");
      expect(journal.digest("items").count).toBe(20);
      journal.write("items", records, "screen");
      const edited = editRecord(sampleItem("item-3"), { note: "sửa" }, stampAt(8));
      journal.write("items", [edited], "province");
      const expected = new SetDigest();
      for (const record of records) {
        const state = record.id === edited.id ? edited : record;
        expected.add(state.id, hashOfRecord(state));
      }
      expect(journal.digest("items")).toEqual({ count: 30, digest: expected.digest() });
      expect(journal.buckets("items")).toEqual(expected.buckets());
      expect(journal.hashes("items", bucketOf(edited.id))).toContainEqual([edited.id, hashOfRecord(edited)]);
      const all = Array.from({ length: 256 }, (_, bucket) => journal.hashes("items", bucket)).flat();
      expect(all).toHaveLength(30);
    });
  });

  describe("what is to be sent", () => {
    const unsent = (journal: Journal) => journal.unsent("items", 0, 100).documents.map(({ id }) => id);

    it("is what the screen and the desk wrote, not what the province sent", () => {
      const journal = open();
      journal.write("items", [sampleItem("from-screen")], "screen");
      journal.write("items", [sampleItem("from-province")], "province");
      journal.write("items", [sampleItem("from-desk")], "desk");
      expect(unsent(journal)).toEqual(["from-screen", "from-desk"]);
      const { seq } = journal.unsent("items", 0, 1);
      expect(journal.unsent("items", seq, 10).documents.map(({ id }) => id)).toEqual(["from-desk"]);
    });

    it("no longer holds what the province sent back as it was, and no entry is made of the echo", () => {
      const journal = open();
      journal.write("items", [sampleItem("item-1")], "screen");
      const { seq } = journal.last();
      const [echo] = journal.write("items", [sampleItem("item-1")], "province");
      expect(echo).toMatchObject({ changed: false, asHandedIn: true });
      expect(journal.last().seq).toBe(seq);
      expect(unsent(journal)).toEqual([]);
    });

    it("no longer holds what was read of it and comes back, but what was written meanwhile", () => {
      const journal = open();
      const edited = sampleItem("edited");
      journal.write("items", [sampleItem("quiet"), edited], "screen");
      const { documents } = journal.unsent("items", 0, 10);
      journal.write("items", [editRecord(edited, { note: "tại chỗ" }, stampAt(5))], "screen");
      const { seq } = journal.last();
      const written = journal.write("items", documents, "province");
      expect(written).toMatchObject([
        { record: { id: "quiet" }, changed: false, asHandedIn: true },
        { record: { id: "edited", note: "tại chỗ" }, changed: false, asHandedIn: false },
      ]);
      expect(journal.last().seq).toBe(seq);
      expect(unsent(journal)).toEqual(["edited"]);
      expect(journal.base("items", "edited")).toEqual(edited.clocks);
      expect(journal.base("items", "quiet")).toBeUndefined();
    });

    it("holds a local edit of what the province sent", () => {
      const journal = open();
      const item = sampleItem("item-1");
      journal.write("items", [item], "province");
      journal.write("items", [editRecord(item, { note: "tại chỗ" }, stampAt(5))], "screen");
      expect(unsent(journal)).toEqual(["item-1"]);
    });

    it("holds what came of a province's edit merged with an unsent local one, past the old place", () => {
      const journal = open();
      const item = sampleItem("item-1");
      journal.write("items", [editRecord(item, { note: "tại chỗ" }, stampAt(5))], "screen");
      const { seq } = journal.unsent("items", 0, 10);
      journal.write("items", [editRecord(item, { signer: "tỉnh" }, stampAt(6, "province"))], "province");
      expect(journal.unsent("items", seq, 10).documents).toMatchObject([{ note: "tại chỗ", signer: "tỉnh" }]);
    });

    it("is counted, and holds again what the province was found to lack", () => {
      const journal = open();
      journal.write(
        "items",
        ["a", "b", "c"].map((id) => sampleItem(id)),
        "province",
      );
      journal.write("files", [sampleFile("file-1")], "screen");
      expect(journal.unsentCount("items")).toBe(0);
      expect(journal.unsentCount("files")).toBe(1);
      journal.markUnsent("items", ["b", "none"]);
      expect(unsent(journal)).toEqual(["b"]);
      expect(journal.unsentCount("items")).toBe(1);
      journal.markUnsent("items");
      expect(unsent(journal)).toEqual(["a", "b", "c"]);
      journal.markUnsent("items", []);
      expect(journal.unsentCount("items")).toBe(3);
    });

    it("keeps an unsent edit when the province sends an older state", () => {
      const journal = open();
      const item = sampleItem("item-1");
      journal.write("items", [editRecord(item, { note: "tại chỗ" }, stampAt(5))], "screen");
      journal.write("items", [item], "province");
      expect(unsent(journal)).toEqual(["item-1"]);
    });
  });

  it("stamps later than everything it holds, with the wall clock set back", () => {
    const journal = open(() => 1000);
    const future = sampleItem("item-1", {}, 5_000_000);
    const first = journal.stamp("Mẫu");
    journal.write("items", [future], "province");
    const second = journal.stamp("Mẫu");
    const third = journal.stamp("Mẫu");
    expect(readClock(first.clock)?.ms).toBe(1000);
    expect(second.clock > (future.clocks["*"] ?? "")).toBe(true);
    expect(third.clock > second.clock).toBe(true);
    expect(second.clock.endsWith(`-${second.deviceId}.d`)).toBe(true);
  });
}
