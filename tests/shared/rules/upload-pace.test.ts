import { describe, expect, it } from "vitest";
import { limitOf, minutesUntilOpen, usualPace } from "#shared/rules/upload-pace.ts";

const at = (hour: number, minute = 0) => hour * 60 + minute;

describe("the pace of uploads", () => {
  it("holds nothing back where nobody set one", () => {
    for (let minute = 0; minute < 1440; minute += 1) expect(limitOf(usualPace, minute)).toBe("none");
  });

  it("lets them go between the hours that were set, the first included and the last not", () => {
    const evening = { ...usualPace, from: at(18), to: at(22) };
    expect([at(17, 59), at(18), at(21, 59), at(22)].map((minute) => limitOf(evening, minute))).toEqual([
      "out-of-hours",
      "none",
      "none",
      "out-of-hours",
    ]);
    expect([at(17), at(18), at(22), at(23, 30)].map((minute) => minutesUntilOpen(evening, minute))).toEqual([
      60, 0, 1200, 1110,
    ]);
  });

  it("goes over midnight", () => {
    const night = { ...usualPace, from: at(22), to: at(5) };
    expect([at(21), at(22), at(0), at(4, 59), at(5), at(12)].map((minute) => limitOf(night, minute))).toEqual(
      ["out-of-hours", "none", "none", "none", "out-of-hours", "out-of-hours"],
    );
    expect(minutesUntilOpen(night, at(12))).toBe(600);
  });

  it("says first what a person did, then the hours, then the line", () => {
    const all = { paused: true, metered: true, from: at(22), to: at(5), kilobytesPerSecond: 64 };
    expect(limitOf(all, at(12))).toBe("paused");
    expect(limitOf({ ...all, paused: false }, at(12))).toBe("out-of-hours");
    expect(limitOf({ ...all, paused: false }, at(23))).toBe("metered");
  });
});
