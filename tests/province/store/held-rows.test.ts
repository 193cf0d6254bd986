import { expect, test } from "vitest";
import { verifyAudit } from "#province/store/audit.ts";
import { makeFile, makeFonds, makeItem, onEachStore, phuocLoc, tuyPhuoc } from "#tests/province/world.ts";

/* What else holds of rows that wait for their parents is in the contract: the hub of a centre keeps it too. */
onEachStore("rows that waited", (world) => {
  test("are in the audit as each sender's own, and its chain goes on", async () => {
    const [one, other] = [await world.enrol("one", tuyPhuoc), await world.enrol("other", tuyPhuoc)];
    await world.pushHolding(one, "items", makeItem("item", phuocLoc));
    await world.pushHolding(other, "files", makeFile("file", phuocLoc));
    await world.pushHolding(other, "fonds", makeFonds("fonds", phuocLoc));
    const audit = await world.database.query("select id, device_id from audit order by seq");
    expect(audit.map((row) => `${String(row["id"])} ${String(row["device_id"])}`)).toEqual([
      "fonds other",
      "file other",
      "item one",
    ]);
    expect(await verifyAudit(world.database, tuyPhuoc)).toMatchObject({ brokenAt: undefined });
  });
});
