import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { paperSizes, type ScanSettings } from "#shared/capture/scan-settings.ts";
import { compareNames } from "#shared/capture/name-rules.ts";
import { DeskFault, type FaultCode } from "#shared/contract/fault.ts";
import { runProgram, startProgram } from "./run-program.ts";
import { type FedPage, isStopped, type Scanner } from "./scanner.ts";

export type Naps2Parts = {
  /** Where the program writes its pages; what is left in it was scanned and not yet taken. */
  spool: string;
  /** The console program; nothing where it is not installed. */
  program: string | undefined;
  environment?: NodeJS.ProcessEnv;
};

const listLimit = 60_000;
const drivers = ["wia", "twain"] as const;

/** `NAPS2.Console` where its installers put it, or where `MUCLUC_NAPS2` says. */
export function findNaps2(environment: NodeJS.ProcessEnv, exists = existsSync): string | undefined {
  const chosen = environment["MUCLUC_NAPS2"];
  if (chosen) return exists(chosen) ? chosen : undefined;
  const homes = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((name) => {
    const home = environment[name];
    return home ? [join(home, "NAPS2"), join(home, "Programs", "NAPS2")] : [];
  });
  return homes.map((home) => join(home, "NAPS2.Console.exe")).find((path) => exists(path));
}

/** The parameters of one scan; `output` holds the place of the page's number. */
export function naps2Parameters(deviceId: string, settings: ScanSettings, output: string): string[] {
  const [driver = "", ...name] = deviceId.split(":");
  const source = settings.source === "flatbed" ? "glass" : settings.duplex ? "duplex" : "feeder";
  const bits = { colour: "color", grey: "gray", bitonal: "bw" }[settings.colour];
  // Only this page size must be named: the others the program knows by our names.
  const paper = settings.paper === "whole" ? "a3" : settings.paper.toLowerCase();
  return [
    ...["--output", output, "--noprofile", "--driver", driver, "--device", name.join(":")],
    ...["--source", source, "--dpi", String(settings.dpi), "--bitdepth", bits, "--pagesize", paper],
    ...["--jpegquality", "92", "--verbose"],
  ];
}

/**
 * Scanners with TWAIN and WIA drivers, by NAPS2 as a program of its own. It feeds all pages by itself and writes them
 * at the end; they stay in the spool until each is safe here, so that a desk that was killed finds them again.
 */
export function openNaps2(parts: Naps2Parts): Scanner & { leftBehind(): Promise<FedPage[]> } {
  const { program, spool, environment = process.env } = parts;
  return {
    kind: "naps2",
    async list() {
      if (program === undefined) return [];
      const found = [];
      for (const driver of drivers) {
        const outcome = await runProgram(
          program,
          ["--listdevices", "--driver", driver],
          environment,
          listLimit,
        );
        if (outcome === "not-installed" || outcome.code !== 0) continue;
        const names = outcome.output.split(/\r?\n/u).map((line) => line.trim());
        found.push(
          ...names
            .filter(Boolean)
            .map((name) => ({ id: `${driver}:${name}`, name: `${name} (${driver.toUpperCase()})` })),
        );
      }
      return found;
    },
    // The program does not say what a device can do; it takes the nearest by itself.
    capabilities: () =>
      Promise.resolve({
        sources: ["feeder", "flatbed"],
        duplex: true,
        resolutions: [100, 150, 200, 300, 400, 600],
        colours: ["colour", "grey", "bitonal"],
        ...paperSizes.A3,
        waits: false,
      }),
    async *feed(deviceId, settings, signal) {
      if (isStopped(signal)) return;
      if (program === undefined) throw new DeskFault("scanner-gone", { detail: "NAPS2 is not installed" });
      const folder = join(spool, randomUUID());
      await mkdir(folder, { recursive: true });
      const ending = settings.colour === "bitonal" ? ".png" : ".jpg";
      const parameters = naps2Parameters(deviceId, settings, join(folder, `$(nnnn)${ending}`));
      const running = startProgram(program, parameters, environment);
      running.child.stdin.end();
      const abort = () => void running.stop();
      signal.addEventListener("abort", abort);
      try {
        const outcome = await running.ended;
        // What it wrote before it was stopped, or failed, was scanned all the same.
        const pages = await pagesIn(folder);
        for (const page of pages) yield page;
        if (isStopped(signal)) return;
        if (outcome === "not-installed") throw new DeskFault("scanner-gone", { detail: program });
        const said = `${outcome.errors}\n${outcome.output}`.trim();
        const code = codeOf(said);
        if (outcome.code !== 0 || (pages.length === 0 && code !== "scanner-empty")) {
          throw new DeskFault(code ?? "scanner-io", { lasting: false, detail: said.slice(-300) });
        }
        if (pages.length === 0) throw new DeskFault("scanner-empty", { lasting: false });
      } finally {
        signal.removeEventListener("abort", abort);
        await running.stop();
      }
    },
    async leftBehind() {
      const folders = await readdir(spool).catch(() => []);
      const pages = await Promise.all(folders.map((name) => pagesIn(join(spool, name))));
      return pages.flat();
    },
  };
}

async function pagesIn(folder: string): Promise<FedPage[]> {
  const names = (await readdir(folder).catch(() => [])).sort(compareNames);
  return Promise.all(
    names.map(async (name): Promise<FedPage> => {
      const path = join(folder, name);
      return {
        bytes: await readFile(path),
        name: "",
        ending: name.endsWith(".png") ? ".png" : ".jpg",
        mark: path,
        kept: () => rm(path, { force: true }),
      };
    }),
  );
}

/** The program says what went wrong in words, in the language of its installation; English is known here. */
function codeOf(said: string): FaultCode | undefined {
  const known: [RegExp, FaultCode][] = [
    [/no (?:scanned )?pages|no pages are in the feeder|feeder (?:is )?empty/iu, "scanner-empty"],
    [/jam/iu, "scanner-jam"],
    [/cover/iu, "scanner-cover"],
    [/busy|in use/iu, "scanner-busy"],
    [/not found|could not be found|offline|no devices/iu, "scanner-gone"],
  ];
  return known.find(([words]) => words.test(said))?.[1];
}
