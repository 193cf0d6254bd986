import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { simulateWorld, type WorldReport } from "#tests/helpers/simulate-world.ts";

/*
 * Simulated worlds of desks, a hub and a province, for as long as is asked: `npm run soak -- --seeds 20000`,
 * `--from 7 --seeds 1` to see one again, `--minutes 60` to go on for an hour. Ends at the first world in which
 * something does not hold, and says which. `--kills 200` kills a province under load instead, as often on PostgreSQL
 * (where it is installed) and on PGlite; and the desk, as often beside each of them. `--tries 10000` lets people and
 * partners who may not try as many routes and rows of a province, on either. One process: more of them, each from another
 * seed, use more of a machine.
 */

const { values } = parseArgs({
  options: {
    seeds: { type: "string" },
    from: { type: "string", default: "1" },
    minutes: { type: "string" },
    kills: { type: "string" },
    tries: { type: "string" },
  },
});
const { kills, tries } = values;
if (kills !== undefined)
  runTests(["tests/province/kill", "tests/electron/journal/kill", "tests/flows/desk-killed"], {
    MUCLUC_KILLS: kills,
  });
if (tries !== undefined)
  runTests(["tests/province/portal/outsiders", "tests/province/sharing/partner-outsiders"], {
    MUCLUC_TRIES: tries,
  });

/** Runs tests longer than `npm test` does, and ends with their code. */
function runTests(tests: readonly string[], more: Record<string, string>): never {
  const env = { ...process.env, ...more, MUCLUC_SEED: values.from };
  const program = join(import.meta.dirname, "..", "node_modules", "vitest", "vitest.mjs");
  const { status } = spawnSync(
    process.execPath,
    [program, "run", "--no-file-parallelism", "--testTimeout=7200000", ...tests],
    {
      env,
      stdio: "inherit",
    },
  );
  process.exit(status ?? 1);
}
const first = Number(values.from);
const minutes = values.minutes === undefined ? Number.POSITIVE_INFINITY : Number(values.minutes);
const most = values.minutes === undefined ? Number(values.seeds ?? 20_000) : Number(values.seeds ?? Infinity);
if (![first, minutes, most].every((value) => value > 0)) {
  console.error("--seeds, --from and --minutes are numbers above nothing.");
  process.exit(2);
}

const began = Date.now();
const sums = new Map<string, number>();
let told = began;
let seed = first;
for (; seed < first + most && Date.now() - began < minutes * 60_000; seed += 1) {
  const world = await simulateWorld(seed);
  if (world.broken.length > 0) {
    console.error(`World ${seed} is broken; see it again with: npm run soak -- --from ${seed} --seeds 1`);
    console.error(world.broken);
    process.exit(1);
  }
  if (world.unnoticed.length > 0) console.log(`World ${seed}: no conflict tells of`, world.unnoticed);
  note(world);
  if (Date.now() - told < 10_000) continue;
  told = Date.now();
  console.log(`${seed - first + 1} worlds…`);
}
const spent = Math.round((Date.now() - began) / 1000);
const counts = [...sums].map(([name, sum]) => `${name} ${sum}`).join(", ");
console.log(
  `Seeds ${first}-${seed - 1} in ${spent} s of one of ${availableParallelism()} cores: all whole. ${counts}`,
);

function note(world: WorldReport): void {
  for (const [name, value] of Object.entries(world)) {
    if (typeof value === "number") sums.set(name, (sums.get(name) ?? 0) + value);
  }
}
