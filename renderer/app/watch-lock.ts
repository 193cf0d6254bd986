import type { Lock } from "#shared/contract/people.ts";
import type { Saving } from "#renderer/db/saving.ts";
import type { Desk } from "#renderer/desk.ts";

/** How often the desk is told that somebody is here, in milliseconds. */
const aliveEvery = 10_000;

/** Follows the desk's lock, and tells it of keys and clicks, for as long as the page lives. */
export function watchLock(desk: Desk, follow: (lock: Lock) => Promise<void>): void {
  let asks = false;
  let toldAt = 0;
  const look = async () => {
    const lock = await desk.call("lock.read", {});
    asks = lock.asksPins && !lock.locked;
    await follow(lock);
  };
  const lookQuietly = () => void look().catch(() => undefined);
  desk.on("lock.changed", lookQuietly);
  // An event may have been missed while the machine slept.
  document.addEventListener("visibilitychange", lookQuietly);
  window.addEventListener("focus", lookQuietly);
  const alive = () => {
    if (!asks || Math.abs(Date.now() - toldAt) < aliveEvery) return;
    toldAt = Date.now();
    desk.call("lock.alive", {}).catch(lookQuietly);
  };
  for (const name of ["keydown", "pointerdown", "pointermove", "wheel"] as const)
    window.addEventListener(name, alive, { capture: true, passive: true });
}

/** Longest wait for the last writes before the screen is locked, in milliseconds; what is left is sent after it. */
const patience = 3_000;

/** Locks the screen once what was written is safe in the journal. */
export async function lockWhenSaved(desk: Desk, saving: Pick<Saving, "state" | "subscribe">): Promise<void> {
  await new Promise<void>((resolve) => {
    const finish = () => {
      window.clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = window.setTimeout(finish, patience);
    const stop = saving.subscribe(() => {
      if (saving.state().pending === 0) finish();
    });
    if (saving.state().pending === 0) finish();
  });
  await desk.call("lock.lock", {});
}
