import { expect, it } from "vitest";
import { checkName } from "#shared/capture/check-name.ts";

const listed = [
  { code: "H05.01.0012", ordinals: [1, 2] },
  { code: "H05.01.13", ordinals: [4] },
];

it.each([
  ["scan.jpg", { why: "no-pattern", expected: "H05.01.0012.0000001.jpg" }],
  ["IMG_4711.JPG", { why: "no-pattern", expected: "H05.01.0012.0000001.jpg" }],
  [
    "H05.01.13.0000009.pdf",
    { why: "no-item", code: "H05.01.13", ordinal: 9, expected: "H05.01.13.0000004.pdf" },
  ],
  ["h05-01-13-9.tif", { why: "no-item", code: "H05.01.13", ordinal: 9, expected: "H05.01.13.0000004.tif" }],
  [
    "H05.01.12.0000007",
    { why: "no-item", code: "H05.01.0012", ordinal: 7, expected: "H05.01.0012.0000001.pdf" },
  ],
  ["H09.77.0000001.pdf", { why: "not-listed", expected: "H05.01.0012.0000001.pdf" }],
] as const)("says of %s what its name lacks, and what it should have been", (name, finding) => {
  expect(checkName(name, listed)).toMatchObject(finding);
});

it("says nothing where nothing is listed", () => {
  expect(checkName("scan.jpg", [])).toBeUndefined();
});
