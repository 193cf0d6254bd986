import { stat } from "node:fs/promises";
import { devNull } from "node:os";
import { type OtherChecker, otherCheckers, type RenditionReport } from "#shared/archive/rendition-report.ts";
import { findProgram } from "./find-program.ts";
import { readVeraPdf } from "./read-verapdf.ts";
import { runProgram, type Said } from "./run-program.ts";

export type OtherResult = RenditionReport["others"][number];

/** Programs of the machine that look over a finished file. */
export type OtherCheckers = (path: string) => Promise<OtherResult[]>;

type Way = {
  program: string;
  args: (path: string) => string[];
  /** What is wrong, by what the program said; nothing where it could not tell. */
  read: (said: Said) => OtherResult["faults"] | undefined;
};

/** Milliseconds that a checker may take, and more for each megabyte. */
const patience = { least: 60_000, perMegabyte: 500 } as const;

const ways: Record<OtherChecker, Way> = {
  // Written anew to nowhere: that reads every object and unpacks every stream but the pictures. `--check` would decode
  // those too, each of which was decoded to its last pixel at its import, and take longer than all the work before it.
  qpdf: {
    program: "qpdf",
    args: (path) => [
      "--decode-level=generalized",
      "--recompress-flate",
      "--compression-level=1",
      path,
      devNull,
    ],
    read: readQpdf,
  },
  veraPDF: {
    program: "verapdf",
    args: (path) => ["--flavour", "2b", "--format", "json", "--maxfailuresdisplayed", "20", path],
    read: readVeraPdf,
  },
};

/** Looks for the checkers once; each is then asked about every file, or said to be absent. */
export async function openOtherCheckers(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<OtherCheckers> {
  const here = await Promise.all(
    otherCheckers.map(async (checker) => {
      const program = findProgram(ways[checker].program, environment);
      if (program === undefined) return { checker, program, version: "" };
      const { out } = await runProgram(program, ["--version"], patience.least);
      return { checker, program, version: /\d+(?:\.\d+)+/.exec(out)?.[0] ?? "" };
    }),
  );
  return (path) =>
    Promise.all(
      here.map(async ({ checker, program, version }): Promise<OtherResult> => {
        if (program === undefined) return { checker, version, outcome: "absent", faults: [] };
        const { code, out } = await runProgram(program, ways[checker].args(path), await patienceFor(path));
        // Where the file lies on this machine says nothing about it.
        const faults = ways[checker].read({ code, out: out.replaceAll(path, "") });
        const outcome = faults === undefined ? "gave-up" : faults.length === 0 ? "passed" : "failed";
        return { checker, version, outcome, faults: (faults ?? []).slice(0, 20) };
      }),
    );
}

async function patienceFor(path: string): Promise<number> {
  const { size } = await stat(path);
  return patience.least + Math.ceil(size / 1024 ** 2) * patience.perMegabyte;
}

/** 0: sound; 2: errors; 3: warnings. */
function readQpdf({ code, out }: Said): OtherResult["faults"] | undefined {
  if (code === 0) return [];
  if (code !== 2 && code !== 3) return undefined;
  const lines = out.split(/\r?\n/).filter((line) => /warning|error|qpdf:/i.test(line));
  const details = lines.length > 0 ? lines : ["not sound"];
  return details.map((line) => ({ page: 0, detail: line.replace(/^(?:\w+:|[:\s])+/, "").slice(0, 200) }));
}
