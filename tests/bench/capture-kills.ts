import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bench, figure } from "#tests/bench/figure.ts";
import { killScanning } from "#tests/helpers/kill-scanning.ts";

const kills = 100;

/** Pages lost, doubled or out of place after a desk was killed a hundred times while it scanned, of those it said. */
export const captureKills: Bench = {
  name: "capture-kills",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-kills-"));
    try {
      const seed = Number(process.env["MUCLUC_SEED"] ?? randomInt(1_000_000));
      const { said, lost, doubled, displaced, journalWhole } = await killScanning({ folder, kills, seed });
      const wrong = [...lost, ...doubled, ...displaced, ...(journalWhole ? [] : ["the journal"])];
      say(
        `seed ${seed}: ${kills} kills, ${said} pages said to be saved; wrong: ${wrong.join(", ") || "none"}`,
      );
      return [figure("capture-kills", "pages", wrong.length, said, { atMost: 0 })];
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
