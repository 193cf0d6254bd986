import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { keepDistricts } from "#province/store/keep-districts.ts";
import { onEachStore, tuyPhuoc } from "#tests/province/world.ts";

onEachStore("what follows those who send", (world) => {
  test("rests between its slices while they send, and not when they have ended", async () => {
    const rested: number[] = [];
    let done: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (done = resolve));
    const keeper = keepDistricts(world.database, console.error, async (_, { between }) => {
      const slice = async () => {
        await wait(40);
        const begun = performance.now();
        await between();
        rested.push(performance.now() - begun);
      };
      await slice();
      keeper.wake([tuyPhuoc]);
      await slice();
      done();
    });
    keeper.wake([tuyPhuoc]);
    await ended;
    await keeper.stop();
    // The first slice began when nothing had come for half a second, the second right after something came.
    expect(rested[0]).toBeLessThan(rested[1] ?? 0);
    expect(rested[1]).toBeGreaterThan(100);
  });
});
