import { homedir } from "node:os";
import { join } from "node:path";

/** Where the desk keeps its data: `MUCLUC_DATA`, else the person's application-data folder. */
export function dataFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const chosen = environment["MUCLUC_DATA"];
  if (chosen) return chosen;
  if (platform === "win32") {
    return join(environment["APPDATA"] ?? join(homedir(), "AppData", "Roaming"), "mucluc");
  }
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "mucluc");
  return join(environment["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share"), "mucluc");
}
