import { describe, expect, test } from "vitest";
import type { Batch } from "#shared/archive/batch.ts";
import type { Role } from "#shared/archive/role.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { ruleBatch } from "#shared/replication/rule-batch.ts";
import { refuseByList } from "#shared/rules/own-steps.ts";
import { vi } from "#shared/text/vi.ts";
import { sampleSteps, stepTo } from "#tests/helpers/sample-steps.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { makeBatch, phuocLoc, stamp, tuyPhuoc } from "#tests/province/world.ts";
import type { Endpoint } from "./replication-endpoint.ts";

const lists = [
  sampleSteps(3, [
    { step: "preparing", omitted: true },
    { step: "capturing", roles: ["capture-operator"] },
  ]),
  sampleSteps(2),
];
const listOf = (version: number) => lists.find((list) => list.version === version);
const centre: readonly Role[] = ["sorter", "capture-operator", "district-checker"];

/** Steps under a center's own lists, at whoever answers the replication protocol. */
export function stepsContract(world: Endpoint): void {
  describe("a step under a center's own list", () => {
    let looking = "";
    const received = (id: string) => makeBatch(id, phuocLoc, { state: "received" });
    const open = async () => {
      await world.giveSteps(lists);
      const tokens = new Map<Role, string>();
      looking = await world.enrol("looking", tuyPhuoc);
      for (const role of centre) tokens.set(role, await world.enrol(role, tuyPhuoc, role));
      return (role: Role, batch: Batch) => world.push(tokens.get(role) ?? "", "batches", batch);
    };
    const stateOf = async (id: string) => {
      const { documents } = await world.pull(looking, "batches");
      return documents.find((one) => one.id === id) as Batch | undefined;
    };

    test("is taken by the roles of the version it was taken under, and refused to others in words", async () => {
      const push = await open();
      const batch = received("b");
      await push("district-checker", batch);
      const taken = (role: Role, list: number, after: number) =>
        stepTo(batch, "preparing", { role, list }, stamp(after, role));
      const { conflicts } = await push("capture-operator", taken("capture-operator", 2, 20));
      expect(conflicts).toMatchObject([{ state: "received", refusal: "role-not-listed", steps: [] }]);
      expect(vi.common.batchRefusals["role-not-listed"]).toMatch(/vai trò/);
      await push("sorter", taken("sorter", 2, 200_000));
      expect(await stateOf("b")).toMatchObject({ state: "preparing", refusal: "" });
    });

    test("that the list leaves out is refused under it, and taken under the one before", async () => {
      const push = await open();
      for (const [id, list, wanted] of [
        ["old", 2, { state: "preparing", refusal: "" }],
        ["new", 3, { state: "received", refusal: "step-left-out" }],
        ["other", 9, { state: "preparing", refusal: "" }],
      ] as const) {
        await push("district-checker", received(id));
        await push("sorter", stepTo(received(id), "preparing", { role: "sorter", list }, stamp(20)));
        expect(await stateOf(id), id).toMatchObject(wanted);
      }
    });

    test("is asked of the role it was taken in, whoever carries it", async () => {
      const push = await open();
      const batch = received("b");
      await push("district-checker", batch);
      await push("district-checker", stepTo(batch, "preparing", { role: "sorter", list: 2 }, stamp(20)));
      expect(await stateOf("b")).toMatchObject({ state: "preparing", refusal: "" });
    });

    test("stands as it came where a newer list would not allow it any more", async () => {
      const push = await open();
      const batch = received("b");
      await push("district-checker", batch);
      const prepared = stepTo(batch, "preparing", { role: "sorter", list: 2 }, stamp(20));
      await push("sorter", prepared);
      const on = stepTo(prepared, "capturing", { role: "capture-operator", list: 3 }, stamp(40));
      await push("capture-operator", on);
      expect(await stateOf("b")).toMatchObject({ state: "capturing", refusal: "" });
      expect((await stateOf("b"))?.steps?.map(({ list }) => list)).toEqual([2, 3]);
    });

    test("comes out by the one rule in every order, old and new versions at once", async () => {
      const push = await open();
      const chance = seeded(20_250_520);
      const pick = <One>(from: readonly One[]) => from[chance(from.length)] as One;
      for (let round = 0; round < 24; round += 1) {
        const batch = received(`b${round}`);
        const steps = Array.from({ length: 4 }, (_, at) => {
          const role = pick(centre);
          const to = pick(["preparing", "capturing"] as const);
          const taking = { role, list: pick([2, 3]), reason: pick(["", "Làm lại"]) };
          // Later than what was seen of the rounds before, for a hub rules by one clock of its own.
          const after = 100_000 * (round + 1) + 1000 * at;
          return { role, batch: stepTo(batch, to, taking, stamp(after, role)) };
        });
        steps.sort(() => chance(3) - 1);
        await push("district-checker", batch);
        let ruled: Batch = batch;
        for (const step of steps) {
          await push(step.role, step.batch);
          const merged = mergeRecords(ruled, step.batch);
          ruled = ruleBatch(ruled, merged, step.role, stamp(0, "judge"), { listOf });
        }
        const held = await stateOf(batch.id);
        expect(pickRuled(held), `round ${round}`).toEqual(pickRuled(ruled));
        const last = held?.steps?.at(-1);
        const list = last?.list === undefined ? undefined : listOf(last.list);
        if (list && last) expect(refuseByList(list, phuocLoc, last.to, last.role)).toBeUndefined();
      }
    });
  });
}

function pickRuled(batch: Batch | undefined) {
  return { state: batch?.state, refusal: batch?.refusal, steps: batch?.steps ?? [] };
}
