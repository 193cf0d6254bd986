import fc from "fast-check";
import { expect, test } from "vitest";
import { contestedFields } from "#shared/archive/contested-fields.ts";
import { collectionNames, collections } from "#shared/archive/collections.ts";
import { recordShapes } from "#shared/archive/shapes.ts";
import { editRecord } from "#shared/archive/record.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { baseOfRow, noticeConflicts } from "#shared/replication/notice-conflicts.ts";
import { sampleFile, stampAt } from "#tests/helpers/sample-records.ts";

const base = sampleFile("file-1");
const at = (ms: number, device: string, by = `Người của ${device}`) => ({ ...stampAt(ms, device), by });
const notice = (held: typeof base, brought: typeof base) =>
  noticeConflicts("files", base.clocks, held, brought);

test("one field written on both sides is a conflict with both values, who wrote them, in order of the province", () => {
  const held = editRecord(base, { title: "Hồ sơ A" }, at(20, "a.s"));
  const brought = editRecord(base, { title: "Hồ sơ B", box: "13" }, at(10, "b.d"));
  const [conflict, ...others] = notice(held, brought);
  expect(others).toEqual([]);
  expect(conflict).toMatchObject({
    subject: "files",
    subjectId: "file-1",
    scope: base.scope,
    field: "title",
    standing: "open",
    sides: [
      { value: '"Hồ sơ A"', deviceId: "a", by: "Người của a.s" },
      { value: '"Hồ sơ B"', deviceId: "b", by: "Người của b.d" },
    ],
  });
  expect(recordShapes.conflicts.Check(conflict)).toBe(true);
});

test("different fields, equal values, one hand, and what machines write are none", () => {
  const held = editRecord(base, { title: "Hồ sơ A" }, at(20, "a"));
  expect(notice(held, editRecord(base, { box: "13" }, at(10, "b")))).toEqual([]);
  expect(notice(held, editRecord(base, { title: "Hồ sơ A" }, at(10, "b")))).toEqual([]);
  expect(notice(held, editRecord(base, { title: "Hồ sơ B" }, at(10, "a")))).toEqual([]);
  const received = editRecord(base, { receivedAt: "2025-05-05" }, at(20, "a"));
  expect(notice(received, editRecord(base, { receivedAt: "2025-05-06" }, at(10, "b")))).toEqual([]);
  expect(notice(base, editRecord(base, { title: "Hồ sơ B" }, at(10, "b")))).toEqual([]);
});

test("another person on the same device id is another hand: a copied profile is found out", () => {
  const held = editRecord(base, { title: "Hồ sơ A" }, at(20, "a", "Lan"));
  const brought = editRecord(base, { title: "Hồ sơ B" }, at(10, "a", "Minh"));
  expect(notice(held, brought)).toHaveLength(1);
});

test("to withdraw a record that the other side worked on is a conflict about its standing", () => {
  const held = editRecord(base, { withdrawn: "Trùng" }, at(20, "a"));
  const brought = editRecord(base, { box: "13" }, at(10, "b"));
  for (const [one, other] of [
    [held, brought],
    [brought, held],
  ] as const) {
    const found = notice(one, other);
    expect(found.map(({ field }) => field)).toEqual(["withdrawn"]);
    expect(found[0]?.sides.map(({ value }) => value).sort()).toEqual(['""', '"Trùng"']);
  }
});

test("whoever notices a conflict makes the same record, whichever side came first", () => {
  const values = fc.constantFrom("x", "y", "z");
  const edits = fc.array(fc.tuple(fc.constantFrom("title", "box", "note", "withdrawn"), values), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(edits, edits, (ours, theirs) => {
      const write = (own: [string, string][], device: string) =>
        own.reduce(
          (record, [field, value], place) => editRecord(record, { [field]: value }, at(10 + place, device)),
          base,
        );
      const [one, other] = [write(ours, "a"), write(theirs, "b")];
      const ids = (found: { id: string }[]) => found.map(({ id }) => id).sort();
      const found = notice(one, other);
      expect(ids(notice(other, one))).toEqual(ids(found));
      // Every value that the merge drops is on a conflict, where people write it.
      const merged = mergeRecords(one, other);
      for (const field of ["title", "box", "note"] as const) {
        for (const side of [one, other]) {
          if (side[field] === merged[field] || side[field] === base[field]) continue;
          const kept = found.filter((conflict) => conflict.field === field).flatMap(({ sides }) => sides);
          expect(kept.map(({ value }) => value)).toContain(JSON.stringify(side[field]));
        }
      }
    }),
  );
});

test("the fields that people may have to choose of are fields of their records", () => {
  for (const name of collectionNames) {
    for (const field of contestedFields(name)) {
      expect(Object.keys(collections[name].schema.properties)).toContain(field);
    }
  }
  expect(contestedFields("conflicts")).toEqual([]);
});

test("a row's base is read from a whole state and from its clocks alone, and from nothing else", () => {
  const newDocumentState = { id: "file-1" };
  expect(baseOfRow({ newDocumentState, assumedMasterState: { ...base } })).toEqual(base.clocks);
  expect(baseOfRow({ newDocumentState, assumedMasterState: { id: "file-1" } })).toBeUndefined();
  expect(baseOfRow({ newDocumentState, assumedMasterState: null })).toBeUndefined();
  expect(baseOfRow({ newDocumentState })).toBeUndefined();
});
