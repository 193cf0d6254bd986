import { describe, expect, it } from "vitest";
import type { Found } from "#shared/archive/reading.ts";
import { weighDate, weighNotation } from "#shared/reading/weigh-digits.ts";

const found = (value: string, changes: Partial<Found> = {}): Found => ({
  value,
  confidence: 0.75,
  boxes: [[0, 0, 10, 10]],
  pageId: "p",
  how: "pattern",
  doubts: [],
  ...changes,
});

describe("a second look at digits", () => {
  it("is sure of what every reading gives again", () => {
    const { number, symbol } = weighNotation(
      { number: found("790"), symbol: found("QĐ-UBND") },
      { texts: ["Số: 790/QĐ-UBND", "Số:790/QĐ-UBND"], digits: "790" },
    );
    expect(number).toMatchObject({ confidence: 0.97, doubts: [] });
    expect(symbol).toMatchObject({ confidence: 0.97, doubts: [] });
  });

  it("is not sure of a 9 that another reading has for a 0, and proposes what the others agree in", () => {
    const texts = ["Số: 790/QĐ-UBND", "Số: 790/QĐ-UBND"];
    const { number } = weighNotation({ number: found("700") }, { texts, digits: "790" });
    expect(number).toMatchObject({ value: "790", doubts: ["digits-differ"] });
    expect(number?.confidence).toBeLessThan(0.5);
    const split = weighNotation({ number: found("700") }, { texts: ["Số: 790/QĐ", "Số: 760/QĐ"] });
    expect(split.number).toMatchObject({ value: "700", doubts: ["digits-differ"] });
    const alone = weighNotation(
      { number: found("700") },
      { texts: ["Số: 700/QĐ", "Số: 700/QĐ"], digits: "790" },
    );
    expect(alone.number?.doubts).toEqual(["digits-differ"]);
  });

  it("is not sure where nothing could be read again, nor of what was guessed at first", () => {
    expect(weighDate(found("1998-03-05"), { texts: ["", "xyz"] })).toMatchObject({
      confidence: 0.7,
      doubts: ["digits-unchecked"],
    });
    const guessed = found("1998-03-05", { confidence: 0.3, doubts: ["faint"] });
    const text = "Tuy Phước, ngày 05 tháng 3 năm 1998";
    expect(weighDate(guessed, { texts: [text, text] }).confidence).toBeLessThan(0.95);
    expect(weighDate(found("1998-03-05"), { texts: [text, text] }).confidence).toBe(0.97);
  });
});
