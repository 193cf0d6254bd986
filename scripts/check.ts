import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
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

/** Each takes a core and a gigabyte or two; what one says is printed whole. */
const atOnce = Math.min(2, availableParallelism());
const queue = [...checks];
let failed = 0;

async function runQueued(): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [name, parameters] = next;
    const child = spawn(process.execPath, parameters, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => said.push(part));
    const [status] = (await once(child, "close")) as [number | null];
    process.stdout.write(`${Buffer.concat(said).toString()}${status === 0 ? "ok    " : "FAILED"} ${name}\n`);
    if (status !== 0) failed += 1;
  }
}

await Promise.all(Array.from({ length: atOnce }, runQueued));
process.exitCode = failed === 0 ? 0 : 1;
