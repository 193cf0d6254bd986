import { openDeviceScanners } from "#electron/scanner/device-scanners.ts";
import { openScanning, type ScanningParts } from "#electron/scanner/open-scanning.ts";
import { openScanLog } from "#electron/scanner/scan-log.ts";
import { openScanSetup } from "#electron/scanner/scan-setup.ts";
import { type CaptureParts, openCapture } from "./open-capture.ts";
import { saySides } from "./say-sides.ts";

type StationParts = Omit<CaptureParts, "scans"> &
  Pick<ScanningParts, "objects" | "newId" | "emit" | "report">;

/** A capture station: the import of scans, and the devices that give them; both keep one log of what devices gave. */
export async function openStation(parts: StationParts) {
  const { folder, journal, objects, profile, now, newId, emit, report } = parts;
  const log = openScanLog(folder);
  const capture = openCapture({ ...parts, scans: log });
  const setup = await openScanSetup(folder, now);
  const scanning = openScanning({
    ...(await openDeviceScanners(folder, setup, log)),
    ...{ setup, log, objects, profile, now, newId, emit, report },
    importScans: async (input) => capture.handlers["capture.import"](input),
    saySides: (pages, by) => saySides(journal, pages, by),
  });
  return { capture, scanning };
}
