import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import type { ExportLine } from "#province/sharing/api/schemas.ts";
import { writeParquet } from "#province/sharing/write-parquet.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const fonds = (at: number): ExportLine => ({
  ...{ kind: "fonds", id: `p-${at}`, scope: "52.550", unitName: "Huyện Tuy Phước", code: `${at}` },
  ...{ archiveCode: "", name: `Ủy ban nhân dân xã số ${at}\nđường Đống Đa`, dateSpan: "1975-2025" },
  ...{ history: "", languages: "Tiếng Việt" },
});

async function* inParts(count: number): AsyncGenerator<ExportLine[]> {
  for (let from = 0; from < count; from += 50) {
    await Promise.resolve();
    yield Array.from({ length: Math.min(50, count - from) }, (_, at) => fonds(from + at));
  }
}

test("records of many parts are one file of some groups, in their order", async () => {
  const path = join(temporaryFolder(), "fonds.parquet");
  const told = await writeParquet(path, "fonds", inParts(2310));
  expect(told).toMatchObject({ lines: 2310, bytes: (await stat(path)).size });
  const file = new Uint8Array(await readFile(path)).buffer;
  expect(parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([1000, 1000, 310]);
  const rows = await parquetReadObjects({ file });
  expect([rows.length, { kind: "fonds", ...rows.at(-1) }]).toEqual([2310, fonds(2309)]);
});

test("no file that is there is written over, and what fails halfway fails", async () => {
  const path = join(temporaryFolder(), "fonds.parquet");
  await writeFile(path, "mine");
  await expect(writeParquet(path, "fonds", inParts(1))).rejects.toMatchObject({ code: "EEXIST" });
  expect(await readFile(path, "utf8")).toBe("mine");
  const broken = async function* (): AsyncGenerator<ExportLine[]> {
    yield* inParts(60);
    throw new Error("the line broke");
  };
  await expect(writeParquet(`${path}.2`, "fonds", broken())).rejects.toThrow("the line broke");
});
