import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { type Outcome, repeat, spreadBackOff } from "#electron/province/repeat.ts";

/** Work that ends when told how, and counts its turns. */
function openWork() {
  let end: ((outcome: Outcome) => void) | undefined;
  const work = {
    turns: 0,
    signals: [] as AbortSignal[],
    backOffs: [] as number[],
    async finish(outcome: Outcome) {
      const ending = end;
      end = undefined;
      ending?.(outcome);
      await wait(5);
    },
  };
  const repeating = repeat({
    work: (signal) => {
      work.turns += 1;
      work.signals.push(signal);
      signal.addEventListener("abort", () => end?.("done"));
      return new Promise<Outcome>((resolve) => (end = resolve));
    },
    soonMs: 10,
    idleMs: 60_000,
    backOffMs: (failures) => {
      work.backOffs.push(failures);
      return 10;
    },
    changed: () => undefined,
  });
  onTestFinished(() => repeating.stop());
  return { work, repeating };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !holds(); tries += 1) await wait(5);
  expect(holds()).toBe(true);
}

test("many wakes make one turn; a wake during a turn makes one more", async () => {
  const { work, repeating } = openWork();
  for (let at = 0; at < 5; at += 1) repeating.wake();
  await until(() => work.turns === 1);
  expect(repeating.state()).toBe("working");
  for (let at = 0; at < 5; at += 1) repeating.wake();
  expect(work.turns).toBe(1);
  await work.finish("done");
  await until(() => work.turns === 2);
  await work.finish("done");
  await wait(40);
  expect(work.turns).toBe(2);
  expect(repeating.state()).toBe("idle");
});

test("a failure is tried again by itself, later each time; wakes do not hurry it; success forgets it", async () => {
  const { work, repeating } = openWork();
  repeating.wake();
  await until(() => work.turns === 1);
  await work.finish("later");
  expect(["waiting", "working"]).toContain(repeating.state());
  await until(() => work.turns === 2);
  await work.finish("later");
  await until(() => work.turns === 3);
  await work.finish("done");
  expect(work.backOffs).toEqual([1, 2]);
  repeating.wake();
  await until(() => work.turns === 4);
  await work.finish("later");
  expect(work.backOffs).toEqual([1, 2, 1]);
});

test("what was stopped stays so until it is begun by hand", async () => {
  const { work, repeating } = openWork();
  repeating.wake();
  await until(() => work.turns === 1);
  await work.finish("stopped");
  repeating.wake();
  await wait(50);
  expect(work.turns).toBe(1);
  const done = repeating.now();
  await until(() => work.turns === 2);
  await work.finish("done");
  await done;
  repeating.wake();
  await until(() => work.turns === 3);
});

test("turns never overlap, and stopping ends the one under way and all after it", async () => {
  const { work, repeating } = openWork();
  const both = [repeating.now(), repeating.now()];
  await until(() => work.turns === 1);
  await wait(20);
  expect(work.turns).toBe(1);
  await repeating.stop();
  expect(work.signals[0]?.aborted).toBe(true);
  await Promise.all(both);
  repeating.wake();
  await repeating.now();
  await wait(30);
  expect(work.turns).toBe(1);
});

test("back-off doubles up to a minute, less up to a quarter", () => {
  const [least, most] = [() => 0, (below: number) => below - 1];
  expect([1, 2, 3].map((failures) => spreadBackOff(failures, least))).toEqual([750, 1500, 3000]);
  for (const failures of [7, 20, 5000]) {
    expect(spreadBackOff(failures, least)).toBe(45_000);
    expect(spreadBackOff(failures, most)).toBeLessThanOrEqual(60_000);
  }
});
