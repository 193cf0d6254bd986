import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, onTestFinished } from "vitest";
import { openEscl } from "#electron/scanner/escl.ts";
import { openNaps2 } from "#electron/scanner/naps2.ts";
import { openSane } from "#electron/scanner/sane.ts";
import { openWatchedFolders } from "#electron/scanner/watched-folder.ts";
import { startEsclScanner } from "#tests/helpers/escl-scanner.ts";
import { hasSane, saneEnvironment } from "#tests/helpers/sane-test.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { scannerContract, type ScannerRig } from "./scanner-contract.ts";

// About once in a hundred stretches SANE's test backend stops for good inside `sanei_thread_begin` (two threads of
// scanimage wait for one lock, as gdb shows): the adapter then ends it and says so, and the test is begun anew.
describe.skipIf(!hasSane())("SANE, its test backend", { retry: 2 }, () => {
  scannerContract(
    ["scanner-empty", "scanner-jam", "scanner-cover", "scanner-busy", "scanner-gone", "scanner-io"],
    () => {
      const more: string[] = [];
      const fault = (status: string) => () => {
        more.push(`--read-return-value=SANE_STATUS_${status}`);
        return Promise.resolve();
      };
      const spool = join(temporaryFolder(), "spool");
      const environment = saneEnvironment();
      const rig: ScannerRig = {
        scanner: openSane({ spool, environment, more, patience: 20_000 }),
        deviceId: "test:0",
        // The backend's feeder always holds ten sheets.
        load: () => Promise.resolve(),
        sameBytes: false,
        troubles: {
          "scanner-empty": fault("NO_DOCS"),
          "scanner-jam": fault("JAMMED"),
          "scanner-cover": fault("COVER_OPEN"),
          "scanner-busy": fault("DEVICE_BUSY"),
          "scanner-io": fault("IO_ERROR"),
          "scanner-gone": () => {
            rig.deviceId = "test:7";
            return Promise.resolve();
          },
        },
      };
      return Promise.resolve(rig);
    },
  );
});

describe("eSCL, over HTTP", () => {
  scannerContract(
    ["scanner-empty", "scanner-jam", "scanner-cover", "scanner-busy", "scanner-gone", "scanner-io"],
    async () => {
      const device = await startEsclScanner();
      onTestFinished(() => device.close());
      const trouble = (kind: Parameters<typeof device.trouble>[0]) => (after: number) => {
        device.trouble(kind, kind === "busy" ? 0 : after);
        return Promise.resolve();
      };
      return {
        scanner: openEscl({ addresses: () => [device.address], pause: 10, patience: 100 }),
        deviceId: device.address,
        load: (pages) => {
          device.load(pages);
          return Promise.resolve();
        },
        fed: () => device.fed(),
        sameBytes: true,
        troubles: {
          "scanner-empty": trouble("none"),
          "scanner-jam": trouble("jam"),
          "scanner-cover": trouble("cover"),
          "scanner-busy": trouble("busy"),
          "scanner-gone": trouble("unplugged"),
          "scanner-io": trouble("io"),
        },
      };
    },
  );
});

describe("NAPS2.Console, a stand-in for it", () => {
  scannerContract(["scanner-empty", "scanner-jam", "scanner-busy", "scanner-gone"], () => {
    const home = temporaryFolder();
    const feeder = join(home, "feeder");
    mkdirSync(feeder);
    const program = join(home, "naps2");
    const standIn = join(import.meta.dirname, "..", "helpers", "naps2-console.ts");
    writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${standIn}" "$@"\n`, { mode: 0o755 });
    const environment = { ...process.env, NAPS2_STAND_IN: feeder };
    const trouble = (words: (after: number) => string) => (after: number) => {
      writeFileSync(join(feeder, "trouble"), words(after));
      return Promise.resolve();
    };
    const rig: ScannerRig = {
      scanner: openNaps2({ spool: join(home, "spool"), program, environment }),
      deviceId: "twain:Máy quét Mẫu 5000",
      load(pages) {
        for (const [at, page] of pages.entries()) writeFileSync(join(feeder, `${100 + at}.jpg`), page);
        return Promise.resolve();
      },
      fed: () =>
        existsSync(join(feeder, "fed"))
          ? readFileSync(join(feeder, "fed"), "utf8").split("\n").length - 1
          : 0,
      sameBytes: true,
      troubles: {
        "scanner-empty": () => Promise.resolve(),
        "scanner-jam": trouble((after) => `jam ${after}`),
        "scanner-busy": trouble(() => "busy"),
        "scanner-gone": trouble((after) => `gone ${after}`),
      },
    };
    return Promise.resolve(rig);
  });
});

describe("a watched folder", () => {
  scannerContract(["folder-missing"], () => {
    const path = temporaryFolder();
    const marks = new Set<string>();
    let loads = 0;
    const rig: ScannerRig = {
      scanner: openWatchedFolders({
        folders: () => [{ path, move: true }],
        taken: (_, mark) => marks.has(mark),
        stable: 100,
      }),
      deviceId: path,
      load(pages) {
        loads += 1;
        const folder = join(path, `hop-${loads}`);
        mkdirSync(folder, { recursive: true });
        for (const [at, page] of pages.entries()) writeFileSync(join(folder, `${at + 1}.jpg`), page);
        return Promise.resolve();
      },
      sameBytes: true,
      endless: true,
      troubles: {
        "folder-missing": () => {
          setTimeout(() => rmSync(path, { recursive: true, force: true }), 400);
          return Promise.resolve();
        },
      },
    };
    return Promise.resolve(rig);
  });
});
