import { describe, expect, test } from "vitest";
import type { Batch } from "#shared/archive/batch.ts";
import { editRecord } from "#shared/archive/record.ts";
import { stepTo, togetherSteps } from "#tests/helpers/sample-steps.ts";
import { makeBatch, makeFile, makeFonds, phuocLoc, stamp, tuyPhuoc } from "#tests/province/world.ts";
import type { Endpoint } from "./replication-endpoint.ts";

/** A step that all batches of a fonds take together, while its authority knows of more of them than who moved one. */
export function fondsBarrierContract(world: Endpoint): void {
  describe("a step that all batches of a fonds take together", () => {
    const own = makeBatch("b", phuocLoc, { state: "capturing" });
    /** The step, by who had seen these others of the fonds; `undefined` is an app that does not say. */
    const moved = (beside: string[] | undefined, taking: { list?: number; reason?: string } = {}) => {
      const { list = 2, reason = "" } = taking;
      const passed = { to: "checking", files: ["f"], holds: [], ...(beside ? { beside } : {}) };
      const step = stepTo(own, "checking", { role: "district-checker", list, reason }, stamp(50));
      return editRecord(step, { passed }, stamp(51));
    };
    const open = async (other: Partial<Batch> = {}, file: { fondsId?: string; withdrawn?: string } = {}) => {
      await world.giveSteps([togetherSteps(2, ["checking"])]);
      const token = await world.enrol("desk", tuyPhuoc);
      const receivedAt = "2025-05-20T07:00:00.000Z";
      const lies = (batchId: string) => ({ batchId, fondsId: "fonds", receivedAt });
      await world.push(token, "fonds", makeFonds("fonds", phuocLoc), makeFonds("fonds-2", phuocLoc));
      const late = { ...makeBatch("late", phuocLoc, { state: "received" }), ...other };
      await world.push(token, "batches", own, late);
      const files = [
        makeFile("f", phuocLoc, lies("b")),
        { ...makeFile("g", phuocLoc, lies("late")), ...file },
      ];
      await world.push(token, "files", ...files);
      return token;
    };
    const push = async (token: string, step: Batch) => {
      const { conflicts } = await world.push(token, "batches", step);
      const { documents } = await world.pull(token, "batches");
      return { conflicts, batch: documents.find(({ id }) => id === "b") as Batch | undefined };
    };

    test("stays where one of them is behind that its mover had not heard of", async () => {
      const { conflicts, batch } = await push(await open(), moved([]));
      expect(conflicts).toMatchObject([{ id: "b", state: "capturing", refusal: "fonds-behind", steps: [] }]);
      expect(batch).toMatchObject({ state: "capturing", refusal: "fonds-behind" });
    });

    test("goes on where its mover had seen that one ready: it is on its way here, or was given back since", async () => {
      expect((await push(await open(), moved(["late"]))).batch).toMatchObject({ state: "checking" });
    });

    test("goes on with a checker's written reason, whatever they had heard of", async () => {
      const step = moved([], { reason: "Đợt sau còn chờ xã giao nốt" });
      expect((await push(await open(), step)).batch).toMatchObject({ state: "checking", refusal: "" });
    });

    test("goes on where the step was taken under a list that does not ask, or by an app that does not say", async () => {
      const token = await open();
      expect((await push(token, moved([], { list: 1 }))).batch).toMatchObject({ state: "checking" });
      await world.push(token, "batches", editRecord(own, { state: "capturing" }, stamp(70_000)));
      const old = editRecord(moved(undefined), { state: "checking" }, stamp(90_000));
      expect((await push(token, old)).batch).toMatchObject({ state: "checking", refusal: "" });
    });

    test.each<[string, Partial<Batch>, { fondsId?: string; withdrawn?: string }]>([
      ["has come as far", { state: "capturing" }, {}],
      ["was withdrawn", { withdrawn: "lập nhầm" }, {}],
      ["holds files of another fonds", {}, { fondsId: "fonds-2" }],
      ["holds none that stand", {}, { withdrawn: "nhập nhầm" }],
    ])("does not wait for a batch that %s", async (_, other, file) => {
      expect((await push(await open(other, file), moved([]))).batch).toMatchObject({ state: "checking" });
    });
  });
}
