import { expect, it } from "vitest";
import { foldLabel, termId } from "#shared/archive/term-id.ts";

it("is one for a word however its marks, letters and spaces are written, on every device", () => {
  const one = termId("52.550.21976", "issuer", "Hợp tác xã Phước Hoà");
  expect(termId("52.550.21976", "issuer", "HỢP TÁC XÃ  phước hòa ")).toBe(one);
  expect(one).toMatch(/^term-[0-9a-f]{32}$/);
  expect(foldLabel(" Đội  4 ")).toBe("doi 4");
});

it("is another in another unit, another list and for another word", () => {
  const ids = [
    termId("52.550.21976", "issuer", "Đội 4"),
    termId("52.550.21967", "issuer", "Đội 4"),
    termId("52.550.21976", "signer", "Đội 4"),
    termId("52.550.21976", "issuer", "Đội 14"),
  ];
  expect(new Set(ids).size).toBe(4);
});
