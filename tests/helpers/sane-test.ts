import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether `scanimage` and its `test` backend are here; says loudly what is not proven where they are not. */
export function hasSane(): boolean {
  const here = spawnSync("scanimage", ["--version"]).status === 0;
  if (!here)
    console.warn("SKIPPED: scanimage (Debian sane-utils) is not installed; SANE is not proven here.");
  return here;
}

/** An environment in which SANE knows its virtual `test` devices alone. */
export function saneEnvironment(): NodeJS.ProcessEnv {
  const folder = mkdtempSync(join(tmpdir(), "mucluc-sane-"));
  writeFileSync(join(folder, "dll.conf"), "test\n");
  writeFileSync(
    join(folder, "test.conf"),
    'number_of_devices 1\nmode Color\nresolution 100\ntest-picture "Grid"\n',
  );
  return { ...process.env, SANE_CONFIG_DIR: folder };
}
