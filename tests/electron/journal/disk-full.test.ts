import { describe, expect, it } from "vitest";
import { DeskFault } from "#shared/contract/fault.ts";
import { openDatabase } from "#electron/journal/database.ts";
import { isDiskFull } from "#electron/journal/transaction.ts";
import { openJournalOn } from "#electron/journal/open-journal.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { onTestFinished } from "vitest";

function faultOf(work: () => unknown): DeskFault | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof DeskFault) return error;
    throw error;
  }
  return undefined;
}

describe("a full disk", () => {
  it("is a fault that keeps all as it was; the next write works when there is room", async () => {
    const database = openDatabase(temporaryFolder());
    const journal = openJournalOn(database, { deviceId: "device-1", now: () => 1000 });
    onTestFinished(() => journal.close());
    journal.write("items", [sampleItem("first")], "screen");
    const state = () => [
      journal.digest("items"),
      journal.overview(),
      journal.last(),
      journal.buckets("items"),
    ];
    const before = state();
    const pages = Number(database.prepare("PRAGMA page_count").get()?.["page_count"]);
    database.exec(`PRAGMA max_page_count = ${pages + 2}`);
    const many = Array.from({ length: 200 }, (_, place) => sampleItem(`item-${place}`));

    const fault = faultOf(() => journal.write("items", many, "screen"));
    expect(fault).toMatchObject({ code: "disk-full", lasting: false });
    expect(state()).toEqual(before);
    expect(journal.read("items", "item-0")).toBeUndefined();
    expect(await journal.verify()).toEqual({ entries: 1, brokenAt: undefined });

    database.exec("PRAGMA max_page_count = 100000");
    journal.write("items", many, "screen");
    expect(journal.digest("items").count).toBe(201);
    expect(await journal.verify()).toEqual({ entries: 201, brokenAt: undefined });
  });

  it("is also a fault where a refused row cannot be kept", () => {
    const database = openDatabase(temporaryFolder());
    const journal = openJournalOn(database, { deviceId: "device-1", now: () => 1000 });
    onTestFinished(() => journal.close());
    const pages = Number(database.prepare("PRAGMA page_count").get()?.["page_count"]);
    database.exec(`PRAGMA max_page_count = ${pages}`);
    const row = { collection: "items", id: "a", code: "not-a-record", detail: "", state: "x".repeat(20_000) };
    expect(faultOf(() => journal.quarantine([row]))?.code).toBe("disk-full");
    expect(journal.quarantined()).toEqual([]);
  });

  it("is known by the system's word too", () => {
    expect(isDiskFull(Object.assign(new Error("no space"), { code: "ENOSPC" }))).toBe(true);
    expect(isDiskFull(Object.assign(new Error("locked"), { errcode: 5 }))).toBe(false);
  });
});
