import { describe, expect, test } from "vitest";
import { type CollectionName, collectionNames } from "#shared/archive/collections.ts";
import { type ArchiveRecord, editRecord } from "#shared/archive/record.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  makePage,
  phuocHoa,
  phuocLoc,
  stamp,
  tuyPhuoc,
} from "#tests/province/world.ts";
import type { Endpoint } from "./replication-endpoint.ts";

const none = { conflicts: [], refused: [] };

const ids = async (world: Endpoint, token: string, collection: CollectionName) =>
  (await world.pull(token, collection)).documents.map(({ id }) => id);

/** Rows whose parent is not there yet, at whoever answers the replication protocol. */
export function heldContract(world: Endpoint): void {
  describe("rows whose parent is not there yet", () => {
    test("are held, and merged when it comes from another desk, down to the last page", async () => {
      const one = await world.enrol("one", tuyPhuoc);
      const other = await world.enrol("other", tuyPhuoc);
      const page = makePage("page", phuocLoc);
      const item = makeItem("item", phuocLoc);
      const file = makeFile("file", phuocLoc, { batchId: "batch" });
      expect(await world.pushHolding(one, "pages", page)).toEqual({
        ...none,
        held: [{ id: "page", collection: "items", parentId: "item" }],
      });
      await world.pushHolding(one, "items", item);
      expect(await world.pushHolding(other, "files", file)).toMatchObject({
        held: [{ id: "file", collection: "fonds", parentId: "fonds" }],
      });
      for (const collection of ["files", "items", "pages"] as const) {
        expect(await ids(world, one, collection)).toEqual([]);
        const digest = await world.ask(one, "GET", `/replication/${collection}/digest`);
        expect(digest.body).toMatchObject({ count: 0 });
      }
      await world.pushHolding(other, "fonds", makeFonds("fonds", phuocLoc));
      // Its batch is still to come.
      expect(await world.waiting()).toMatchObject([
        { id: "file", device_id: "other", parent_collection: "batches", parent_id: "batch" },
        { id: "item" },
        { id: "page" },
      ]);
      await world.pushHolding(one, "batches", makeBatch("batch", phuocLoc));
      expect(await world.waiting()).toEqual([]);
      expect((await world.pull(one, "pages")).documents).toEqual([{ ...page, _deleted: false }]);
      expect((await world.pull(one, "items")).documents).toEqual([{ ...item, _deleted: false }]);
      expect((await world.pull(one, "files")).documents).toEqual([{ ...file, _deleted: false }]);
    });

    test("are merged as they come for a sender that knows nothing of holding", async () => {
      const token = await world.enrol("plain", tuyPhuoc);
      expect(await world.push(token, "items", makeItem("item", phuocLoc))).toEqual(none);
      expect(await ids(world, token, "items")).toEqual(["item"]);
      // Its later edits by a desk do not wait either: it is in the store.
      const edited = makeItem("item", phuocLoc, { note: "sửa" }, 10);
      expect(await world.pushHolding(token, "items", edited)).toEqual(none);
    });

    test("sent twice or edited while they wait lose nothing, in whatever order they come", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const first = makeItem("item", phuocLoc);
      const noted = editRecord(first, { note: "ghi chú" }, stamp(10));
      const signed = editRecord(first, { signer: "Nguyễn Văn Ký" }, stamp(20));
      for (const state of [signed, first, noted, signed]) {
        expect(await world.pushHolding(token, "items", state)).toMatchObject({ held: [{ id: "item" }] });
      }
      expect(await world.waiting()).toHaveLength(1);
      await world.push(token, "files", makeFile("file", phuocLoc));
      expect((await world.pull(token, "items")).documents).toMatchObject([
        { note: "ghi chú", signer: "Nguyễn Văn Ký" },
      ]);
    });

    test("are released by the record's own coming under a parent that is there", async () => {
      const [one, other] = [await world.enrol("one", tuyPhuoc), await world.enrol("other", tuyPhuoc)];
      await world.push(one, "files", makeFile("known", phuocLoc));
      const first = makeItem("item", phuocLoc, { fileId: "unknown" });
      await world.pushHolding(one, "items", editRecord(first, { note: "ghi chú" }, stamp(10)));
      const moved = editRecord(first, { fileId: "known" }, stamp(20, "other"));
      // What stands is more than what was sent.
      expect((await world.pushHolding(other, "items", moved)).conflicts).toMatchObject([
        { note: "ghi chú", fileId: "known" },
      ]);
      expect(await world.waiting()).toEqual([]);
      expect((await world.pull(one, "items")).documents).toMatchObject([
        { note: "ghi chú", fileId: "known" },
      ]);
    });

    test("that were another's by then are refused and kept, never dropped", async () => {
      const one = await world.enrol("one", phuocLoc, "capture-operator");
      const other = await world.enrol("other", phuocHoa, "capture-operator");
      await world.pushHolding(one, "items", makeItem("item", phuocLoc, { note: "của một" }));
      await world.push(other, "items", makeItem("item", phuocHoa));
      await world.push(one, "files", makeFile("file", phuocLoc));
      expect(await world.waiting()).toEqual([]);
      expect((await world.pull(other, "items")).documents).toMatchObject([{ scope: phuocHoa, note: "" }]);
      expect(await world.refusedRows()).toMatchObject([{ id: "item", code: "not-your-scope" }]);
      expect(JSON.stringify(await world.refusedRows())).toContain("của một");
    });

    test("wait through a restart", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      await world.pushHolding(token, "items", makeItem("item", phuocLoc));
      await world.restart();
      await world.pushHolding(token, "files", makeFile("file", phuocLoc, { fondsId: "" }));
      expect(await ids(world, token, "items")).toEqual(["item"]);
    });

    test.each([11, 12, 13])(
      "come to the state that all in order come to, whatever the order, from two desks (seed %i)",
      async (seed) => {
        const chance = seeded(seed);
        const tokens = [
          await world.enrol("desk-0", tuyPhuoc),
          await world.enrol("desk-1", tuyPhuoc),
        ] as const;
        const pick = (text: string, count: number) => `${text}-${chance(count)}`;
        type Row = { desk: 0 | 1; collection: CollectionName; record: ArchiveRecord };
        const rows: Row[] = [];
        // Each record is made at one desk; both edit it, unknown to each other, and may move it.
        const add = (collection: CollectionName, record: ArchiveRecord, move: object) => {
          const desk = chance(2) === 0 ? 0 : 1;
          rows.push({ desk, collection, record });
          for (let edit = 0; edit < chance(3); edit += 1) {
            const at = stamp(100 + chance(1000), `desk-${desk}`);
            const changes: object = { note: `lần ${edit}`, ...(chance(4) === 0 ? move : {}) };
            const by = chance(2) === 0 ? 0 : 1;
            rows.push({
              desk: by,
              collection,
              record: editRecord(record, changes, { ...at, deviceId: `desk-${by}` }),
            });
          }
        };
        const boxed = () => ({ fondsId: pick("fonds", 2), batchId: chance(2) === 0 ? "" : pick("batch", 2) });
        for (const at of [0, 1]) {
          add("fonds", makeFonds(`fonds-${at}`, phuocLoc), {});
          add("batches", makeBatch(`batch-${at}`, phuocLoc), {});
        }
        for (const at of [0, 1, 2]) add("files", makeFile(`file-${at}`, phuocLoc, boxed()), boxed());
        for (let at = 0; at < 6; at += 1) {
          const place = () => ({ fileId: pick("file", 3) });
          add("items", makeItem(`item-${at}`, phuocLoc, place()), place());
        }
        for (let at = 0; at < 8; at += 1) {
          rows.push({
            desk: 0,
            collection: "pages",
            record: makePage(`page-${at}`, phuocLoc, { itemId: pick("item", 6) }),
          });
        }
        const sent = [...rows, ...rows.filter(() => chance(3) === 0)]
          .map((row) => ({ row, place: chance(1_000_000) }))
          .sort((left, right) => left.place - right.place)
          .map(({ row }) => row);
        let heldOnce = 0;
        for (let at = 0; at < sent.length;) {
          const first = sent[at];
          if (!first) break;
          const batch = [first.record];
          for (at += 1; sent[at]?.desk === first.desk && sent[at]?.collection === first.collection; at += 1) {
            batch.push(sent[at]?.record ?? first.record);
          }
          const answer = await world.pushHolding(tokens[first.desk], first.collection, ...batch);
          expect(answer.refused).toEqual([]);
          // What is not said to be held is in the store as it was sent, or merged into what is there.
          const waiting = new Set(answer.held?.map(({ id }) => id));
          heldOnce += waiting.size;
          const store = await readAll(world, tokens[0], first.collection);
          for (const record of batch) {
            const stands = store.get(record.id);
            if (waiting.has(record.id)) continue;
            expect(stands && canonicalJson(mergeRecords(stands, record))).toBe(
              stands && canonicalJson(stands),
            );
            expect(stands).toBeDefined();
          }
        }
        expect(heldOnce).toBeGreaterThan(0);
        expect(await world.waiting()).toEqual([]);
        for (const collection of collectionNames) {
          const store = await readAll(world, tokens[0], collection);
          const expected = new Map<string, ArchiveRecord>();
          for (const row of rows) {
            if (row.collection !== collection) continue;
            expected.set(row.record.id, mergeRecords(expected.get(row.record.id) ?? row.record, row.record));
          }
          if (collection === "files" || collection === "items" || collection === "pages") {
            expect(store).toEqual(expected);
          } else expect([...store.keys()].sort()).toEqual([...expected.keys()].sort());
        }
        expect(world.faults).toEqual([]);
      },
    );
  });
}

async function readAll(world: Endpoint, token: string, collection: CollectionName) {
  const { documents } = await world.pull(token, collection);
  return new Map(
    documents.map((document) => {
      const record = { ...document };
      delete record._deleted;
      return [record.id, record as unknown as ArchiveRecord] as const;
    }),
  );
}
