import { expect, test } from "vitest";
import { readMakers, writeMakers } from "#shared/archive/check.ts";
import type { Item } from "#shared/archive/item.ts";
import { editRecord } from "#shared/archive/record.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { ruleItem } from "#shared/replication/rule-item.ts";
import { makeItem, phuocLoc, stamp } from "#tests/province/world.ts";

const captured = makeItem("i", phuocLoc);
const at = "2025-05-20T08:00:00.000Z";
const pass = (by: string, more: Partial<Item> = {}, of = captured, after = 50) =>
  editRecord<Item>(of, { checkedAt: at, checkedBy: by, ...more }, stamp(after));
const rule = (merged: Item, capturers: readonly string[] = [], stored: Item | undefined = captured) =>
  ruleItem(stored, merged, capturers, () => stamp(90, "province"));

test("nobody passes what they captured: by the pages that are held, or by what the item says itself", () => {
  const refused = { checkedAt: "", checkedBy: "", checkRefusal: "own-work", subject: "Tên mới" };
  const pushed = pass("Trần Quét", { subject: "Tên mới" });
  const ruled = rule(pushed, ["Lê Quét", "Trần Quét"]);
  expect(ruled).toMatchObject(refused);
  // It wins wherever it is merged with what was refused.
  expect(mergeRecords(pushed, ruled)).toEqual(ruled);
  const makers = writeMakers(["Lê Quét", "Trần Quét"]);
  expect(rule(pass("Trần Quét", { makers, subject: "Tên mới" }))).toMatchObject(refused);
  expect(rule(pass("Trần Quét", { makers, subject: "Tên mới" }), [], undefined)).toMatchObject(refused);
});

test("another passes it, which ends the refusal; what passes nothing is taken as it comes", () => {
  const other = pass("Phạm Kiểm");
  expect(rule(other, ["Trần Quét"])).toBe(other);
  const refused = rule(pass("Trần Quét"), ["Trần Quét"]);
  const again = editRecord<Item>(refused, { checkedAt: at, checkedBy: "Phạm Kiểm" }, stamp(99));
  expect(rule(again, ["Trần Quét"], refused)).toMatchObject({ checkedBy: "Phạm Kiểm", checkRefusal: "" });
  // What was taken before the rule stays: nothing is passed anew.
  const old = pass("Trần Quét");
  const edited = editRecord<Item>(old, { subject: "Khác" }, stamp(60));
  expect(rule(edited, ["Trần Quét"], old)).toBe(edited);
  const undone = editRecord<Item>(old, { checkedAt: "", checkedBy: "" }, stamp(60));
  expect(rule(undone, ["Trần Quét"], old)).toBe(undone);
});

test("what another had passed stands where who captured it passes it again", () => {
  const stored = pass("Phạm Kiểm");
  const own = pass("Trần Quét", { checkedAt: "2025-05-20T09:00:00.000Z" }, stored, 60);
  expect(rule(own, ["Trần Quét"], stored)).toMatchObject({ checkedAt: at, checkedBy: "Phạm Kiểm" });
});

test("names are noted each once, and no more than there is room for", () => {
  expect(readMakers({ makers: writeMakers(["Lê", "", "Trần", "Lê"]) })).toEqual(["Lê", "Trần"]);
  expect(readMakers({})).toEqual([]);
  const many = writeMakers(Array.from({ length: 100 }, (_, n) => `${n} ${"x".repeat(90)}`));
  expect(many.length).toBeLessThanOrEqual(2000);
});
