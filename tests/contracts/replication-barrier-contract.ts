import { describe, expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  phuocLoc,
  stamp,
  tuyPhuoc,
} from "#tests/province/world.ts";
import type { Endpoint } from "./replication-endpoint.ts";

const held = { code: "torn", why: "", at: "2025-05-20T08:00:00.000Z", by: "Kho" } as const;

/** A batch that goes on to its check while its authority knows of more in it than who moved it. */
export function barrierContract(world: Endpoint): void {
  describe("a batch that goes on to its check", () => {
    const capturing = makeBatch("b", phuocLoc, { state: "capturing" });
    const moved = (files: string[], holds: { id: string; at: string }[] = [], reason = "") =>
      editRecord(
        capturing,
        { state: "checking", reason, passed: { to: "checking", files, holds } },
        stamp(50),
      );
    const receivedAt = "2025-05-20T07:00:00.000Z";
    const open = async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      await world.push(token, "fonds", makeFonds("fonds", phuocLoc));
      await world.push(token, "batches", capturing);
      const own = { batchId: "b", fondsId: "fonds" };
      await world.push(
        token,
        "files",
        makeFile("f1", phuocLoc, { ...own, receivedAt }),
        makeFile("f2", phuocLoc, own),
      );
      return token;
    };
    const stateOf = async (token: string) => (await world.pull(token, "batches")).documents[0];

    test("stays where a file came to it that was not counted, and that its mover had not heard of", async () => {
      const token = await open();
      const { conflicts } = await world.push(token, "batches", moved(["f1"]));
      expect(conflicts).toMatchObject([{ id: "b", state: "capturing", refusal: "barrier" }]);
    });

    test("goes on where its mover had seen all, whose counts come after it", async () => {
      const token = await open();
      await world.push(token, "batches", moved(["f1", "f2"]));
      expect(await stateOf(token)).toMatchObject({ state: "checking", refusal: "" });
    });

    test("goes on with a checker's written reason, whatever they had heard of", async () => {
      const token = await open();
      await world.push(token, "batches", moved(["f1"], [], "Hồ sơ f2 giao sau"));
      expect(await stateOf(token)).toMatchObject({ state: "checking" });
    });

    test("stays where an item in it is kept back and its mover had not heard, or had before", async () => {
      const token = await open();
      await world.push(token, "items", makeItem("i", phuocLoc, { fileId: "f1", held }));
      const { conflicts } = await world.push(token, "batches", moved(["f1", "f2"]));
      expect(conflicts).toMatchObject([{ id: "b", state: "capturing", refusal: "files-held" }]);
    });

    test("goes on where what was kept back may go on, though that comes after the batch", async () => {
      const token = await open();
      await world.push(token, "items", makeItem("i", phuocLoc, { fileId: "f1", held }));
      const lifted = { id: "i", at: "2025-05-20T09:00:00.000Z" };
      await world.push(token, "batches", moved(["f1", "f2"], [lifted]));
      expect(await stateOf(token)).toMatchObject({ state: "checking" });
    });
  });
}
