import fc from "fast-check";
import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import {
  clockZero,
  deviceOfClock,
  packClocks,
  readClock,
  seeClock,
  tickClock,
  unpackClocks,
  writeClock,
} from "#shared/base/clock.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { sampleFile, stampAt } from "#tests/helpers/sample-records.ts";

const moments = fc.integer({ min: 0, max: 7_000_000_000_000 });

test("clocks sort as text by time, then by count", () => {
  const state = fc.record({ ms: moments, count: fc.integer({ min: 0, max: 36 ** 4 - 1 }) });
  fc.assert(
    fc.property(state, state, (one, other) => {
      const order = one.ms - other.ms || one.count - other.count;
      const [first, second] = [writeClock(one, "d"), writeClock(other, "d")];
      expect(first < second ? -1 : first > second ? 1 : 0).toBe(Math.sign(order));
      expect(readClock(first)).toEqual(one);
    }),
  );
});

test("a device's clocks only go forward, whatever its wall clock does and whatever clocks it sees", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(moments, fc.option(moments))), (steps) => {
      let state = clockZero;
      let last = "";
      for (const [now, seen] of steps) {
        if (seen !== null) {
          const theirs = writeClock({ ms: seen, count: 7 }, "other");
          state = seeClock(state, theirs);
          if (theirs > last) last = theirs;
        }
        state = tickClock(state, now);
        const clock = writeClock(state, "me");
        expect(clock > last).toBe(true);
        last = clock;
      }
    }),
  );
});

test("a full count goes over into the next millisecond", () => {
  expect(tickClock({ ms: 5, count: 36 ** 4 - 1 }, 5)).toEqual({ ms: 6, count: 0 });
});

test("what is no clock changes nothing", () => {
  for (const text of ["", "tomorrow", "*", "000000001000", "zzzzzzzzz!zzz-d"]) {
    expect(seeClock({ ms: 3, count: 1 }, text)).toEqual({ ms: 3, count: 1 });
  }
});

test("packing and unpacking clocks gives the same clocks", () => {
  const names = fc.constantFrom("a", "b", "c", "d");
  fc.assert(
    fc.property(fc.dictionary(names, fc.constantFrom("1", "2", "3"), { minKeys: 1 }), (clocks) => {
      const full = new Map(Object.entries(clocks));
      expect(unpackClocks(packClocks(full), [...full.keys(), "id", "clocks"])).toEqual(full);
    }),
  );
});

test("who edits a value has seen it: the edit comes after it, also where it was written by a clock that is ahead", () => {
  const ahead = editRecord(sampleFile("file-1"), { title: "Từ năm 2035" }, stampAt(9_000_000, "far"));
  const edited = editRecord(ahead, { title: "Sửa lại" }, stampAt(10, "here"));
  expect(deviceOfClock(edited.clocks["title"] ?? "")).toBe("here");
  expect(mergeRecords(ahead, edited).title).toBe("Sửa lại");
  expect(mergeRecords(edited, ahead).title).toBe("Sửa lại");
  // Fields that were not ahead keep to the clock of the edit.
  const boxed = editRecord(sampleFile("file-1"), { box: "13" }, stampAt(10, "here"));
  expect(boxed.clocks["box"]).toBe(stampAt(10, "here").clock);
});
