import {
  type Capabilities,
  paperSizes,
  scanColours,
  type ScanSettings,
  scanSources,
  usualResolutions,
} from "#shared/capture/scan-settings.ts";

/** eSCL counts lengths in 300ths of an inch. */
const unitsPerMm = 300 / 25.4;

const colourModes: Record<ScanSettings["colour"], RegExp> = {
  colour: /^RGB24$/u,
  grey: /^Grayscale8$/u,
  bitonal: /^BlackAndWhite1$/u,
};

const modeOf: Record<ScanSettings["colour"], string> = {
  colour: "RGB24",
  grey: "Grayscale8",
  bitonal: "BlackAndWhite1",
};

/** The texts of all elements of a name, whatever their prefix. */
export function textsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>([^<]*)<`, "gu"))].map(
    ([, text = ""]) => plain(text.trim()),
  );
}

/** The inside of all elements of a name that hold others. */
function partsOf(xml: string, name: string): string[] {
  const pattern = new RegExp(`<((?:[\\w.-]+:)?${name})(?:\\s[^>]*)?>([\\s\\S]*?)</\\1>`, "gu");
  return [...xml.matchAll(pattern)].map(([, , inside = ""]) => inside);
}

function plain(text: string): string {
  const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => names[name] ?? "");
}

/** Reads a scanner's `ScannerCapabilities`. */
export function readEsclCapabilities(xml: string): { name: string; able: Capabilities } {
  const [make = "", model = ""] = ["Make", "MakeAndModel"].map((name) => textsOf(xml, name)[0] ?? "");
  const feeders = [...partsOf(xml, "AdfSimplexInputCaps"), ...partsOf(xml, "AdfDuplexInputCaps")];
  const platens = partsOf(xml, "PlatenInputCaps");
  const modes = textsOf(xml, "ColorMode");
  const [width, height] = ["MaxWidth", "MaxHeight"].map((name) =>
    Math.round(Math.max(0, ...textsOf(xml, name).map(Number)) / unitsPerMm),
  );
  return {
    name: model || make || "eSCL",
    able: {
      sources: scanSources.filter((source) => (source === "feeder" ? feeders : platens).length > 0),
      duplex: partsOf(xml, "AdfDuplexInputCaps").length > 0,
      resolutions: readResolutions(xml),
      colours: scanColours.filter((colour) => modes.some((mode) => colourModes[colour].test(mode))),
      width: width ?? 0,
      height: height ?? 0,
      waits: true,
    },
  };
}

function readResolutions(xml: string): number[] {
  const discrete = partsOf(xml, "DiscreteResolution").flatMap((part) => textsOf(part, "XResolution"));
  const known = [...new Set(discrete.map(Number))].filter((dpi) => dpi >= 75);
  if (known.length > 0) return known.sort((one, other) => one - other);
  const range = partsOf(xml, "XResolutionRange")[0] ?? "";
  const [least, most] = ["Min", "Max"].map((name) => Number(textsOf(range, name)[0] ?? 0));
  const within = usualResolutions.filter((dpi) => dpi >= (least ?? 0) && dpi <= (most ?? 0));
  return within.length > 0 ? within : [300];
}

/** What a scanner is asked to do: the body of a new job. */
export function writeScanSettings(settings: ScanSettings, able: Capabilities): string {
  const whole = { width: able.width || 210, height: able.height || 297 };
  const size = settings.paper === "whole" ? whole : paperSizes[settings.paper];
  const width = Math.min(size.width, whole.width);
  const height = Math.min(size.height, whole.height);
  const format = settings.colour === "bitonal" ? "application/pdf" : "image/jpeg";
  return `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
  <pwg:Version>2.6</pwg:Version>
  <scan:Intent>Document</scan:Intent>
  <pwg:ScanRegions pwg:MustHonor="false"><pwg:ScanRegion>
    <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
    <pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>
    <pwg:Width>${Math.round(width * unitsPerMm)}</pwg:Width><pwg:Height>${Math.round(height * unitsPerMm)}</pwg:Height>
  </pwg:ScanRegion></pwg:ScanRegions>
  <pwg:InputSource>${settings.source === "feeder" ? "Feeder" : "Platen"}</pwg:InputSource>
  <scan:Duplex>${settings.source === "feeder" && settings.duplex}</scan:Duplex>
  <scan:ColorMode>${modeOf[settings.colour]}</scan:ColorMode>
  <scan:XResolution>${settings.dpi}</scan:XResolution><scan:YResolution>${settings.dpi}</scan:YResolution>
  <pwg:DocumentFormat>${format}</pwg:DocumentFormat><scan:DocumentFormatExt>${format}</scan:DocumentFormatExt>
</scan:ScanSettings>`;
}
