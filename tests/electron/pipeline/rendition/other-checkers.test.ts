import { chmod, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findProgram } from "#electron/pipeline/rendition/find-program.ts";
import { openOtherCheckers } from "#electron/pipeline/rendition/other-checkers.ts";
import { readVeraPdf } from "#electron/pipeline/rendition/read-verapdf.ts";
import { runProgram } from "#electron/pipeline/rendition/run-program.ts";
import { bytesOf } from "#electron/pipeline/rendition/byte-source.ts";
import { lookOver } from "#electron/pipeline/rendition/gate.ts";
import { asPdf } from "#electron/sample/bind-scans.ts";
import { makePage } from "#electron/sample/make-page.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { withProgram } from "#tests/helpers/system-program.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

/** Puts a program of a few lines of JavaScript where PATH finds it, on Windows as a script as veraPDF brings one. */
async function install(name: string, script: string): Promise<NodeJS.ProcessEnv> {
  const folder = temporaryFolder();
  const body = join(folder, `${name}.mjs`);
  await writeFile(body, script);
  if (process.platform === "win32") {
    await writeFile(join(folder, `${name}.bat`), `@"${process.execPath}" "${body}" %*\r\n`);
  } else {
    const path = join(folder, name);
    await writeFile(path, `#!/bin/sh\nexec "${process.execPath}" "${body}" "$@"\n`);
    await chmod(path, 0o755);
  }
  return { PATH: folder };
}

/** The PDF with a byte changed within the first stream that is packed. */
function spoilPacked(pdf: Buffer): Buffer {
  const spoiled = Buffer.from(pdf);
  const start = spoiled.indexOf("stream", spoiled.indexOf("/FlateDecode")) + "stream\n".length;
  spoiled[start] = (spoiled[start] ?? 0) ^ 0xff;
  return spoiled;
}

const report = {
  report: {
    jobs: [
      {
        validationResult: [
          {
            compliant: false,
            details: {
              ruleSummaries: [
                {
                  ruleStatus: "FAILED",
                  clause: "6.2.4.3",
                  description: "DeviceRGB may be used only with an output intent",
                  checks: [
                    { context: "root/document[0]/pages[3](12 0 obj PDPage)/contentStream[0]" },
                    { context: "root/document[0]/pages[3](12 0 obj PDPage)/contentStream[1]" },
                    { context: "root/document[0]/pages[7](40 0 obj PDPage)" },
                  ],
                },
              ],
            },
          },
        ],
      },
    ],
  },
};

describe("checkers of the machine", () => {
  it("that are not installed are said to be absent", async () => {
    const checkers = await openOtherCheckers({ PATH: "" });
    expect((await checkers(import.meta.filename)).map(({ checker, outcome }) => [checker, outcome])).toEqual([
      ["qpdf", "absent"],
      ["veraPDF", "absent"],
    ]);
  });

  it("are found by PATH and asked about the file; the page that fails is named", async () => {
    const environment = await install(
      "verapdf",
      `if (process.argv[2] === "--version") console.log("veraPDF 1.26.2");
       else { console.log(${JSON.stringify(JSON.stringify(report))}); process.exitCode = process.argv.at(-1).endsWith(".ts") ? 1 : 7; }`,
    );
    const checkers = await openOtherCheckers(environment);
    const [, found] = await checkers(import.meta.filename);
    expect(found).toEqual({
      checker: "veraPDF",
      version: "1.26.2",
      outcome: "failed",
      faults: [
        { page: 4, detail: "6.2.4.3 DeviceRGB may be used only with an output intent" },
        { page: 8, detail: "6.2.4.3 DeviceRGB may be used only with an output intent" },
      ],
    });
  });

  it("that come to no verdict give up, and one that does not end is ended", async () => {
    const environment = await install("verapdf", "setInterval(() => {}, 1000);");
    const program = findProgram("verapdf", environment) ?? "";
    expect(await runProgram(program, ["--version"], 1500)).toMatchObject({ code: undefined });
    expect(readVeraPdf({ code: undefined, out: "" })).toBeUndefined();
    expect(readVeraPdf({ code: 7, out: "out of memory" })).toBeUndefined();
    expect(readVeraPdf({ code: 1, out: "not JSON" })).toEqual([{ page: 0, detail: "not compliant" }]);
    expect(readVeraPdf({ code: 0, out: "" })).toEqual([]);
  });

  it("are looked for as the system does", () => {
    const [here, name] = [join(import.meta.dirname), "gate.test"];
    expect(findProgram(`${name}.ts`, { PATH: `/nowhere${delimiter}${here}` }, "linux")).toBeDefined();
    expect(findProgram("verapdf", { PATH: here }, "linux")).toBeUndefined();
    expect(findProgram("verapdf", { Path: here, PATHEXT: ".EXE;.BAT" }, "win32")).toBeUndefined();
  });

  withProgram("qpdf")("qpdf finds a sound file sound and a damaged one damaged", async () => {
    const pdf = await asPdf([await makePage({ seed: 1, dpi: 72, resources })], new Date(0));
    const folder = temporaryFolder();
    const [sound, damaged, spoiled] = ["a.pdf", "b.pdf", "c.pdf"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(sound, pdf);
    await writeFile(damaged, pdf.toString("latin1").replace(/startxref\s+\d+/, "startxref\n9999"), "latin1");
    const checkers = await openOtherCheckers();
    expect((await checkers(sound))[0]).toMatchObject({ outcome: "passed", faults: [] });
    const found = (await checkers(damaged))[0];
    expect(found?.outcome).toBe("failed");
    expect(found?.faults[0]?.detail).not.toContain(folder);
    await writeFile(spoiled, spoilPacked(pdf));
    const packed = (await checkers(spoiled))[0];
    expect(packed?.outcome).toBe("failed");
    expect(packed?.faults.map(({ detail }) => detail).join(" ")).toMatch(/inflate|decoding/);
    // The own gate sees it too.
    const { findings } = await lookOver(
      bytesOf(Buffer.from(pdf.toString("latin1").replace(/startxref\s+\d+/, "startxref\n9999"), "latin1")),
    );
    expect(findings.map(({ check }) => check)).toContain("structure");
  });
});
