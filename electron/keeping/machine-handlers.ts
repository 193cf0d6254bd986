import { randomInt } from "node:crypto";
import { newId } from "#shared/base/id.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { deviceKeysName } from "#electron/secrets/device-keys.ts";
import type { Secrets } from "#electron/secrets/secrets.ts";
import { provinceToken, type SettingsStore } from "#electron/settings.ts";
import type { MachineMark } from "./machine-mark.ts";

export type MachineParts = {
  mark: MachineMark | undefined;
  settings: SettingsStore;
  secrets: Secrets;
};

/**
 * The question of a copied folder: a machine that took over goes on as the same device; a copy becomes a device of its
 * own, which continues the chain under its own name and is let in by the province anew.
 */
export function machineHandlers(
  machine: MachineParts | undefined,
  desk: { now: () => number; reopen: () => void },
): Pick<DeskHandlers, "keeping.machine" | "keeping.settleMachine"> {
  return {
    "keeping.machine": () => ({ copied: machine?.mark?.copied() ?? false }),
    async "keeping.settleMachine"({ answer }) {
      if (!machine?.mark?.copied()) return {};
      if (answer === "copy") {
        await machine.settings.change({ deviceId: newId(desk.now(), randomInt) });
        await machine.secrets.remove(provinceToken);
        await machine.secrets.remove(deviceKeysName);
      }
      await machine.mark.settle();
      desk.reopen();
      return {};
    },
  };
}
