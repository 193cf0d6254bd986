import { describe, expect, it } from "vitest";
import { countLevels, halve } from "#electron/pipeline/steps/grey.ts";
import { seeded } from "#tests/helpers/seeded.ts";

/** Pixels of no pattern. */
function noise(width: number, height: number) {
  const chance = seeded(width * 1000 + height);
  return { data: Uint8Array.from({ length: width * height }, () => chance(256)), width, height };
}

describe.each([
  [8, 6],
  [7, 5],
  [1, 9],
  [9, 1],
  [1, 1],
])("a page of %i × %i pixels", (width, height) => {
  const grey = noise(width, height);

  it("at half its size has the mean of four in each pixel, or of those there are", () => {
    const half = halve(grey);
    expect([half.width, half.height]).toEqual([Math.max(1, width >> 1), Math.max(1, height >> 1)]);
    for (let y = 0; y < half.height; y += 1) {
      for (let x = 0; x < half.width; x += 1) {
        const level = (across: number, down: number) =>
          grey.data[Math.min(height - 1, y * 2 + down) * width + Math.min(width - 1, x * 2 + across)] ?? -1;
        const sum = level(0, 0) + level(1, 0) + level(0, 1) + level(1, 1);
        expect(half.data[y * half.width + x]).toBe(Math.floor((sum + 2) / 4));
      }
    }
  });

  it("counts each pixel once", () => {
    const counts = countLevels(grey);
    for (let level = 0; level < 256; level += 1) {
      expect(counts[level]).toBe(grey.data.filter((value) => value === level).length);
    }
  });
});
