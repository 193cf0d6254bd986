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

    test.each([
      ["", true],
      ["Sở yêu cầu nghiệm thu trước", false],
      // An app from before there was a reason of its own: its one reason counts.
      [undefined, false],
    ])(
      "is accepted before the others by a reason of its own (%j), not by why something lacks",
      async (past, waits) => {
        const token = await open();
        await world.giveSteps([togetherSteps(3, ["accepted"])]);
        const checked = editRecord(own, { state: "checking" }, stamp(40));
        await world.push(token, "batches", checked);
        const why = "Tờ 3 mất từ trước khi xã giao nộp";
        const step = stepTo(
          checked,
          "accepted",
          { role: "district-checker", list: 3, reason: why },
          stamp(50),
        );
        const steps = (step.steps ?? []).map((one) => ({ ...one, ...(past === undefined ? {} : { past }) }));
        const passed = { to: "accepted", files: ["f"], holds: [], beside: [] };
        const { batch } = await push(
          token,
          editRecord(step, { steps, passed, decidedBy: "Khác" }, stamp(51)),
        );
        expect(batch?.refusal === "fonds-behind").toBe(waits);
      },
    );

    test("waits too where taking an act of many back brings it on", async () => {
      const token = await open();
      const mass = { id: "act", from: "checking", before: { reason: "" } } as const;
      const at = "2025-05-20T08:00:00.000Z";
      const by = { at, by: "M", role: "district-checker" } as const;
      const back = { ...by, to: "returned", reason: "nhầm", mass } as const;
      const returned = editRecord(own, { state: "returned", reason: "nhầm", steps: [back] }, stamp(50));
      await world.push(token, "batches", returned);
      const undo = { ...by, to: "checking", reason: "Trả lại nhầm cả loạt", undoes: "act", list: 2 } as const;
      const passed = { to: "checking", files: ["f"], holds: [], beside: [] };
      const on = { state: "checking" as const, reason: "", steps: [back, undo], passed };
      const { batch } = await push(token, editRecord(returned, on, stamp(60)));
      expect(batch).toMatchObject({ state: "returned", refusal: "fonds-behind" });
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
