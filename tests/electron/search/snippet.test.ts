import { expect, it } from "vitest";
import { cutSnippet } from "#electron/search/snippet.ts";

it.each([
  ["Căn cứ Quyết định số 12", ["quyet", "dinh"], "Căn cứ «Quyết định» số 12"],
  ["Huyện Tuy\nPhước, xã Phước Hòa", ["tuy", "phuoc"], "Huyện «Tuy Phước», xã «Phước» Hòa"],
  ["bàn giao đất", ["gia"], "bàn «giao» đất"],
  ["không có gì", ["dat"], ""],
  ["", ["dat"], ""],
  ["đất", ["dat"], "«đất»"],
])("shows what was met in %j", (text, words, snippet) => {
  expect(cutSnippet(text, words)).toBe(snippet);
});

it("shows the stretch where most of the words stand together", () => {
  const filler = Array.from({ length: 60 }, (_, place) => `từ${place}`).join(" ");
  const snippet = cutSnippet(`đất ${filler} giao đất ở ${filler}`, ["giao", "dat"]);
  expect(snippet).toContain("«giao đất» ở");
  expect(snippet.startsWith("… ")).toBe(true);
  expect(snippet.endsWith(" …")).toBe(true);
  expect(snippet.split(" ").length).toBeLessThan(30);
});
