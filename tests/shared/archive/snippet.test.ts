import { expect, test } from "vitest";
import { readSnippet } from "#shared/archive/snippet.ts";

test.each([
  ["", []],
  ["không có dấu", [{ text: "không có dấu", met: false }]],
  [
    "… «Quyết» «định» của …",
    [
      { text: "… ", met: false },
      { text: "Quyết", met: true },
      { text: " ", met: false },
      { text: "định", met: true },
      { text: " của …", met: false },
    ],
  ],
  ["dở « dang", [{ text: "dở « dang", met: false }]],
  [
    "««a»",
    [
      { text: "«", met: false },
      { text: "a", met: true },
    ],
  ],
])("%s", (snippet, parts) => {
  expect(readSnippet(snippet)).toEqual(parts);
});
