import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";

/** A journal of three items, closed, whose kept ledger says four of them at the given sequence. */
function closedWithLedgerOfFour(seq: number): string {
  const journal = openTestJournal();
  journal.write(
    "items",
    ["a", "b", "c"].map((id) => sampleItem(id)),
    "screen",
  );
  expect(journal.count("items")).toBe(3);
  journal.close();
  const database = new DatabaseSync(join(journal.folder, "journal.sqlite"));
  const name = "ledger of items";
  const text = String(database.prepare("SELECT value FROM facts WHERE name = ?").get(name)?.["value"]);
  const kept = { ...(JSON.parse(text) as object), seq, count: 4 };
  database.prepare("UPDATE facts SET value = ? WHERE name = ?").run(JSON.stringify(kept), name);
  database.close();
  return journal.folder;
}

describe("the ledger kept at closing", () => {
  it("spares the counting at the next start", () => {
    expect(openTestJournal({ folder: closedWithLedgerOfFour(3) }).count("items")).toBe(4);
  });

  it("is not believed where the journal went on without it", () => {
    expect(openTestJournal({ folder: closedWithLedgerOfFour(2) }).count("items")).toBe(3);
  });

  it("gives the digest that counting gives", () => {
    const journal = openTestJournal();
    for (const id of ["a", "b"]) journal.write("items", [sampleItem(id)], "screen");
    const before = journal.digest("items");
    journal.close();
    const again = openTestJournal({ folder: journal.folder });
    expect(again.digest("items")).toEqual(before);
    again.write("items", [sampleItem("c")], "screen");
    const after = again.digest("items");
    again.close();
    const database = new DatabaseSync(join(journal.folder, "journal.sqlite"));
    database.exec("DELETE FROM facts WHERE name LIKE 'ledger%'");
    database.close();
    expect(openTestJournal({ folder: journal.folder }).digest("items")).toEqual(after);
  });
});
