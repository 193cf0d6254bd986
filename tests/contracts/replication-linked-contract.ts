import { describe, expect, test } from "vitest";
import type { CollectionName } from "#shared/archive/collections.ts";
import { sampleClaim } from "#tests/helpers/sample-claim.ts";
import { sampleCustody, sampleHandover, sampleNote } from "#tests/helpers/sample-desk-records.ts";
import { sampleConflict } from "#tests/helpers/sample-records.ts";
import {
  makeBatch,
  makeBox,
  makeExclusion,
  makeFile,
  makeFonds,
  makeGroup,
  makeItem,
  makePage,
  phuocHoa,
  phuocLoc,
  stamp,
  tuyPhuoc,
} from "#tests/province/world.ts";
import type { Endpoint } from "./replication-endpoint.ts";

/** Records of one's own that would come to lie in, or speak of, what is another unit's. */
export function linkedContract(world: Endpoint): void {
  describe("what another unit's holds", () => {
    const none = { fondsId: "", batchId: "" };
    /** One of each kind that another can be of, as a commune has them. */
    const heldBy = (name: string, scope: string): [CollectionName, object][] => [
      ["fonds", makeFonds(`fonds-${name}`, scope)],
      ["batches", makeBatch(`batch-${name}`, scope)],
      ["groups", makeGroup(`group-${name}`, scope, { fondsId: `fonds-${name}` })],
      ["boxes", makeBox(`box-${name}`, scope, { fondsId: `fonds-${name}` })],
      ["files", makeFile(`file-${name}`, scope, { fondsId: `fonds-${name}`, batchId: `batch-${name}` })],
      ["items", makeItem(`item-${name}`, scope, { fileId: `file-${name}` })],
    ];
    /** Of one's own unit, each linked once to what bears this name. */
    const linkedTo = (name: string): [CollectionName, ReturnType<typeof makeFonds> | object][] => [
      ["files", makeFile("l-fonds", phuocLoc, { ...none, fondsId: `fonds-${name}` })],
      ["files", makeFile("l-batch", phuocLoc, { ...none, batchId: `batch-${name}` })],
      ["files", makeFile("l-group", phuocLoc, { ...none, groupId: `group-${name}` })],
      ["items", makeItem("l-item", phuocLoc, { fileId: `file-${name}` })],
      ["pages", makePage("l-page", phuocLoc, { itemId: `item-${name}` })],
      ["groups", makeGroup("l-sub", phuocLoc, { fondsId: "", parentId: `group-${name}` })],
      ["boxes", makeBox("l-box", phuocLoc, { fondsId: `fonds-${name}` })],
      ["exclusions", makeExclusion("l-out", phuocLoc, { fondsId: `fonds-${name}` })],
      ["handovers", sampleHandover("l-minutes", { scope: phuocLoc, batchId: `batch-${name}` })],
      ["custody", sampleCustody("l-passed", { scope: phuocLoc, subjectId: `box-${name}` })],
      [
        "custody",
        sampleCustody("l-with", { scope: phuocLoc, subjectId: "box-mine", batchId: `batch-${name}` }),
      ],
      ["notes", sampleNote("l-note", { scope: phuocLoc, subjectId: `file-${name}` })],
      ["notes", sampleClaim("l-claim", `batch-${name}`, "Kẻ khác", { scope: phuocLoc })],
      [
        "conflicts",
        sampleConflict("l-two", { scope: phuocLoc, subject: "items", subjectId: `item-${name}` }),
      ],
    ];

    test("takes in nothing of one's own, and nobody there sees any of it", async () => {
      const far = await world.enrol("far", phuocHoa);
      const mine = await world.enrol("mine", phuocLoc);
      const centre = await world.enrol("centre", tuyPhuoc);
      for (const [collection, record] of heldBy("far", phuocHoa)) await world.push(far, collection, record);
      for (const [collection, record] of heldBy("mine", phuocLoc)) await world.push(mine, collection, record);
      for (const push of [world.push, world.pushHolding]) {
        for (const [collection, record] of linkedTo("far")) {
          const { id } = record as { id: string };
          const { refused, held, conflicts } = await push(mine, collection, record);
          expect([id, held, conflicts]).toEqual([id, undefined, []]);
          expect(refused, id).toMatchObject([{ id, code: "not-your-scope" }]);
          const { documents } = await world.pull(centre, collection);
          expect(documents.map((one) => one.id)).not.toContain(id);
        }
      }
      // The same are taken where all is one's own.
      for (const [collection, record] of linkedTo("mine"))
        expect((await world.pushHolding(mine, collection, record)).refused).toEqual([]);
    });

    test("is not where one's own is moved to; the centre moves it, and then it may be edited", async () => {
      const far = await world.enrol("far", phuocHoa);
      const mine = await world.enrol("mine", phuocLoc);
      const centre = await world.enrol("centre", tuyPhuoc);
      for (const [collection, record] of heldBy("far", phuocHoa)) await world.push(far, collection, record);
      for (const [collection, record] of heldBy("mine", phuocLoc)) await world.push(mine, collection, record);
      const moved = makeItem("item-mine", phuocLoc, { fileId: "file-far" }, 9);
      const { refused } = await world.pushHolding(mine, "items", moved);
      expect(refused).toMatchObject([{ id: "item-mine", code: "not-your-scope" }]);
      expect((await world.pull(mine, "items")).documents).toMatchObject([{ fileId: "file-mine" }]);
      expect((await world.pushHolding(centre, "items", moved)).refused).toEqual([]);
      const edited = { ...moved, subject: "Sửa lại", clocks: { "*": stamp(20).clock } };
      expect((await world.pushHolding(mine, "items", edited)).refused).toEqual([]);
    });

    test("takes in nothing that came before it and waited for it", async () => {
      const far = await world.enrol("far", phuocHoa);
      const mine = await world.enrol("mine", phuocLoc);
      const early = makeItem("early", phuocLoc, { fileId: "file-far" });
      expect((await world.pushHolding(mine, "items", early)).held).toMatchObject([{ id: "early" }]);
      for (const [collection, record] of heldBy("far", phuocHoa)) await world.push(far, collection, record);
      expect(await world.waiting()).toEqual([]);
      expect((await world.pull(mine, "items")).documents).toEqual([]);
    });
  });
}
