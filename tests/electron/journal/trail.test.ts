import { describe, expect, it } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { trailHandlers } from "#electron/journal/trail.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleItem, stampAt } from "#tests/helpers/sample-records.ts";

describe("the trail of a record", () => {
  it("says who changed which field from what to what, latest first", async () => {
    const journal = openTestJournal();
    const made = sampleItem("a");
    journal.write("items", [made, sampleItem("b")], "screen");
    const edited = editRecord(
      made,
      { subject: "Về việc sửa" },
      { ...stampAt(10, "laptop-2"), by: "Trần Thị B" },
    );
    journal.write("items", [edited], "province");
    journal.write("items", [editRecord(edited, { withdrawn: "trùng" }, stampAt(20))], "desk");
    const { entries, more } = await trailHandlers(journal)["records.trail"]({ collection: "items", id: "a" });
    expect(more).toBe(false);
    expect(entries).toMatchObject([
      { origin: "desk", first: false, changes: [{ field: "withdrawn", before: "", after: "trùng" }] },
      {
        origin: "province",
        by: "Trần Thị B",
        deviceId: "laptop-2",
        changes: [{ field: "subject", before: made.subject, after: "Về việc sửa" }],
      },
      { origin: "screen", by: made.updatedBy, first: true, changes: [] },
    ]);
  });

  it("leaves the oldest out of a long one, and says so", async () => {
    const journal = openTestJournal();
    let item = sampleItem("a");
    for (let at = 1; at <= 205; at += 1) {
      journal.write("items", [item], "screen");
      item = editRecord(item, { note: String(at) }, stampAt(at * 10));
    }
    const { entries, more } = await trailHandlers(journal)["records.trail"]({ collection: "items", id: "a" });
    expect(more).toBe(true);
    expect(entries[0]?.changes).toEqual([{ field: "note", before: "203", after: "204" }]);
    expect(entries.every(({ first }) => !first)).toBe(true);
  });

  it("of a record that is not there is empty", async () => {
    const handlers = trailHandlers(openTestJournal());
    expect(await handlers["records.trail"]({ collection: "items", id: "gone" })).toEqual({
      entries: [],
      more: false,
    });
  });
});
