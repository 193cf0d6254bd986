import { describe, expect, test } from "vitest";
import { collectionNames } from "#shared/archive/collections.ts";
import { roles } from "#shared/archive/role.ts";
import { makeOf } from "#tests/province/make-of.ts";
import { makeFile, makeItem, phuocHoa, phuocLoc, quyNhon, stamp, tuyPhuoc } from "#tests/province/world.ts";
import type { Endpoint } from "./replication-endpoint.ts";

/** What is another unit's, at whoever answers the replication protocol. */
export function scopeContract(world: Endpoint): void {
  describe("another unit", () => {
    test.each(roles)(
      "a %s of one commune writes, draws over and reads nothing of another's",
      async (role) => {
        const far = await world.enrol("far", phuocHoa);
        for (const collection of collectionNames)
          await world.push(far, collection, makeOf[collection](`far-${collection}`, phuocHoa));
        const mine = await world.enrol("mine", phuocLoc, role);
        for (const collection of collectionNames) {
          const id = `far-${collection}`;
          const record = makeOf[collection](id, phuocHoa);
          const clocks = { "*": stamp(99).clock };
          const rows = [
            makeOf[collection]("new", phuocHoa),
            makeOf[collection]("above", tuyPhuoc),
            makeOf[collection]("district", quyNhon),
            makeOf[collection]("province", "52"),
            { ...record, updatedBy: "Kẻ khác", clocks },
            // Pulled into one's own unit: what the record was decides.
            { ...record, scope: phuocLoc, clocks },
          ];
          for (const push of [world.push, world.pushHolding]) {
            const { refused, ...answer } = await push(mine, collection, ...rows);
            const said = refused.map((one) => `${one.id} ${one.code}`).sort();
            expect(said, collection).toEqual(rows.map((row) => `${row.id} not-your-scope`).sort());
            expect(answer, collection).toEqual({ conflicts: [] });
          }
          const { documents } = await world.pull(far, collection);
          expect(documents, collection).toMatchObject([{ id, scope: phuocHoa, updatedBy: record.updatedBy }]);
          expect((await world.pull(mine, collection)).documents, collection).toEqual([]);
          const body = { ids: [id, "new", "above", "district", "province"] };
          const read = await world.ask(mine, "POST", `/replication/${collection}/read`, body);
          expect(read.body, collection).toEqual({ documents: [] });
          const digest = await world.ask(mine, "GET", `/replication/${collection}/digest`);
          expect(digest.body, collection).toMatchObject({ count: 0 });
          const buckets = await world.ask(mine, "GET", `/replication/${collection}/buckets`);
          expect(JSON.stringify(buckets.body), collection).not.toMatch(/[1-9a-f]{8}/);
        }
        expect(await world.waiting()).toEqual([]);
      },
    );

    test("bounds what is read to one's own unit and those below", async () => {
      const district = await world.enrol("district", tuyPhuoc);
      const communes = [
        [await world.enrol("loc", phuocLoc, "commune-preparer"), ["loc"]],
        [await world.enrol("hoa", phuocHoa, "commune-preparer"), ["hoa"]],
        [district, ["loc", "hoa", "town"]],
      ] as const;
      for (const collection of collectionNames) {
        const make = makeOf[collection];
        await world.push(
          district,
          collection,
          make("loc", phuocLoc),
          make("hoa", phuocHoa),
          make("town", tuyPhuoc),
        );
        for (const [token, ids] of communes) {
          const { documents } = await world.pull(token, collection);
          expect(
            documents.map(({ id }) => id),
            collection,
          ).toEqual(ids);
          const asked = { ids: ["loc", "hoa", "town"] };
          const read = await world.ask(token, "POST", `/replication/${collection}/read`, asked);
          expect((read.body as { documents: unknown[] }).documents, collection).toHaveLength(ids.length);
          const digest = await world.ask(token, "GET", `/replication/${collection}/digest`);
          expect(digest.body, collection).toMatchObject({ count: ids.length });
        }
      }
    });

    test("never shortens a page: the rows of others do not use it up", async () => {
      const district = await world.enrol("district", tuyPhuoc);
      const loc = await world.enrol("loc", phuocLoc);
      const files = Array.from({ length: 40 }, (_, at) =>
        makeFile(`${at}`, at % 4 === 3 ? phuocLoc : phuocHoa),
      );
      await world.push(district, "files", ...files);
      const answer = await world.ask(loc, "POST", "/replication/files/pull", { checkpoint: null, limit: 10 });
      expect((answer.body as { documents: unknown[] }).documents).toHaveLength(10);
    });

    test("follows a record that moves to another unit", async () => {
      const district = await world.enrol("district", tuyPhuoc);
      const tokens = [await world.enrol("loc", phuocLoc), await world.enrol("hoa", phuocHoa), district];
      const counts = async () => {
        const answers = tokens.map((token) => world.ask(token, "GET", "/replication/items/digest"));
        return (await Promise.all(answers)).map(({ body }) => (body as { count: number }).count);
      };
      const item = makeItem("item", phuocLoc);
      expect(await counts()).toEqual([0, 0, 0]);
      await world.push(district, "items", item);
      expect(await counts()).toEqual([1, 0, 1]);
      await world.push(district, "items", { ...item, scope: phuocHoa, clocks: { "*": stamp(9).clock } });
      expect(await counts()).toEqual([0, 1, 1]);
    });
  });
}
