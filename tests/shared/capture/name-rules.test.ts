import { describe, expect, it, test } from "vitest";
import { codeForms, compareNames, readName } from "#shared/capture/name-rules.ts";
import { readTemplate } from "#shared/capture/name-template.ts";

/** A listed inventory: each file's code with its items' ordinals. A reading counts when it names one of these. */
const listed: Record<string, number[]> = {
  "H05.02.02.2008.01.HC": [1, 2, 10],
  "000.00.16.H05-01-02-0123": [1, 7, 12],
  "H05.01.45": [1, 2],
  "Hồ sơ đất đai 12": [3],
};

function named(path: string): string {
  const hits = new Set<string>();
  for (const { fileCode, ordinal, page } of readName(path)) {
    const code = Object.keys(listed).find((one) => one.toLowerCase() === fileCode.toLowerCase());
    if (code === undefined || ordinal === undefined || !listed[code]?.includes(ordinal)) continue;
    hits.add(`${code} | ${ordinal}${page === undefined ? "" : ` | ${page}`}`);
  }
  return [...hits].sort().at(-1) ?? "unmatched";
}

const dots = "H05.02.02.2008.01.HC";
const dashes = "000.00.16.H05-01-02-0123";

test.each([
  [`${dots}.0000001.pdf`, `${dots} | 1`],
  [`${dots}.0000001_signed.pdf`, `${dots} | 1`],
  [`${dots}.0000010.PDF`, `${dots} | 10`],
  [`${dots}.1.pdf`, `${dots} | 1`],
  [`${dots}.01.pdf`, `${dots} | 1`],
  [`${dots.toLowerCase()}.0000002.pdf`, `${dots} | 2`],
  [`CSDL_SOHOA_2025/UBND xa Mau/2008/VV/HC/${dots}/${dots}.0000002.pdf`, `${dots} | 2`],
  [`CSDL_SOHOA_2025\\UBND xa Mau\\2008\\VV\\HC\\${dots}\\${dots}.0000002_signed.pdf`, `${dots} | 2`],
  [`./${dots}.0000002 (bản ký số).pdf`, `${dots} | 2`],
  [`${dots}.0000002.signed.pdf`, `${dots} | 2`],
  [`${dots}.0000002 - Quyết định giao đất.pdf`, `${dots} | 2`],
  [`${dots}.0000002 - QĐ 123 năm 1998.pdf`, `${dots} | 2`],
  [`${dots}.0000001.tif`, `${dots} | 1`],
  [`${dots}.0000001.jpg`, `${dots} | 1`],
  [`${dots}.0000001_3.jpg`, `${dots} | 1 | 3`],
  [`${dots}.0000001_003.jpeg`, `${dots} | 1 | 3`],
  [`${dots}.0000001.p001.jpg`, `${dots} | 1 | 1`],
  [`${dots}.0000001.P12.JPG`, `${dots} | 1 | 12`],
  [`${dots}.0000001-001.jpg`, `${dots} | 1 | 1`],
  [`${dots}.0000001 (4).jpg`, `${dots} | 1 | 4`],
  [`${dots}.0000001_trang 5.png`, `${dots} | 1 | 5`],
  [`${dots}/2/001.jpg`, `${dots} | 2 | 1`],
  [`${dots}/0000002/IMG_0007.jpg`, `${dots} | 2 | 7`],
  [`hop-01/${dots}/02/trang 10.tif`, `${dots} | 2 | 10`],
  [`${dots}.0000002/011.png`, `${dots} | 2 | 11`],
  [`${dots}/2_003.jpg`, `${dots} | 2 | 3`],
  [`${dots}/0000010.pdf`, `${dots} | 10`],
  [`CSDL_SOHOA/000.00.16.H05/01/02/${dashes}/${dashes}-0007.pdf`, `${dashes} | 7`],
  [`${dashes}-12.pdf`, `${dashes} | 12`],
  [`${dashes}-0007 To trinh.pdf`, `${dashes} | 7`],
  [`${dashes}-0007_02.jpg`, `${dashes} | 7 | 2`],
  [`${dashes}_1.pdf`, `${dashes} | 1`],
  ["Hồ sơ đất đai 12.3.pdf".normalize("NFD"), "Hồ sơ đất đai 12 | 3"],
  ["H05.01.45.0000002.pdf", "H05.01.45 | 2"],
  // Not listed, or like no template: never guessed.
  [`${dots}.0000003.pdf`, "unmatched"],
  [`${dots}.0000000.pdf`, "unmatched"],
  [`${dots}.pdf`, "unmatched"],
  [`${dots}/001.jpg`, "unmatched"],
  ["scan0001.pdf", "unmatched"],
  ["2008/01/0000001.pdf", "unmatched"],
  [`${dots}.12345678.pdf`, "unmatched"],
  [`${dots}0000001.pdf`, "unmatched"],
  ["", "unmatched"],
  ["...pdf", "unmatched"],
])("%s → %s", (path, expected) => {
  expect(named(path)).toBe(expected);
});

describe("a name", () => {
  it("that is a file's code alone is read as of its only document", () => {
    expect(readName("x/H05.01.45.pdf")).toContainEqual({
      template: "a file of one document",
      fileCode: "H05.01.45",
      ordinal: undefined,
      page: undefined,
    });
    expect(readName("H05.01.45.jpg").map(({ template }) => template)).not.toContain("a file of one document");
  });

  it("is read in bounded time whatever its length", () => {
    expect(readName(`${"1.".repeat(500)}pdf`).length).toBeLessThan(3000);
    expect(readName(`${"-".repeat(990)}.pdf`)).toEqual([]);
  });
});

it("tries other separators and leading zeros of a code only after what is written", () => {
  const [written, separated, padded] = codeForms("H05-01-0123");
  expect(written).toEqual(["H05-01-0123"]);
  expect(separated).toContain("H05.01.0123");
  expect(separated).not.toContain("H05-01-0123");
  expect(padded).toContain("H05.01.123");
  expect(padded).toContain("H05-01-00123");
  expect(codeForms("HC")[2]).toEqual([]);
});

it("sorts numbers in names by their value", () => {
  const names = ["a/10.jpg", "a/2.jpg", "A/1.jpg", "a/02b.jpg", "a/2 (1).jpg", "b/1.jpg", "a/0010.jpg"];
  expect([...names].sort(compareNames)).toEqual([
    "A/1.jpg",
    "a/2 (1).jpg",
    "a/2.jpg",
    "a/02b.jpg",
    "a/0010.jpg",
    "a/10.jpg",
    "b/1.jpg",
  ]);
  expect(compareNames("Bản 2", "Bản 2".normalize("NFD"))).not.toBe(0);
});

it("refuses a template that it cannot read", () => {
  expect(() => readTemplate({ name: "x", pattern: "{ordinal}.{code}" })).toThrow("begins with");
  expect(() => readTemplate({ name: "x", pattern: "{code}.{year}" })).toThrow("year");
});
