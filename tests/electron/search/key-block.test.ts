import { describe, expect, it } from "vitest";
import { blockWord, withinKeys } from "#electron/search/key-block.ts";

describe("the blocks of keys", () => {
  it("name every key between the first and the last", () => {
    const match = withinKeys('"quyet dinh" *', 4000, 12_400);
    for (const key of [4000, 4096, 9000, 12_288, 12_400]) expect(match).toContain(`"${blockWord(key)}"`);
    expect(match).not.toContain(`"${blockWord(16_400)}"`);
    expect(match.startsWith('("quyet dinh" *) AND (')).toBe(true);
  });

  it("are not named where they are too many", () => {
    expect(withinKeys('"quyet dinh"', 1, 1_000_000)).toBe('"quyet dinh"');
  });
});
