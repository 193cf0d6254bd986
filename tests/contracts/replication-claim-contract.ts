import { describe, expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { sampleClaim } from "#tests/helpers/sample-claim.ts";
import { phuocHoa, phuocLoc, stamp, tuyPhuoc } from "#tests/province/world.ts";
import type { Endpoint } from "./replication-endpoint.ts";

/** Work that two people take on unknown to each other, at whoever answers the replication protocol. */
export function claimContract(world: Endpoint): void {
  describe("work that two people took on", () => {
    const own = { scope: phuocLoc };
    const first = sampleClaim("c1", "b", "Trần Văn Quét", own);
    // Made before the first by its clock, and sent after it: the authority's order decides.
    const second = sampleClaim("c2", "b", "Lê Thị Mai", { ...own, at: "2025-05-20T01:00:00.000Z" });
    const claims = async (token: string) => {
      const { documents } = await world.pull(token, "notes");
      return Object.fromEntries(documents.map((note) => [note.id, (note as typeof first).lostTo ?? ""]));
    };

    test("stays with whose claim came first; the other learns to whom it lost, and both stay", async () => {
      const [one, two] = [await world.enrol("one", tuyPhuoc), await world.enrol("two", tuyPhuoc)];
      expect((await world.push(one, "notes", first)).conflicts).toEqual([]);
      expect((await world.push(two, "notes", second)).conflicts).toMatchObject([{ id: "c2", lostTo: "c1" }]);
      // Said again, as after a lost answer, it says the same.
      expect((await world.push(two, "notes", second)).conflicts).toMatchObject([{ id: "c2", lostTo: "c1" }]);
      expect(await claims(one)).toEqual({ c1: "", c2: "c1" });
    });

    test("is taken over by who knew of it, and by whom it had ended for", async () => {
      const token = await world.enrol("one", tuyPhuoc);
      await world.push(token, "notes", first);
      const over = sampleClaim(
        "c3",
        "b",
        "Lê Thị Mai",
        { ...own, text: "Trần Văn Quét nghỉ ốm" },
        { knew: ["c1"] },
      );
      // Who took it over has it: neither a third nor the one before comes in between.
      const third = sampleClaim("c4", "b", "Phạm Thị Ba", own, { knew: ["c1"] });
      const late = sampleClaim("c5", "b2", "Phạm Thị Ba", { ...own, at: "2025-05-24T02:00:00.000Z" });
      await world.push(token, "notes", over, third, sampleClaim("c0", "b2", "Trần Văn Quét", own), late);
      expect(await claims(token)).toEqual({ c1: "", c3: "", c4: "c3", c0: "", c5: "" });
    });

    test("is nobody's once it was let go, and another station's or another batch's is other work", async () => {
      const token = await world.enrol("one", tuyPhuoc);
      await world.push(token, "notes", first);
      const checking = sampleClaim("c6", "b", "Lê Thị Mai", own, { station: "checking" });
      await world.push(token, "notes", checking, sampleClaim("c7", "b2", "Lê Thị Mai", own));
      const solved = { solvedAt: "2025-05-20T03:00:00.000Z", solvedBy: "Trần Văn Quét" };
      await world.push(token, "notes", editRecord(first, solved, stamp(20)));
      await world.push(token, "notes", second);
      expect(await claims(token)).toEqual({ c1: "", c2: "", c6: "", c7: "" });
    });

    test("of another unit is refused, and hinders nobody", async () => {
      const commune = await world.enrol("commune", phuocHoa, "commune-preparer");
      const { refused } = await world.push(commune, "notes", first);
      expect(refused).toMatchObject([{ id: "c1", code: "not-your-scope" }]);
      const token = await world.enrol("one", tuyPhuoc);
      await world.push(token, "notes", second);
      expect(await claims(token)).toEqual({ c2: "" });
    });

    test("never comes back to who lost it, whatever their machine sends", async () => {
      const token = await world.enrol("one", tuyPhuoc);
      await world.push(token, "notes", first);
      await world.push(token, "notes", second);
      await world.push(token, "notes", editRecord(second, { lostTo: "" }, stamp(90_000)));
      expect(await claims(token)).toEqual({ c1: "", c2: "c1" });
    });
  });
}
