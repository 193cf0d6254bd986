import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, isBuilt } from "./build.ts";

const root = join(import.meta.dirname, "..");
const arguments_ = process.argv.slice(2);

if (!isBuilt(root)) build(root);

const electron = electronRuntime();
if (electron) {
  run(electron, [root, ...arguments_]);
} else {
  process.stdout.write("Electron's runtime is not installed here: the same app opens in the browser.\n");
  run(process.execPath, [join(root, "out", "main", "loopback.js"), ...arguments_]);
}

/** Electron's executable where it has been downloaded; the npm package alone does not carry it. */
function electronRuntime(): string | undefined {
  const folder = join(root, "node_modules", "electron");
  const named = join(folder, "path.txt");
  if (!existsSync(named)) return undefined;
  const path = join(folder, "dist", readFileSync(named, "utf8").trim());
  return existsSync(path) ? path : undefined;
}

function run(command: string, parameters: string[]): void {
  const child = spawn(command, parameters, { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}
