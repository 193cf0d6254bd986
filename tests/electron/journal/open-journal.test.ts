import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectionNames } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import { hashOfRecord, SetDigest } from "#shared/replication/digest.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleItem, samplePage, stampAt } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

function raw(folder: string): DatabaseSync {
  return new DatabaseSync(join(folder, "journal.sqlite"));
}

describe("the chain", () => {
  async function tampered(statement: string) {
    const journal = openTestJournal();
    for (const id of ["a", "b", "c", "d"]) journal.write("items", [sampleItem(id)], "screen");
    expect(await journal.verify()).toEqual({ entries: 4, brokenAt: undefined });
    journal.close();
    const database = raw(journal.folder);
    database.exec("DROP TRIGGER entries_stay; DROP TRIGGER entries_never_change");
    database.exec(statement);
    database.close();
    return openTestJournal({ folder: journal.folder }).verify();
  }

  it.each([
    ["a changed state", "UPDATE entries SET state = replace(state, '123', '124') WHERE seq = 3", 3],
    ["a changed time", "UPDATE entries SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 2", 2],
    ["a changed origin", "UPDATE entries SET origin = 'province' WHERE seq = 1", 1],
    ["a changed device", "UPDATE entries SET device = 'other' WHERE seq = 4", 4],
    ["an entry taken out", "DELETE FROM entries WHERE seq = 2", 2],
    ["a tail cut off", "DELETE FROM entries WHERE seq = 4", 4],
  ])("shows %s", async (_, statement, brokenAt) => {
    expect((await tampered(statement)).brokenAt).toBe(brokenAt);
  });

  it("refuses to change or delete an entry", () => {
    const journal = openTestJournal();
    journal.write("items", [sampleItem("a")], "screen");
    journal.close();
    const database = raw(journal.folder);
    expect(() => database.exec("UPDATE entries SET at = ''")).toThrow("append-only");
    expect(() => database.exec("DELETE FROM entries")).toThrow("append-only");
    database.close();
  });

  it("keeps every state a record had", () => {
    const journal = openTestJournal();
    journal.write("items", [sampleItem("a")], "screen");
    journal.write("items", [editRecord(sampleItem("a"), { signer: "Khác" }, stampAt(4))], "screen");
    journal.close();
    const database = raw(journal.folder);
    const states = database.prepare("SELECT state FROM entries ORDER BY seq").all();
    database.close();
    expect(states.map(({ state }) => JSON.parse(String(state)) as unknown)).toMatchObject([
      { signer: "Trần Văn Mẫu" },
      { signer: "Khác" },
    ]);
  });
});

describe("opening again", () => {
  it("finds records, order, digests, counts, clock and epoch as they were", async () => {
    const journal = openTestJournal({ now: () => 1000 });
    journal.write("items", [sampleItem("a", {}, 9_000), sampleItem("b")], "screen");
    journal.write("items", [editRecord(sampleItem("b"), { note: "sửa" }, stampAt(7_000))], "province");
    journal.write("batches", [sampleBatch("batch-1")], "desk");
    const state = async (of: typeof journal) => ({
      records: of.pull("items", null, 10),
      unsent: of.unsent("items", 0, 10),
      digests: collectionNames.map((name) => of.digest(name)),
      buckets: of.buckets("items"),
      last: of.last(),
      overview: of.overview(),
      verified: await of.verify(),
    });
    const before = await state(journal);
    journal.close();
    const again = openTestJournal({ folder: journal.folder, now: () => 1000 });
    expect(await state(again)).toEqual(before);
    expect(again.stamp("Mẫu").clock > (sampleItem("a", {}, 9_000).clocks["*"] ?? "")).toBe(true);
    again.write("items", [sampleItem("c")], "screen");
    expect(await again.verify()).toEqual({ entries: 5, brokenAt: undefined });
  });

  it("has another epoch when it is another journal", () => {
    const epochs = [1, 2].map(() => openTestJournal().pull("items", null, 1).checkpoint.epoch);
    expect(epochs[0]).not.toBe(epochs[1]);
  });

  it("is refused to a second process, and to a journal of a later version", () => {
    const journal = openTestJournal();
    expect(() => openTestJournal({ folder: journal.folder })).toThrow("locked");
    journal.close();
    const database = raw(journal.folder);
    database.exec("PRAGMA user_version = 99");
    database.close();
    expect(() => openTestJournal({ folder: journal.folder })).toThrow("version 99");
  });
});

