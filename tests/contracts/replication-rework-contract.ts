import { describe, expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { makeBatch, phuocLoc, stamp, tuyPhuoc } from "#tests/province/world.ts";
import { sampleRework } from "#tests/helpers/sample-rework.ts";
import type { Endpoint } from "./replication-endpoint.ts";

/** The acceptance of a batch of which something was sent back, at whoever answers the replication protocol. */
export function reworkContract(world: Endpoint): void {
  describe("a batch with something sent back", () => {
    test("is not accepted by who had not heard of it, and is by who closed it", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const checking = makeBatch("b", phuocLoc, { state: "checking" });
      // The way there is a district's own.
      await world.push(token, "batches", checking);
      const rework = sampleRework("r1", "b", { scope: phuocLoc });
      const other = sampleRework("r2", "another", { scope: phuocLoc });
      await world.push(token, "notes", rework, other);

      const accepted = editRecord(checking, { state: "accepted", decidedBy: "Tôi" }, stamp(20));
      const { conflicts } = await world.push(token, "batches", accepted);
      expect(conflicts).toMatchObject([{ id: "b", state: "checking", refusal: "rework-open" }]);

      // The batch comes before the note that closes it, as a desk pushes them.
      const settled = editRecord(
        checking,
        { state: "accepted", decidedBy: "Tôi", settled: ["r1"] },
        stamp(200_000),
      );
      await world.push(token, "batches", settled);
      await world.push(
        token,
        "notes",
        editRecord(rework, { solvedAt: "2025-05-20T08:00:00.000Z" }, stamp(40)),
      );
      const { documents } = await world.pull(token, "batches");
      expect(documents).toMatchObject([{ id: "b", state: "accepted", settled: ["r1"], refusal: "" }]);
    });

    test("is accepted once it was closed there", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const checking = makeBatch("b", phuocLoc, { state: "checking" });
      await world.push(token, "batches", checking);
      await world.push(
        token,
        "notes",
        sampleRework("r1", "b", { scope: phuocLoc, solvedAt: "2025-05-20T08:00:00Z" }),
      );
      const accepted = editRecord(checking, { state: "accepted", decidedBy: "Tôi" }, stamp(20));
      await world.push(token, "batches", accepted);
      expect((await world.pull(token, "batches")).documents).toMatchObject([{ state: "accepted" }]);
    });
  });
}
