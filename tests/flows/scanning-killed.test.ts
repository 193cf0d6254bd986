import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { killScanning } from "#tests/helpers/kill-scanning.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const seed = Number(process.env["MUCLUC_SEED"] ?? randomInt(1_000_000));

// The same a hundred times: npm run bench -- capture-kills
test(`a desk killed at random moments of scanning keeps every page it said was saved, once (seed ${seed})`, async () => {
  const report = await killScanning({ folder: temporaryFolder(), kills: 8, seed });
  expect(report).toMatchObject({ lost: [], doubled: [], displaced: [], journalWhole: true });
  expect(report.said).toBeGreaterThan(0);
}, 300_000);
