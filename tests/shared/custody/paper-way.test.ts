import { expect, test } from "vitest";
import { custodyPoints } from "#shared/archive/custody.ts";
import { type CustodyPoint, isAway, lastOf, whereNow } from "#shared/custody/paper-way.ts";
import { readQuestion } from "#shared/custody/read-question.ts";
import { writeSeparatorMark } from "#shared/capture/separator-mark.ts";
import { writeBoxMark } from "#shared/forms/box-mark.ts";
import { readFileMark, writeFileMark } from "#shared/forms/file-mark.ts";
import { seeded } from "#tests/helpers/seeded.ts";

const event = (hour: number, point: CustodyPoint, id = `e${hour}`) => ({
  ...{ id, point, at: `2025-05-20T${String(hour).padStart(2, "0")}:00:00.000Z` },
});

test("a file is where its box is until it leaves it, and again when it is back", () => {
  const box = [event(1, "received"), event(5, "on-shelf")];
  expect(whereNow([], box)).toEqual({ event: box[1], withBox: true });
  const out = [event(2, "out-of-box"), event(3, "at-scanner")];
  expect(whereNow(out, box)).toEqual({ event: out[1], withBox: false });
  const back = [...out, event(4, "back-in-box")];
  expect(whereNow(back, box)).toEqual({ event: box[1], withBox: true });
  expect(whereNow(back, [])?.event.point).toBe("back-in-box");
  expect(whereNow([], [])).toBeUndefined();
});

test("the last event is the same in whatever order they came, also of one moment", () => {
  const chance = seeded(7);
  const events = Array.from({ length: 60 }, (_, at) =>
    event(chance(8), custodyPoints[chance(custodyPoints.length)] ?? "received", `e${at}`),
  );
  const last = lastOf(events);
  for (let round = 0; round < 20; round += 1) {
    const shuffled = events
      .map((one) => ({ one, at: chance(1000) }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
    expect(lastOf(shuffled)).toBe(last);
  }
  expect(events.every(({ at }) => at <= (last?.at ?? ""))).toBe(true);
});

test("paper is away at every point but those where it lies where it belongs", () => {
  expect(custodyPoints.filter((point) => !isAway(event(1, point)))).toEqual([
    "received",
    "back-in-box",
    "on-shelf",
    "returned",
  ]);
  expect(isAway(undefined)).toBe(false);
});

test("where is box 12 is one question, however it is put", () => {
  const box = { of: "box", fondsCode: "", inventory: undefined, box: "12" };
  for (const typed of ["hộp 12 đang ở đâu?", "Hộp 12", "hop 12 o dau", "hộp số 12?", "  HỘP 12 ở đâu "])
    expect(readQuestion(typed)).toEqual(box);
  expect(readQuestion("H05, hộp 12 đang ở đâu")).toEqual({ ...box, fondsCode: "h05" });
  expect(readQuestion("phông H05 hộp 12")).toEqual({ ...box, fondsCode: "h05" });
  const mark = { fondsCode: "H05", inventory: "01", box: "12/A" };
  expect(readQuestion(writeBoxMark(mark))).toEqual({ of: "box", ...mark });
  expect(readQuestion("hồ sơ H05.01.0000012 ở đâu?")).toEqual({ of: "code", code: "H05.01.0000012" });
  expect(readQuestion(writeFileMark("file-1"))).toEqual({ of: "file", id: "file-1" });
  expect(readQuestion(writeSeparatorMark({ of: "item", id: "item-1" }))).toEqual({
    of: "item",
    id: "item-1",
  });
  expect(readQuestion("  ? ")).toBeUndefined();
  expect(readFileMark("mucluc:file:%")).toBeUndefined();
});
