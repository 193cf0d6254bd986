import { describe, expect, test } from "vitest";
import type { Batch } from "#shared/archive/batch.ts";
import { editRecord } from "#shared/archive/record.ts";
import { makeBatch, phuocLoc, stamp, tuyPhuoc } from "#tests/province/world.ts";
import type { Endpoint } from "./replication-endpoint.ts";

type Step = NonNullable<Batch["steps"]>[number];

/** A step of many batches that is taken back, at whoever answers the replication protocol. */
export function undoContract(world: Endpoint): void {
  describe("a step of many that is taken back", () => {
    const at = "2025-05-20T08:00:00.000Z";
    const mass = { id: "act", from: "handed-over" as const, before: { receivedAt: "", receivedBy: "" } };
    const took: Step = { to: "received", at, by: "Tôi", role: "district-checker", reason: "", mass };
    const back: Step = {
      ...{ to: "handed-over", at, by: "Tôi", role: "district-checker", reason: "Nhầm đợt", undoes: "act" },
    };
    const over = makeBatch("b", phuocLoc, { state: "handed-over" });
    const received = editRecord(over, { state: "received", receivedAt: at, steps: [took] }, stamp(20));
    const undone = editRecord(
      received,
      { state: "handed-over", receivedAt: "", steps: [took, back] },
      stamp(60_000),
    );
    const stateOf = async (token: string) => (await world.pull(token, "batches")).documents[0];
    const open = async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      await world.push(token, "batches", over);
      await world.push(token, "batches", received);
      return token;
    };

    test("goes back while it is the last, and keeps both in the way it went", async () => {
      const token = await open();
      await world.push(token, "batches", undone);
      expect(await stateOf(token)).toMatchObject({
        ...{ state: "handed-over", refusal: "", receivedAt: "", steps: [took, back] },
      });
    });

    test("stays where somebody moved the batch on before it came, whose step stands", async () => {
      const token = await open();
      const other = await world.enrol("other", tuyPhuoc);
      const next: Step = { to: "preparing", at, by: "Bạn", role: "sorter", reason: "" };
      const moved = editRecord(received, { state: "preparing", steps: [took, next] }, stamp(50_000));
      await world.push(other, "batches", moved);
      const { conflicts } = await world.push(token, "batches", undone);
      expect(conflicts).toMatchObject([
        { id: "b", state: "preparing", refusal: "moved-since", receivedAt: at, steps: [took, next] },
      ]);
    });

    test("is not for a machine whose role does not take that step", async () => {
      await open();
      const commune = await world.enrol("commune", phuocLoc, "commune-preparer");
      const { conflicts } = await world.push(commune, "batches", undone);
      expect(conflicts).toMatchObject([{ id: "b", state: "received", refusal: "not-your-role" }]);
    });

    test("goes on from where it went back to, in one push with the step after it", async () => {
      const token = await open();
      const draft: Step = { to: "draft", at, by: "Tôi", role: "district-checker", reason: "" };
      const on = editRecord(undone, { state: "draft", steps: [took, back, draft] }, stamp(70_000));
      await world.push(token, "batches", on);
      expect(await stateOf(token)).toMatchObject({ state: "draft", refusal: "" });
    });

    test("is no way around the steps: one that nobody of many took goes back by the table alone", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      await world.push(token, "batches", over);
      const single: Step = { to: "received", at, by: "Tôi", role: "district-checker", reason: "" };
      const alone = editRecord(over, { state: "received", steps: [single] }, stamp(20));
      await world.push(token, "batches", alone);
      const { conflicts } = await world.push(token, "batches", undone);
      expect(conflicts).toMatchObject([{ id: "b", state: "received", refusal: "reason-missing" }]);
    });
  });
}
