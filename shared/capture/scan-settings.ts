import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";

export const scanSources = ["feeder", "flatbed"] as const;
export const scanColours = ["colour", "grey", "bitonal"] as const;
export const scanPapers = ["A4", "A3", "A5", "whole"] as const;

/** How pages are scanned. `whole` paper is all that the device can take in. */
export const scanSettingsSchema = Type.Object({
  source: Choice(scanSources),
  /** Both sides of each sheet; of a feeder alone. */
  duplex: Type.Boolean(),
  dpi: Type.Integer({ minimum: 75, maximum: 1200 }),
  colour: Choice(scanColours),
  paper: Choice(scanPapers),
});

export type ScanSettings = Static<typeof scanSettingsSchema>;

export type ScanPaper = ScanSettings["paper"];

/** What a device can do. Lists are never empty; sizes in millimetres, 0 where the device does not say. */
export const capabilitiesSchema = Type.Object({
  sources: Type.Array(Choice(scanSources)),
  duplex: Type.Boolean(),
  resolutions: Type.Array(Type.Integer()),
  colours: Type.Array(Choice(scanColours)),
  width: Type.Number(),
  height: Type.Number(),
  /**
   * True where each page is safe here before the next is fed; false where the device, or the program that drives it,
   * feeds by itself.
   */
  waits: Type.Boolean(),
});

export type Capabilities = Static<typeof capabilitiesSchema>;

/** Sizes of papers in millimetres: width and height of a sheet on end. */
export const paperSizes: Record<Exclude<ScanPaper, "whole">, { width: number; height: number }> = {
  A4: { width: 210, height: 297 },
  A3: { width: 297, height: 420 },
  A5: { width: 148, height: 210 },
};

/** The resolutions that are offered where a device takes any between two. */
export const usualResolutions: readonly number[] = [100, 150, 200, 240, 300, 400, 600, 1200];

export type FittedSettings = {
  settings: ScanSettings;
  /** The fields in which the device cannot do what was asked. */
  changed: readonly (keyof ScanSettings)[];
};

/**
 * The settings nearest to those asked for that a device can do: the next finer resolution, else its finest; colour
 * rather than less, as it holds all that grey and black hold.
 */
export function fitSettings(asked: ScanSettings, able: Capabilities): FittedSettings {
  const finer = able.resolutions.filter((dpi) => dpi >= asked.dpi);
  const [firstSource = asked.source] = able.sources;
  const source = able.sources.includes(asked.source) ? asked.source : firstSource;
  const settings: ScanSettings = {
    source,
    duplex: asked.duplex && able.duplex && source === "feeder",
    dpi: finer.length > 0 ? Math.min(...finer) : Math.max(...able.resolutions),
    colour: able.colours.includes(asked.colour)
      ? asked.colour
      : (scanColours.find((one) => able.colours.includes(one)) ?? asked.colour),
    paper: fitsPaper(asked.paper, able) ? asked.paper : "whole",
  };
  const fields = ["source", "duplex", "dpi", "colour", "paper"] as const;
  return { settings, changed: fields.filter((field) => settings[field] !== asked[field]) };
}

/** Whether a sheet lies within what the device takes in; half a centimetre less is how makers count their A4. */
function fitsPaper(paper: ScanPaper, able: Capabilities): boolean {
  if (paper === "whole" || able.width === 0 || able.height === 0) return true;
  const { width, height } = paperSizes[paper];
  return width <= able.width + 5 && height <= able.height + 5;
}
