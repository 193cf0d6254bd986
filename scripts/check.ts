import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const bin = (name: string) => join(root, "node_modules", name);
const parts = ["shared", "shared/node", "electron", "renderer", "province", "tests"];
/** Linted one by one, for their types together do not fit into one process; and what is left. */
const folders = parts.filter((part) => !part.includes("/"));
const others = folders.flatMap((folder) => ["--ignore-pattern", `${folder}/**`]);

const checks: [string, string[]][] = [
  ...parts.map((part): [string, string[]] => [`types of ${part}`, [bin("typescript/bin/tsc"), "-p", part]]),
  ...folders.map((folder): [string, string[]] => [
    `lint of ${folder}`,
    [bin("eslint/bin/eslint.js"), folder],
  ]),
  ["lint of the rest", [bin("eslint/bin/eslint.js"), ".", ...others]],
  [
    "imports",
    [bin("dependency-cruiser/bin/dependency-cruise.mjs"), "shared", "electron", "renderer", "province"],
  ],
  ["nothing unused", [bin("knip/bin/knip.js")]],
  ["format", [bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."]],
];

let failed = 0;
for (const [name, parameters] of checks) {
  const { status } = spawnSync(process.execPath, parameters, { cwd: root, stdio: "inherit" });
  process.stdout.write(`${status === 0 ? "ok    " : "FAILED"} ${name}\n`);
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
