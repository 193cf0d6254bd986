import { describe, expect, test } from "vitest";
import type { Item } from "#shared/archive/item.ts";
import { editRecord } from "#shared/archive/record.ts";
import { writeMakers } from "#shared/archive/check.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  makePage,
  phuocLoc,
  stamp,
  tuyPhuoc,
} from "#tests/province/world.ts";
import type { Endpoint } from "./replication-endpoint.ts";

/** The two-person rule on items, at whoever answers the replication protocol. */
export function checkContract(world: Endpoint): void {
  describe("an item that is passed", () => {
    const item = makeItem("i", phuocLoc, { fileId: "f" });
    const page = makePage("p", phuocLoc, { itemId: "i", capturedBy: "Trần Quét" });
    const pass = (by: string, more: Partial<Item> = {}, after = 500) =>
      editRecord<Item>(item, { checkedAt: "2025-05-20T08:00:00.000Z", checkedBy: by, ...more }, stamp(after));
    const open = async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      await world.push(token, "fonds", makeFonds("fonds", phuocLoc));
      await world.push(token, "batches", makeBatch("b", phuocLoc, { state: "checking" }));
      await world.push(token, "files", makeFile("f", phuocLoc, { batchId: "b" }));
      return token;
    };
    const held = async (token: string) => (await world.pull(token, "items")).documents[0] as Item | undefined;

    test("by who captured a page of it is not, with why, and the rest of the push is taken", async () => {
      const token = await open();
      await world.push(token, "items", item);
      await world.push(token, "pages", page);
      const { conflicts } = await world.push(token, "items", pass("Trần Quét", { subject: "Tên mới" }));
      const refused = { checkedAt: "", checkedBy: "", checkRefusal: "own-work", subject: "Tên mới" };
      expect(conflicts).toMatchObject([{ id: "i", ...refused }]);
      expect(await held(token)).toMatchObject(refused);
      const stands = (await held(token)) as Item;
      const by = { checkedAt: "2025-05-21T08:00:00.000Z", checkedBy: "Phạm Kiểm" };
      await world.push(token, "items", editRecord<Item>(stands, by, stamp(900_000)));
      expect(await held(token)).toMatchObject({ checkedBy: "Phạm Kiểm", checkRefusal: "" });
    });

    test("before its pages are there is ruled by what it says itself", async () => {
      const token = await open();
      await world.push(token, "items", pass("Trần Quét", { makers: writeMakers(["Trần Quét"]) }));
      expect(await held(token)).toMatchObject({ checkedBy: "", checkRefusal: "own-work" });
    });

    test("by another is, also after a page of the passer's was withdrawn", async () => {
      const token = await open();
      await world.push(token, "items", item);
      const scanned = makePage("q", phuocLoc, { itemId: "i", capturedBy: "Phạm Kiểm" });
      const own = editRecord(scanned, { withdrawn: "quét lại" }, stamp(20));
      await world.push(token, "pages", page, own);
      await world.push(token, "items", pass("Phạm Kiểm"));
      expect(await held(token)).toMatchObject({ checkedBy: "Phạm Kiểm" });
    });
  });
}