describe("counts", () => {
  it("count what stands, and follow each change", () => {
    const journal = openTestJournal();
    const held = samplePage("page-1", { hold: "corrupt" });
    const item = sampleItem("item-1");
    journal.write("items", [item, sampleItem("item-2")], "screen");
    journal.write("pages", [held, samplePage("page-2")], "desk");
    journal.write("batches", [sampleBatch("b1"), sampleBatch("b2", { state: "received" })], "screen");
    expect(journal.overview()).toEqual({
      fonds: 0,
      files: 0,
      items: 2,
      pages: 2,
      renditions: 0,
      held: 1,
      batches: [
        { state: "draft", count: 1 },
        { state: "received", count: 1 },
      ],
    });
    journal.write("pages", [editRecord(held, { hold: "" }, stampAt(5))], "desk");
    const made = editRecord(item, { renditionDigest: "a".repeat(64), hold: "other" }, stampAt(5));
    journal.write("items", [made], "desk");
    journal.write("items", [editRecord(sampleItem("item-2"), { withdrawn: "nhầm" }, stampAt(6))], "screen");
    journal.write("batches", [editRecord(sampleBatch("b1"), { state: "received" }, stampAt(5))], "screen");
    expect(journal.overview()).toMatchObject({
      items: 1,
      renditions: 1,
      held: 1,
      batches: [{ state: "received", count: 2 }],
    });
  });
});

describe("two journals", () => {
  it("have equal digests when they merged the same states, in whatever order and grouping", () => {
    const edit = fc.record({
      id: fc.constantFrom("a", "b", "c"),
      field: fc.constantFrom("signer", "note", "subject", "withdrawn"),
      value: fc.constantFrom("", "một", "hai"),
      ms: fc.integer({ min: 2, max: 6 }),
      device: fc.constantFrom("one", "two"),
    });
    const world = fc.array(edit, { minLength: 1, maxLength: 12 }).chain((edits) =>
      fc.record({
        edits: fc.constant(edits),
        order: fc.shuffledSubarray(edits, { minLength: edits.length }),
      }),
    );
    const folder = temporaryFolder();
    let opened = 0;
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 5 }), ({ edits, order }, size) => {
        const [one, two] = [edits, order].map((sequence, place) => {
          opened += 1;
          const journal = openTestJournal({ folder: join(folder, String(opened)) });
          const states = sequence.map(({ id, field, value, ms, device }) => {
            const edited = editRecord(sampleItem(id), { [field]: value }, stampAt(ms, device));
            // The same clocks in a longer form, as a careless sender would write them.
            return place === 1
              ? { ...edited, clocks: { ...edited.clocks, ext: edited.clocks["*"] ?? "" } }
              : edited;
          });
          const group = place === 0 ? 1 : size;
          for (let at = 0; at < states.length; at += group) {
            journal.write("items", states.slice(at, at + group), at % 2 ? "screen" : "province");
          }
          return journal;
        });
        if (!one || !two) throw new Error("two journals");
        expect(two.digest("items")).toEqual(one.digest("items"));
        expect(two.buckets("items")).toEqual(one.buckets("items"));
        const fresh = new SetDigest();
        for (const record of one.pull("items", null, 100).documents)
          fresh.add(record.id, hashOfRecord(record));
        expect(one.digest("items")).toEqual({ count: fresh.count, digest: fresh.digest() });
        one.close();
        two.close();
      }),
      { numRuns: 40 },
    );
  });
});
