import {
  type Capabilities,
  paperSizes,
  scanColours,
  type ScanSettings,
  scanSources,
  usualResolutions,
} from "#shared/capture/scan-settings.ts";

type Colour = ScanSettings["colour"];

/** What `scanimage --all-options` says of one device, and how its own words are meant. */
export type SaneOptions = {
  /** The device's words for its sources and modes. */
  sources: readonly string[];
  modes: readonly string[];
  resolutions: readonly number[];
  /** Extent of the scanned area, in millimetres; 0 where it cannot be set. */
  width: number;
  height: number;
  /** Words of an option of its own for the sides (`--adf-mode Simplex|Duplex`), and its name. */
  sides: { option: string; words: readonly string[] } | undefined;
};

/** Reads the options in the text of `scanimage --all-options`. */
export function readSaneOptions(text: string): SaneOptions {
  const wordsOf = (option: string) => {
    const line = new RegExp(`^\\s+--${option} (.+?)(?: \\[.*\\])?$`, "mu").exec(text)?.[1];
    return (
      line
        ?.split("|")
        .map((word) => word.trim())
        .filter(Boolean) ?? []
    );
  };
  const reach = (name: string) =>
    Number(new RegExp(`^\\s+-${name} -?[\\d.]+\\.\\.([\\d.]+)mm`, "mu").exec(text)?.[1] ?? 0);
  const [option] = ["adf-mode", "duplex", "adf_mode"].filter((name) => wordsOf(name).length > 1);
  return {
    sources: wordsOf("source"),
    modes: wordsOf("mode"),
    resolutions: readResolutions(wordsOf("resolution")),
    width: reach("x"),
    height: reach("y"),
    sides: option === undefined ? undefined : { option, words: wordsOf(option) },
  };
}

/** `75|150|300dpi`, or `1..1200dpi (in steps of 1)`. */
function readResolutions(words: readonly string[]): number[] {
  const range = /^(\d+)(?:\.\d+)?\.\.(\d+)/.exec(words[0] ?? "");
  if (range) {
    const [least, most] = [Number(range[1]), Number(range[2])];
    return usualResolutions.filter((dpi) => dpi >= least && dpi <= most);
  }
  return words.map((word) => Number.parseInt(word, 10)).filter((dpi) => dpi >= 75);
}

const feederWord = /feeder|adf/iu;
const duplexWord = /duplex|both/iu;
const modeWords: Record<Colour, RegExp> = {
  colour: /colou?r/iu,
  grey: /gr[ae]y/iu,
  bitonal: /lineart|binary|black|halftone/iu,
};

/** What the device can do, in our words. */
export function saneCapabilities(options: SaneOptions): Capabilities {
  const { sources, modes, sides } = options;
  const hasFeeder = sources.some((word) => feederWord.test(word));
  const hasFlatbed = sources.length === 0 || sources.some((word) => !feederWord.test(word));
  return {
    sources: scanSources.filter((source) => (source === "feeder" ? hasFeeder : hasFlatbed)),
    duplex: hasFeeder && [...sources, ...(sides?.words ?? [])].some((word) => duplexWord.test(word)),
    resolutions: options.resolutions.length > 0 ? [...options.resolutions] : [300],
    colours:
      modes.length === 0
        ? ["colour"]
        : scanColours.filter((colour) => modes.some((mode) => modeWords[colour].test(mode))),
    width: options.width,
    height: options.height,
    waits: true,
  };
}

/** The settings as options of `scanimage`, in the device's own words. */
export function saneParameters(settings: ScanSettings, options: SaneOptions): string[] {
  const { sources, modes, sides } = options;
  const wanted = settings.source === "feeder";
  const fitting = sources.filter((word) => feederWord.test(word) === wanted);
  const source =
    fitting.find((word) => duplexWord.test(word) === settings.duplex) ??
    fitting.find((word) => !/back|rear/iu.test(word));
  const mode = modes.find((word) => modeWords[settings.colour].test(word));
  const side = wanted && sides?.words.find((word) => duplexWord.test(word) === settings.duplex);
  const size = settings.paper === "whole" ? options : paperSizes[settings.paper];
  return [
    ...(source === undefined ? [] : [`--source=${source}`]),
    ...(mode === undefined ? [] : [`--mode=${mode}`]),
    ...(sides && side ? [`--${sides.option}=${side}`] : []),
    ...(options.resolutions.length === 0 ? [] : [`--resolution=${settings.dpi}`]),
    ...(options.width > 0 ? ["-x", String(Math.min(size.width, options.width))] : []),
    ...(options.height > 0 ? ["-y", String(Math.min(size.height, options.height))] : []),
  ];
}
