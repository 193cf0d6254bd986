import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import sharp from "sharp";
import type { ScanSettings } from "#shared/capture/scan-settings.ts";
import { DeskFault, type FaultCode } from "#shared/contract/fault.ts";
import { type Outcome, runProgram, startProgram } from "./run-program.ts";
import { readSaneOptions, saneCapabilities, type SaneOptions, saneParameters } from "./sane-options.ts";
import { type FedPage, isStopped, type Scanner } from "./scanner.ts";

export type SaneParts = {
  /** Where pages are put while they come in; emptied by whoever opens it. */
  spool: string;
  program?: string;
  environment?: NodeJS.ProcessEnv;
  /** Further options of `scanimage`, for one backend. */
  more?: readonly string[];
  /** How long a page may take, in milliseconds. */
  patience?: number;
};

/** Milliseconds in which a device must list itself or its options. */
const answerLimit = 60_000;
/** Of JPEG; at 92 and full colour the difference to the scan is not seen. */
const quality = 92;

/**
 * Scanners by SANE's `scanimage`. It waits for a line before it feeds each page, so that a page is safe before the
 * next moves; its exit code says how the batch ended, and a page counts when it was decoded in full.
 */
export function openSane(parts: SaneParts): Scanner {
  const { program = "scanimage", environment = process.env } = parts;
  const known = new Map<string, SaneOptions>();
  const run = (parameters: string[]) => runProgram(program, parameters, environment, answerLimit);

  async function optionsOf(deviceId: string): Promise<SaneOptions> {
    const remembered = known.get(deviceId);
    if (remembered) return remembered;
    const outcome = await run([`--device-name=${deviceId}`, "--all-options"]);
    if (outcome === "not-installed" || outcome.code !== 0) throw faultOf(outcome, 0);
    const options = readSaneOptions(outcome.output);
    known.set(deviceId, options);
    return options;
  }

  return {
    kind: "sane",
    async list() {
      const outcome = await run(["--formatted-device-list=%d\t%v %m%n"]);
      if (outcome === "not-installed" || outcome.code !== 0) return [];
      return outcome.output.split("\n").flatMap((line) => {
        const [id = "", name = ""] = line.split("\t");
        return id === "" ? [] : [{ id, name: `${name.trim()} (${id})` }];
      });
    },
    capabilities: async (deviceId) => saneCapabilities(await optionsOf(deviceId)),
    async *feed(deviceId, settings, signal) {
      if (isStopped(signal)) return;
      const options = await optionsOf(deviceId);
      const folder = join(parts.spool, randomUUID());
      await mkdir(folder, { recursive: true });
      const running = startProgram(
        program,
        [
          `--device-name=${deviceId}`,
          ...saneParameters(settings, options),
          ...(parts.more ?? []),
          "--format=tiff",
          `--batch=${join(folder, "%d.tif")}`,
          "--batch-print",
          "--batch-prompt",
          ...(settings.source === "flatbed" ? ["--batch-count=1"] : []),
        ],
        environment,
      );
      const { child } = running;
      const abort = () => void running.stop();
      signal.addEventListener("abort", abort);
      // The name of a page is printed when the page is whole.
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      const over = running.ended.then(() => ({ done: true, value: undefined }) as const);
      let pages = 0;
      const patience = new AbortController();
      try {
        for (;;) {
          child.stdin.write("\n");
          const timer = setTimeout(() => {
            patience.abort();
            void running.stop();
          }, parts.patience ?? 180_000);
          const line = await Promise.race([lines.next(), over]).finally(() => clearTimeout(timer));
          if (line.done) break;
          yield await readPage(line.value, settings);
          pages += 1;
          await rm(line.value, { force: true });
        }
        const outcome = await running.ended;
        if (isStopped(signal)) return;
        if (isStopped(patience.signal))
          throw new DeskFault("scanner-gone", { lasting: false, detail: "no page came in time" });
        if (outcome === "not-installed" || outcome.code !== 0 || pages === 0) throw faultOf(outcome, pages);
      } finally {
        signal.removeEventListener("abort", abort);
        await running.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** The scan as a master: JPEG for colour and grey, PNG for black and white, with its resolution. */
async function readPage(path: string, { colour, dpi }: ScanSettings): Promise<FedPage> {
  try {
    const image = sharp(await readFile(path), { failOn: "truncated", limitInputPixels: 1_000_000_000 });
    const master = image.withMetadata({ density: dpi });
    if (colour === "bitonal") {
      const bytes = await master.toColourspace("b-w").png({ palette: true, colours: 2 }).toBuffer();
      return { bytes, name: "", ending: ".png", mark: "" };
    }
    const bytes = await master.jpeg({ quality, chromaSubsampling: "4:4:4" }).toBuffer();
    return { bytes, name: "", ending: ".jpg", mark: "" };
  } catch (cause) {
    throw new DeskFault("scanner-io", { lasting: false, detail: "the page could not be decoded", cause });
  }
}

/** Exit codes of `scanimage` are the status of SANE. */
const codes: Partial<Record<number, FaultCode>> = {
  0: "scanner-empty",
  3: "scanner-busy",
  4: "scanner-settings",
  6: "scanner-jam",
  7: "scanner-empty",
  8: "scanner-cover",
  11: "scanner-refused",
};

function faultOf(outcome: Outcome, pages: number): DeskFault {
  if (outcome === "not-installed") return new DeskFault("scanner-gone", { detail: "scanimage is not here" });
  const detail = outcome.errors.trim().split("\n").at(-1) ?? "";
  const byCode = codes[outcome.code ?? -1];
  if (byCode) return new DeskFault(byCode, { lasting: false, detail });
  // It could not even open the device, and says why in words alone.
  if (outcome.code === 1 && pages === 0) {
    const code = /busy/iu.test(detail)
      ? "scanner-busy"
      : /denied/iu.test(detail)
        ? "scanner-refused"
        : undefined;
    return new DeskFault(code ?? "scanner-gone", { lasting: false, detail });
  }
  return new DeskFault("scanner-io", { lasting: false, detail });
}
