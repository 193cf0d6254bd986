import type { ScanSettings } from "#shared/capture/scan-settings.ts";
import type { Words } from "#shared/text/vi.ts";

/** One setting of a scan, in words. */
export function saySetting(scan: Words["scan"], settings: ScanSettings, field: keyof ScanSettings): string {
  const said: Record<keyof ScanSettings, string> = {
    source: scan.sources[settings.source],
    duplex: scan.sides[settings.duplex ? "both" : "one"],
    dpi: scan.dpi(settings.dpi),
    colour: scan.colours[settings.colour],
    paper: scan.papers[settings.paper],
  };
  return said[field];
}
