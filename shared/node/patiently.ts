import { setTimeout as wait } from "node:timers/promises";

const passing = new Set(["EBUSY", "EPERM", "EACCES", "ENOTEMPTY"]);

/**
 * Tries a file operation again for about two seconds while something else holds the file: on Windows a virus
 * scanner or indexer opens what was just written.
 */
export async function patiently<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (tries >= 8 || !passing.has(code)) throw error;
      await wait(20 * 1.6 ** tries);
    }
  }
}
