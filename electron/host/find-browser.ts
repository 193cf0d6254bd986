import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
  win32: [
    "Google\\Chrome\\Application\\chrome.exe",
    "Microsoft\\Edge\\Application\\msedge.exe",
    "Chromium\\Application\\chrome.exe",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
};

/** The system's Chromium, Chrome or Edge, or nothing where there is none or no display to show it on. */
export function findBrowser(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  if (platform === "linux" && !environment["DISPLAY"] && !environment["WAYLAND_DISPLAY"]) return undefined;
  const folders =
    platform === "win32"
      ? [environment["ProgramFiles"], environment["ProgramFiles(x86)"], environment["LOCALAPPDATA"]]
      : (environment["PATH"] ?? "").split(delimiter);
  for (const name of names[platform] ?? []) {
    if (platform === "darwin" && existsSync(name)) return name;
    for (const folder of folders) {
      if (folder && existsSync(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}
