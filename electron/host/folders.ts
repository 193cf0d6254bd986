import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where this machine keeps what must not be copied along with a person's profile: `MUCLUC_MACHINE`, else the folder for
 * local data, which no office carries from machine to machine.
 */
export function machineFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const chosen = environment["MUCLUC_MACHINE"];
  if (chosen) return chosen;
  if (platform === "win32") {
    return join(environment["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "mucluc-machine");
  }
  if (platform === "darwin") return join(homedir(), "Library", "Caches", "mucluc-machine");
  return join(environment["XDG_STATE_HOME"] ?? join(homedir(), ".local", "state"), "mucluc-machine");
}

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
