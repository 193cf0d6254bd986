import { existsSync } from "node:fs";
import { posix, win32 } from "node:path";

/** Where a program of the machine is, by its PATH; nothing where it is not installed. */
export function findProgram(
  name: string,
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const system = platform === "win32" ? win32 : posix;
  // Windows looks names up without regard to case; its variable is often called `Path`.
  const variable = (wanted: string) =>
    Object.entries(environment).find(([key]) => key.toUpperCase() === wanted)?.[1];
  const endings = platform === "win32" ? (variable("PATHEXT") ?? ".EXE;.BAT;.CMD").split(";") : [""];
  for (const folder of (variable("PATH") ?? "").split(system.delimiter)) {
    if (folder === "") continue;
    for (const ending of endings) {
      const path = system.join(folder, name + ending.toLowerCase());
      if (existsSync(path)) return path;
    }
  }
  return undefined;
}
