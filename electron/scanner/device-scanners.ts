import { rm } from "node:fs/promises";
import { join } from "node:path";
import { openEscl } from "./escl.ts";
import { findNaps2, openNaps2 } from "./naps2.ts";
import { openSane } from "./sane.ts";
import type { ScanLog } from "./scan-log.ts";
import type { ScanSetupStore } from "./scan-setup.ts";
import type { ScanningParts } from "./open-scanning.ts";
import { openWatchedFolders } from "./watched-folder.ts";

/** Every adapter for this machine, with their spools in the desk's folder. */
export async function openDeviceScanners(
  folder: string,
  setup: ScanSetupStore,
  log: ScanLog,
): Promise<Pick<ScanningParts, "scanners" | "leftBehind">> {
  const spool = join(folder, "spool");
  const sane = join(spool, "sane");
  // SANE waits until a page is safe, so nothing that counts is left in it.
  await rm(sane, { recursive: true, force: true });
  const naps2 = openNaps2({ spool: join(spool, "naps2"), program: findNaps2(process.env) });
  return {
    scanners: [
      openSane({ spool: sane }),
      openEscl({ addresses: () => setup.addresses() }),
      naps2,
      openWatchedFolders({ folders: () => setup.folders(), taken: (path, mark) => log.taken(path, mark) }),
    ],
    leftBehind: () => naps2.leftBehind(),
  };
}
