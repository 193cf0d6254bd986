import { Check } from "typebox/value";
import { describe, expect, test } from "vitest";
import { batchMoves, type BatchState, batchStates, goesOn } from "#shared/archive/batch.ts";
import { dueSteps } from "#shared/archive/batch-due.ts";
import { type BatchStepList, batchStepListSchema } from "#shared/rules/batch-steps.ts";
import { behindOf, type Beside, isTogether, readyFor } from "#shared/rules/fonds-barrier.ts";
import { faultInList } from "#shared/rules/own-steps.ts";
import { togetherSteps } from "#tests/helpers/sample-steps.ts";
import { seeded } from "#tests/helpers/seeded.ts";

const listWith = (...together: BatchState[]): BatchStepList => togetherSteps(2, together);

describe("a step that all batches of a fonds take together", () => {
  test("is one by the list alone: the usual list has none", () => {
    expect(dueSteps.filter((step) => isTogether(step))).toEqual([]);
    expect(dueSteps.filter((step) => isTogether(step, listWith("checking", "packed")))).toEqual([
      "checking",
      "packed",
    ]);
  });

  test("waits for those that could not yet take it; who could, or has, is not behind", () => {
    const others = batchStates.map((state) => ({ id: state, state }));
    const behind = (to: BatchState) => behindOf(others, to).map(({ id }) => id);
    expect(behind("checking")).toEqual(["draft", "handed-over", "received", "preparing", "returned"]);
    expect(readyFor("checking")).toBe("capturing");
    // Preparing may be passed over: who was received may begin.
    expect(behind("capturing")).toEqual(["draft", "handed-over", "returned"]);
    expect(behind("packed")).toEqual([
      ...["draft", "handed-over", "received", "preparing", "capturing", "checking", "returned"],
    ]);
    expect(behind("handed-over")).toEqual([]);
  });

  test("is said by a list with a version above the app's own", () => {
    const list = listWith("checking");
    expect(faultInList(list, 1)).toBeUndefined();
    expect(faultInList({ ...list, version: 1 }, 1)).toMatch(/version 1/);
    expect(Check(batchStepListSchema, list)).toBe(true);
    const steps = [{ step: "checking", together: "batch" }];
    expect(Check(batchStepListSchema, { ...list, steps })).toBe(false);
  });
});

test("in any order batches never stand apart over a step, and never wait for each other", () => {
  const seed = Number(process.env["SEED"] ?? 20_250_530);
  const chance = seeded(seed);
  for (let round = 0; round < 300; round += 1) {
    const said = `seed ${seed}, round ${round}`;
    const list = listWith(...dueSteps.filter(() => chance(3) === 0));
    const batches: Beside[] = Array.from({ length: 1 + chance(6) }, (_, at) => ({
      id: `b${at}`,
      state: "draft",
    }));
    for (let taken = 0; batches.some(({ state }) => state !== "acknowledged"); taken += 1) {
      // Now and then one is given back: the others are not to stand still for good by it.
      const open = batches.flatMap((batch) => waysOf(batch, batches, list, taken < 60));
      expect(open.length, said).toBeGreaterThan(0);
      const way = open[chance(open.length)];
      if (!way) break;
      if (goesOn(way.batch.state, way.to) && isTogether(way.to, list)) {
        const others = batches.filter((one) => one !== way.batch);
        for (const { state } of others) expect(canTake(state, way.to), `${said}: ${state}`).toBe(true);
      }
      way.batch.state = way.to;
    }
  }
});

function waysOf(batch: Beside, batches: readonly Beside[], list: BatchStepList, back: boolean) {
  const others = batches.filter((one) => one !== batch);
  return batchMoves
    .filter(({ from, to }) => from === batch.state && (back || goesOn(from, to)))
    .filter(({ from, to }) => {
      const waits = goesOn(from, to) && isTogether(to, list) && behindOf(others, to).length > 0;
      return !waits;
    })
    .map(({ to }) => ({ batch, to }));
}

/** Whether a batch could take a step now or has, told by the table of moves alone. */
function canTake(state: BatchState, to: BatchState): boolean {
  const reached = new Set<BatchState>(batchMoves.filter((one) => one.to === to).map(({ from }) => from));
  for (const from of ["draft", "returned"] as const) if (to !== "handed-over") reached.delete(from);
  for (const one of reached)
    for (const move of batchMoves) if (move.from === one && goesOn(move.from, move.to)) reached.add(move.to);
  return reached.has(state);
}
