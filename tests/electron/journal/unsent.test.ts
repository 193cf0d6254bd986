import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Item } from "#shared/archive/item.ts";
import { editRecord } from "#shared/archive/record.ts";
import { mergeRecords, sameRecord } from "#shared/replication/merge.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleItem, stampAt } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const step = fc.record({
  what: fc.constantFrom("edit-here", "edit-there", "push", "pull"),
  id: fc.constantFrom("a", "b"),
  field: fc.constantFrom("signer", "note"),
  ms: fc.integer({ min: 2, max: 20 }),
});

it("is enough to make the province equal, whatever came between, and then nothing is left of it", () => {
  const folder = temporaryFolder();
  let worlds = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      worlds += 1;
      const journal = openTestJournal({ folder: join(folder, String(worlds)) });
      const province = new Map<string, Item>();
      let feed: Item[] = [];
      let cursor = 0;
      const take = (item: Item) => {
        const held = province.get(item.id);
        const merged = held ? mergeRecords(held, item) : item;
        if (held && sameRecord(held, merged)) return;
        province.set(item.id, merged);
        feed.push(merged);
      };
      const push = () => {
        const { documents, seq } = journal.unsent("items", cursor, 100);
        for (const item of documents) take(item);
        cursor = seq;
        return documents.length;
      };
      const pull = () => {
        journal.write("items", feed, "province");
        feed = [];
      };
      for (const [place, { what, id, field, ms }] of steps.entries()) {
        const value = { [field]: `giá trị ${place}` };
        const held = journal.read("items", id) ?? sampleItem(id);
        if (what === "edit-here")
          journal.write("items", [editRecord(held, value, stampAt(ms, "here"))], "screen");
        else if (what === "edit-there") {
          take(editRecord(province.get(id) ?? sampleItem(id), value, stampAt(ms, "there")));
        } else if (what === "push") push();
        else pull();
      }
      do pull();
      while (push() > 0);
      pull();
      expect(journal.pull("items", null, 10).documents).toHaveLength(province.size);
      for (const [id, item] of province) expect(journal.read("items", id)).toEqual(item);
      expect(journal.unsent("items", 0, 10).documents).toEqual([]);
      journal.close();
    }),
    { numRuns: 60 },
  );
});
