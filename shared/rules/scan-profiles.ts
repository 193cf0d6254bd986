import { type Static, Type } from "typebox";
import { Parse } from "typebox/value";
import { Choice } from "#shared/base/schema.ts";
import { scanColours, type ScanSettings, scanSettingsSchema } from "#shared/capture/scan-settings.ts";
import shipped from "#resources/rules/scan-profiles.json" with { type: "json" };

/** The classes of documents that a circular asks different scans of. */
export const documentClasses = ["administrative", "drawing"] as const;

export type DocumentClass = (typeof documentClasses)[number];

const scanProfileSchema = Type.Object({
  class: Choice(documentClasses),
  /** Under this resolution the scan is no archival copy. */
  leastDpi: Type.Integer({ minimum: 75 }),
  /** Colours in which the scan is an archival copy. */
  colours: Type.Array(Choice(scanColours)),
  /** What is set where nobody has set anything. */
  settings: scanSettingsSchema,
});

export type ScanProfile = Static<typeof scanProfileSchema>;

const scanProfilesSchema = Type.Object({
  name: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  source: Type.String(),
  classes: Type.Array(scanProfileSchema),
});

/** What a circular asks of the scans of each class of documents: a data file with its version and source. */
export const scanProfiles = Parse(scanProfilesSchema, shipped);

export function scanProfileOf(documentClass: DocumentClass): ScanProfile {
  const found = scanProfiles.classes.find((profile) => profile.class === documentClass);
  if (!found) throw new Error(`no scan profile of the class ${documentClass}`);
  return found;
}

/** How settings fall short of what the circular asks of a class; empty where they do not. */
export function belowProfile(documentClass: DocumentClass, settings: ScanSettings): ("dpi" | "colour")[] {
  const { leastDpi, colours } = scanProfileOf(documentClass);
  return [
    ...(settings.dpi < leastDpi ? (["dpi"] as const) : []),
    ...(colours.includes(settings.colour) ? [] : (["colour"] as const)),
  ];
}
