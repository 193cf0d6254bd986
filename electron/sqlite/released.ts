import { setImmediate as tick } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isHolding } from "./encrypted-database.ts";

const mostTurns = 10;

let collect: (() => void) | undefined;

/**
 * Resolves when closed databases have let go of their files: the engine of encrypted ones keeps a file, and its lock,
 * until the last statement on it is collected.
 */
export async function released(): Promise<void> {
  if (!isHolding()) return;
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  // What is collected is let go of in a later turn.
  for (let turn = 0; turn < mostTurns && isHolding(); turn += 1) {
    collect();
    await tick();
    await tick();
  }
}
