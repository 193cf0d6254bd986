import { expect, test } from "vitest";
import { simulateWorld } from "#tests/helpers/simulate-world.ts";

const worlds = Number(process.env["MUCLUC_WORLDS"] ?? 2000);
const first = Number(process.env["MUCLUC_SEED"] ?? 1);

test(`in ${worlds} worlds of bad lines, restarts, full disks and wrong clocks all machines converge and nothing is lost`, async () => {
  const mishaps = { restarts: 0, fullDisks: 0, restores: 0 };
  const sums = { writes: 0, healed: 0, conflicts: 0, needless: 0, settled: 0, journals: 0, ...mishaps };
  const unnoticed: number[] = [];
  for (let seed = first; seed < first + worlds; seed += 1) {
    const world = await simulateWorld(seed);
    if (world.unnoticed.length > 0) {
      unnoticed.push(seed);
      console.log(`world ${seed}: ${world.unnoticed.map(({ what }) => what).join("; ")}`);
    }
    expect(world.broken, `world ${seed} (repeat it with MUCLUC_SEED=${seed} MUCLUC_WORLDS=1)`).toEqual([]);
    for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += world[name];
  }
  console.log(`seeds ${first}-${first + worlds - 1}: ${JSON.stringify(sums)}`);
  expect(sums.writes).toBeGreaterThan(worlds * 10);
  expect(unnoticed, "worlds in which no conflict tells of values written apart").toEqual([]);
  expect(sums.needless).toBeLessThanOrEqual(1 + sums.conflicts / 50);
}, 600_000);
