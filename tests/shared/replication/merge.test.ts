import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Records } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { packClocks, unpackClocks, writeClock } from "#shared/base/clock.ts";
import { mergeRecords, sameRecord } from "#shared/replication/merge.ts";
import { sampleFile, stampAt } from "#tests/helpers/sample-records.ts";

type ArchiveFile = Records["files"];

const fields = ["title", "box", "note", "keywords"] as const;
/** Clocks close together, so that equal ones meet often, on two devices. */
const clocks = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 1 }), fc.constantFrom("a", "b"))
  .map(([ms, count, device]) => writeClock({ ms, count }, device));

/** A state of one record: each field with any value at any clock, also two values at one clock. */
const states = fc
  .tuple(
    fc.array(fc.constantFrom("", "x", "y", "ổ"), { minLength: 4, maxLength: 4 }),
    fc.array(clocks, { minLength: 4, maxLength: 4 }),
    clocks,
  )
  .map(([values, own, base]): ArchiveFile => {
    const record = sampleFile("file-1", Object.fromEntries(fields.map((field, at) => [field, values[at]])));
    const all = new Map(
      [...unpackClocks(record.clocks, Object.keys(record)).keys()].map((name) => [name, base]),
    );
    for (const [at, field] of fields.entries()) all.set(field, own[at] ?? base);
    return { ...record, clocks: packClocks(all) };
  });

function same(one: ArchiveFile, other: ArchiveFile): void {
  expect(canonicalJson(one)).toBe(canonicalJson(other));
}

describe("merge", () => {
  test("is commutative", () => {
    fc.assert(fc.property(states, states, (a, b) => same(mergeRecords(a, b), mergeRecords(b, a))));
  });

  test("is associative", () => {
    fc.assert(
      fc.property(states, states, states, (a, b, c) =>
        same(mergeRecords(mergeRecords(a, b), c), mergeRecords(a, mergeRecords(b, c))),
      ),
    );
  });

  test("is idempotent, and what was merged in changes nothing when it comes again", () => {
    fc.assert(
      fc.property(states, states, (a, b) => {
        same(mergeRecords(a, a), a);
        const both = mergeRecords(a, b);
        same(mergeRecords(both, b), both);
        same(mergeRecords(a, both), both);
      }),
    );
  });

  test("takes each field from the state that wrote it later", () => {
    fc.assert(
      fc.property(states, states, (a, b) => {
        const merged = mergeRecords(a, b);
        const [ofA, ofB] = [unpackClocks(a.clocks, fields), unpackClocks(b.clocks, fields)];
        const now = unpackClocks(merged.clocks, fields);
        for (const field of fields) {
          const [clockA = "", clockB = ""] = [ofA.get(field), ofB.get(field)];
          expect(now.get(field)).toBe(clockA > clockB ? clockA : clockB);
          if (clockA !== clockB) expect(merged[field]).toBe(clockA > clockB ? a[field] : b[field]);
          else expect([a[field], b[field]]).toContain(merged[field]);
        }
      }),
    );
  });

  test("keeps edits of different fields, in whatever order they meet", () => {
    const file = sampleFile("file-1");
    const one = editRecord(file, { title: "Hồ sơ đất đai" }, stampAt(5, "one"));
    const other = editRecord(file, { box: "77" }, stampAt(9, "other"));
    for (const merged of [mergeRecords(one, other), mergeRecords(other, one)]) {
      expect(merged).toMatchObject({ title: "Hồ sơ đất đai", box: "77", deviceId: "other" });
    }
  });

  test("keeps a field that only a later version knows", () => {
    const later: ArchiveFile & { colour?: string } = { ...sampleFile("file-1", {}, 3), colour: "red" };
    expect(mergeRecords<ArchiveFile>(sampleFile("file-1", {}, 8), later)).toMatchObject({ colour: "red" });
  });

  test("does not mix two records", () => {
    expect(() => mergeRecords(sampleFile("file-1"), sampleFile("file-2"))).toThrow();
  });
});

describe("an edit", () => {
  test("of nothing is the same record", () => {
    const file = sampleFile("file-1");
    expect(editRecord(file, { title: file.title, box: file.box }, stampAt(9))).toBe(file);
  });

  test("moves the clocks of what changed and of who changed it, and of nothing else", () => {
    const edited = editRecord(sampleFile("file-1"), { box: "1", title: "B" }, stampAt(9, "desk-2"));
    const { clock } = stampAt(9, "desk-2");
    expect(edited.clocks).toEqual({
      "*": stampAt(1).clock,
      box: clock,
      title: clock,
      updatedBy: clock,
      deviceId: clock,
    });
  });

  test("and a merge give clocks in their one short form, however the same clocks were written", () => {
    fc.assert(
      fc.property(states, (state) => {
        const full = unpackClocks(state.clocks, Object.keys(state));
        expect(packClocks(full)).toEqual(state.clocks);
        const long = { ...state, clocks: { "*": "", ...Object.fromEntries(full) } };
        expect(sameRecord(mergeRecords(long, long), state)).toBe(true);
      }),
    );
  });
});
