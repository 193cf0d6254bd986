import { expect, test } from "vitest";
import { collectionNames } from "#shared/archive/collections.ts";
import { roles } from "#shared/archive/role.ts";
import { mayAsk } from "#province/access/route-acts.ts";
import { makeOf } from "./make-of.ts";
import { onEachStore, quyNhon, stamp, tuyPhuoc } from "./world.ts";

/** The mark of every record of the other district: in no answer to a machine of this one. */
const foreign = "NGOAI";

/** Every route that answers with records, as a machine would ask it for the other district's. */
const reading: readonly (readonly [method: "GET" | "POST", route: string, url: string, body?: object])[] = [
  ["GET", "/overview", "/overview"],
  ["GET", "/aside", "/aside"],
  ["GET", "/batches", `/batches?scope=${quyNhon}`],
  ["GET", "/fonds", "/fonds"],
  ["GET", "/machines", "/machines"],
  ["POST", "/search", "/search", { words: foreign, limit: 50 }],
];

onEachStore("another district", (world) => {
  test.each(roles)(
    "is closed to a %s of this one: no record is written, drawn over or read",
    async (role) => {
      const far = await world.enrol(`${foreign}-desk`, quyNhon);
      for (const collection of collectionNames)
        await world.push(far, collection, makeOf[collection](`${foreign}-${collection}`, quyNhon));
      const mine = await world.enrol("mine", tuyPhuoc, role);
      for (const collection of collectionNames) {
        const id = `${foreign}-${collection}`;
        const record = makeOf[collection](id, quyNhon);
        const { clock } = stamp(99);
        const rows = [
          makeOf[collection]("new", quyNhon),
          { ...record, updatedBy: "Kẻ khác", clocks: { "*": clock } },
          { ...record, scope: tuyPhuoc, clocks: { "*": clock } },
        ];
        for (const row of rows) {
          const answer = await world.push(mine, collection, row);
          expect(
            answer.refused.map(({ id: refused }) => refused),
            `${collection} ${row.id}`,
          ).toEqual([row.id]);
          expect(answer.conflicts, collection).toEqual([]);
        }
        const { documents } = await world.pull(far, collection);
        expect(documents, collection).toMatchObject([{ id, scope: quyNhon, updatedBy: record.updatedBy }]);
        expect((await world.pull(mine, collection)).documents, collection).toEqual([]);
        const read = await world.ask(mine, "POST", `/replication/${collection}/read`, { ids: [id, "new"] });
        expect(read.body, collection).toMatchObject({ documents: [] });
        const digest = await world.ask(mine, "GET", `/replication/${collection}/digest`);
        expect(digest.body, collection).toMatchObject({ count: 0 });
      }
      for (const [method, route, url, body] of reading) {
        const answer = await world.ask(mine, method, url, body);
        expect(answer.status, route).toBe(mayAsk(role, method, route) ? 200 : 403);
        // What a machine itself was refused is told to it; of others it hears nothing.
        if (route !== "/aside") expect(JSON.stringify(answer.body), route).not.toContain(foreign);
      }
    },
  );
});
