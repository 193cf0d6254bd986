import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const sources = ["shared", "electron", "renderer", "province"];
const files = ["package.json", "package-lock.json", "electron.vite.config.ts"];
const stamp = join("out", "built");

/** True where `out/` was built after the last change of a source. */
export function isBuilt(root: string): boolean {
  const path = join(root, stamp);
  if (!existsSync(path)) return false;
  const built = statSync(path).mtimeMs;
  const inputs = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  return [...inputs, ...files].every((name) => statSync(join(root, name)).mtimeMs <= built);
}

/** Builds every bundle into `out/`. */
export function build(root: string): void {
  process.stdout.write("Building…\n");
  rmSync(join(root, stamp), { force: true });
  const vite = join(root, "node_modules", "electron-vite", "bin", "electron-vite.js");
  execFileSync(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: root, stdio: "inherit" });
  writeFileSync(join(root, stamp), "");
}

if (process.argv[1] === import.meta.filename) build(join(import.meta.dirname, ".."));
