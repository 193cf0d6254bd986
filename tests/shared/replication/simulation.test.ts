import { expect, test } from "vitest";
import { simulateWorld } from "#tests/helpers/simulate-world.ts";

const worlds = Number(process.env["MUCLUC_WORLDS"] ?? 60);
const first = Number(process.env["MUCLUC_SEED"] ?? 1);

test(`in ${worlds} worlds of lost, doubled and late messages, restarts and wrong clocks all devices converge`, async () => {
  let healed = 0;
  let edits = 0;
  for (let seed = first; seed < first + worlds; seed += 1) {
    const world = await simulateWorld(seed);
    const about = `world ${seed} (repeat it with MUCLUC_SEED=${seed} MUCLUC_WORLDS=1)`;
    expect(world.unequal, about).toEqual([]);
    expect(world.lost, about).toEqual([]);
    healed += world.healed;
    edits += world.edits;
  }
  console.log(`seeds ${first}-${first + worlds - 1}: ${edits} edits, ${healed} records healed by comparison`);
  expect(edits).toBeGreaterThan(worlds * 10);
}, 120_000);
