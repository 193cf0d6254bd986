import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { updateCalls } from "#shared/contract/update.ts";
import { checkFolder } from "#electron/parcel/parcel-fault.ts";
import type { SettingsStore } from "#electron/settings.ts";
import { lookForUpdates } from "./look-for-updates.ts";

/** Whether a file that installs the program is one that this machine's province approved. */
export function updateHandlers(parts: {
  settings: Pick<SettingsStore, "current">;
  version: string;
}): Pick<DeskHandlers, keyof typeof updateCalls> {
  return {
    async "update.look"({ folder }) {
      await checkFolder(folder);
      const key = parts.settings.current().province?.pin?.signing;
      if (key === undefined) return { enrolled: false, updates: [] };
      return { enrolled: true, updates: await lookForUpdates(folder, { key, running: parts.version }) };
    },
  };
}
