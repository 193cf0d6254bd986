import { execFile } from "node:child_process";
import { appendFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { openObjectStore } from "#shared/node/object-store.ts";
import { writePackage } from "#shared/node/packages/write-package.ts";
import { vi } from "#shared/text/vi.ts";
import { layOutSample, sampleModel } from "#tests/helpers/sample-package.ts";
import { writeAsFolder } from "#tests/helpers/package-parts.ts";
import { treeParts } from "#tests/helpers/sample-tree.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const script = join(import.meta.dirname, "..", "..", "scripts", "verify.ts");

async function run(...words: string[]): Promise<{ code: number; out: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...words]);
    return { code: 0, out: stdout };
  } catch (error) {
    const {
      code = 1,
      stdout = "",
      stderr = "",
    } = error as { code?: number; stdout?: string; stderr?: string };
    return { code, out: stdout + stderr };
  }
}

test("the command line says in words, or in JSON, whether packages are sound", async () => {
  const folder = temporaryFolder();
  const objects = await openObjectStore(join(folder, "objects"));
  const laidOut = await layOutSample(await sampleModel(objects, 2), "aip-hoso-tt05");
  const bytes = await buffer(writePackage(laidOut, { objects, at: 0 }));
  const sound = join(folder, "gói tốt.zip");
  writeFileSync(sound, bytes);
  const cut = join(folder, "cut.zip");
  writeFileSync(cut, bytes.subarray(0, bytes.length - 400));
  // A byte within a document: the ZIP's own sum and the digest both tell.
  const spoiled = join(folder, "spoiled.zip");
  const other = Buffer.from(bytes);
  const within = other.indexOf("%PDF-1.7");
  other[within + 1] = 0x51;
  writeFileSync(spoiled, other);
  appendFileSync(join(folder, "note.txt"), "x");

  const tree = writeAsFolder(await treeParts(objects, [await sampleModel(objects, 2)], "csdl-sohoa-tt02"));
  const whole = await run(tree, "--json");
  expect(whole.code).toBe(0);
  expect(JSON.parse(whole.out)).toMatchObject([{ kind: "BagIt" }, { kind: "CSDL_SOHOA", documents: 2 }]);
  const [table = ""] = readdirSync(join(tree, "data"));
  writeFileSync(join(tree, "data", table, "lạ.pdf"), "x");
  const strange = await run(tree);
  expect(strange.code).toBe(1);
  expect(strange.out).toContain("lạ.pdf");

  const good = await run(sound);
  expect(good).toMatchObject({ code: 0 });
  expect(good.out).toContain(vi.packages.sound);
  const bad = await run(sound, cut, spoiled, join(folder, "nowhere.zip"), "--json");
  expect(bad.code).toBe(1);
  const reports = JSON.parse(bad.out) as { sound: boolean; faults: { code: string }[] }[];
  expect(reports.map(({ sound: isSound }) => isSound)).toEqual([true, false, false, false]);
  expect(reports.map(({ faults }) => faults[0]?.code)).toEqual([
    undefined,
    "not-a-package",
    expect.stringMatching(/^(digest-differs|missing)$/),
    "not-a-package",
  ]);
  expect((await run()).code).toBe(2);
});
