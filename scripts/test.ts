import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.ts";

const root = join(import.meta.dirname, "..");
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");

type FileReport = { name: string; assertionResults: { status: string }[] };
type Report = { numFailedTests: number; testResults: FileReport[] };
type Outcome = { passed: number; failed: number; skipped: number; unended: string[]; redOnScreen: string[] };

const check = spawnSync(process.execPath, [join(root, "scripts", "check.ts")], {
  cwd: root,
  stdio: "inherit",
});
build(root);

const outcome = run(process.argv.slice(2));
// A worker that dies under the load of its neighbours has said nothing about its file: the file is asked alone.
if (outcome.unended.length > 0) {
  process.stdout.write(`No answer, their worker ended; once more, alone:\n${outcome.unended.join("\n")}\n`);
  const again = run(["--maxWorkers=1", ...outcome.unended]);
  outcome.passed += again.passed;
  outcome.failed += again.failed;
  outcome.skipped += again.skipped;
  outcome.unended = again.unended;
  outcome.redOnScreen.push(...again.redOnScreen);
}
// A walk through screens that was red among its neighbours is walked once more, alone; what wavered is told below.
const wavered = outcome.redOnScreen.slice(0, 5);
if (wavered.length > 0 && wavered.length === outcome.failed) {
  process.stdout.write(`Red on the screen; once more, alone:\n${wavered.join("\n")}\n`);
  const again = run(["--maxWorkers=1", ...wavered]);
  outcome.passed += wavered.length - again.failed;
  outcome.failed = again.failed;
  outcome.unended.push(...again.unended);
}

const checkFailed = check.status === 0 ? 0 : 1;
if (checkFailed) process.stdout.write("npm run check found faults: see above.\n");
for (const file of outcome.unended) process.stdout.write(`No answer from ${file}\n`);
for (const file of wavered) process.stdout.write(`Red at first, to be mended: ${file}\n`);
const failed = outcome.failed + outcome.unended.length + checkFailed;
process.stdout.write(`${outcome.passed} passed, ${failed} failed, ${outcome.skipped} skipped\n`);
process.exitCode = failed === 0 && outcome.passed > 0 ? 0 : 1;

function run(args: string[]): Outcome {
  const folder = mkdtempSync(join(tmpdir(), "mucluc-test-"));
  const output = join(folder, "report.json");
  const ended = spawnSync(
    process.execPath,
    [vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${output}`, ...args],
    { cwd: root, stdio: "inherit" },
  );
  const report = readReport(output);
  rmSync(folder, { recursive: true, force: true });
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0, unended: [], redOnScreen: [] };
  const statuses = report.testResults.map(({ name, assertionResults }) => ({
    name,
    said: assertionResults.map(({ status }) => status),
  }));
  const isOver = (said: string[]) => said.length > 0 && !said.includes("pending");
  const unended = statuses.filter(({ said }) => !isOver(said)).map(({ name }) => name);
  const answers = statuses.filter(({ said }) => isOver(said)).flatMap(({ said }) => said);
  const unexplained = ended.status !== 0 && report.numFailedTests === 0 && unended.length === 0;
  return {
    passed: answers.filter((status) => status === "passed").length,
    failed: report.numFailedTests + (unexplained ? 1 : 0),
    skipped: answers.filter((status) => status === "skipped").length,
    unended,
    redOnScreen: statuses
      .filter(
        ({ name, said }) =>
          isOver(said) && said.includes("failed") && /[\\/]tests[\\/]e2e[\\/]|\.test\.tsx$/u.test(name),
      )
      .map(({ name }) => name),
  };
}

function readReport(path: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Report;
  } catch {
    return undefined;
  }
}
