import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.ts";

const root = join(import.meta.dirname, "..");

type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; success: boolean };

const check = spawnSync(process.execPath, [join(root, "scripts", "check.ts")], {
  cwd: root,
  stdio: "inherit",
});
build(root);
const folder = mkdtempSync(join(tmpdir(), "mucluc-test-"));
const output = join(folder, "report.json");
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const tests = spawnSync(
  process.execPath,
  [
    vitest,
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${output}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: "inherit" },
);
const report = readReport(output);
rmSync(folder, { recursive: true, force: true });

const checkFailed = check.status === 0 ? 0 : 1;
if (checkFailed) process.stdout.write("npm run check found faults: see above.\n");
const failed =
  report.numFailedTests + checkFailed + (tests.status !== 0 && report.numFailedTests === 0 ? 1 : 0);
process.stdout.write(
  `${report.numPassedTests} passed, ${failed} failed, ${report.numPendingTests} skipped\n`,
);
process.exitCode = failed === 0 && report.numPassedTests > 0 ? 0 : 1;

function readReport(path: string): Report {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Report;
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, success: false };
  }
}
