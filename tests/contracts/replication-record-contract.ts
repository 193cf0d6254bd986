import { describe, expect, test } from "vitest";
import { collectionNames } from "#shared/archive/collections.ts";
import { may } from "#shared/archive/permissions.ts";
import type { Batch } from "#shared/archive/batch.ts";
import { blankBatch } from "#shared/archive/blank.ts";
import { type ArchiveRecord, editRecord, makeRecord } from "#shared/archive/record.ts";
import { roles } from "#shared/archive/role.ts";
import { writeActs } from "#shared/archive/write-acts.ts";
import { hashOfRecord, SetDigest } from "#shared/replication/digest.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import type { PushAnswer } from "#shared/replication/messages.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  makeTerm,
  phuocLoc,
  stamp,
  tuyPhuoc,
} from "#tests/province/world.ts";
import { makeOf } from "#tests/province/make-of.ts";
import type { Endpoint } from "./replication-endpoint.ts";

/** Records pushed and pulled, at whoever answers the replication protocol. */
export function recordContract(world: Endpoint): void {
  describe("records pushed", () => {
    test("come back as they were sent, in the order of their commits", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const files = ["B", "A", "C"].map((id) => makeFile(id, phuocLoc));
      expect(await world.push(token, "files", ...files)).toEqual({ conflicts: [], refused: [] });
      const pulled = await world.pull(token, "files");
      expect(pulled.documents).toEqual(files.map((file) => ({ ...file, _deleted: false })));
      const later = await world.pull(token, "files", pulled.checkpoint);
      expect(later).toEqual({ documents: [], checkpoint: pulled.checkpoint });
    });

    test("twice in one push count as one after the other", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const first = makeFile("A", phuocLoc);
      const second = editRecord(first, { title: "Sau" }, stamp(10));
      const answer = await world.push(token, "files", first, second);
      // The state held is the second: who sent the first must hear of it.
      expect(answer.conflicts).toEqual([{ ...second, _deleted: false }]);
      expect((await world.pull(token, "files")).documents).toEqual([{ ...second, _deleted: false }]);
    });

    test("are merged by field, and what differs from what was sent is answered", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const base = makeFile("A", phuocLoc);
      const one = editRecord(base, { title: "Tên sửa" }, stamp(20, "one"));
      const other = editRecord(base, { note: "Ghi chú" }, stamp(10, "other"));
      await world.push(token, "files", one);
      const answer = await world.push(token, "files", other);
      const merged = { ...mergeRecords(one, other), _deleted: false };
      expect(merged).toMatchObject({ title: "Tên sửa", note: "Ghi chú" });
      expect(answer.conflicts).toEqual([merged]);
      expect((await world.pull(token, "files")).documents).toEqual([merged]);
    });

    test("that are no records are refused one by one, and the others are taken", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const good = makeFile("good", phuocLoc);
      const bad = [
        { ...makeFile("long", phuocLoc), title: "x".repeat(1001) },
        { ...makeFile("stranger", phuocLoc), colour: "red" },
        { ...makeFile("deleted", phuocLoc), _deleted: true },
        { ...makeFile("nul", phuocLoc), note: "a\u0000b" },
        { ...makeFile("half", phuocLoc), note: "a\ud800b" },
        { ...makeFile("clockless", phuocLoc), clocks: {} },
        { ...makeFile("far", phuocLoc), clocks: { "*": "zzzzzzzzzzzzz-desk" } },
        { ...makeFile("garbled", phuocLoc), clocks: { "*": "now" } },
        { id: "bare" },
        { ...makeFile("scope", phuocLoc), scope: `${tuyPhuoc}.%` },
      ];
      const answer = await world.push(token, "files", ...bad, good);
      expect(answer.conflicts).toEqual([]);
      expect(answer.refused.map(({ id, code }) => `${id} ${code}`)).toEqual(
        bad.map(({ id }) => `${id} not-a-record`),
      );
      expect((await world.pull(token, "files")).documents.map(({ id }) => id)).toEqual(["good"]);
      expect(world.faults).toEqual([]);
    });

    test("with names that look like SQL are only names", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const ids = ["'; drop table records; --", '" or 1=1 --', "$1", "%", "\\", "{}"];
      await world.push(token, "files", ...ids.map((id) => makeFile(id, phuocLoc, { title: `'; ${id}` })));
      expect((await world.pull(token, "files")).documents.map(({ id }) => id)).toEqual(ids);
      const read = await world.ask(token, "POST", "/replication/files/read", { ids });
      expect(read.body).toMatchObject({ documents: { length: ids.length } });
    });

    test("have the digest that the desk counts for the same records", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const digest = new SetDigest();
      const items = Array.from({ length: 600 }, (_, at) =>
        makeItem(`item-${at}`, phuocLoc, { ordinal: at + 1 }),
      );
      for (const item of items) digest.add(item.id, hashOfRecord(item));
      await world.push(token, "items", ...items);
      const answer = await world.ask(token, "GET", "/replication/items/digest");
      expect(answer.body).toEqual({ count: 600, digest: digest.digest() });
      const buckets = await world.ask(token, "GET", "/replication/items/buckets");
      expect(buckets.body).toEqual({ buckets: digest.buckets() });

      const [first] = items;
      if (!first) throw new Error("no items");
      const edited = editRecord(first, { subject: "Khác" }, stamp(5));
      digest.remove(first.id, hashOfRecord(first));
      digest.add(edited.id, hashOfRecord(edited));
      await world.push(token, "items", edited);
      expect((await world.ask(token, "GET", "/replication/items/digest")).body).toEqual({
        count: 600,
        digest: digest.digest(),
      });
      const hashes: string[] = [];
      for (let bucket = 0; bucket < 256; bucket += 1) {
        const some = await world.ask(token, "POST", "/replication/items/hashes", { bucket });
        hashes.push(
          ...(some.body as { hashes: [string, string][] }).hashes.map(([id, hash]) => `${id} ${hash}`),
        );
      }
      const expected = [edited, ...items.slice(1)].map((item) => `${item.id} ${hashOfRecord(item)}`);
      expect(hashes.sort()).toEqual(expected.sort());
    });

    test("are read again from the start with a checkpoint of another store or from beyond the end", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      await world.push(token, "files", makeFile("A", phuocLoc));
      const { checkpoint } = await world.pull(token, "files");
      const other = await world.pull(token, "files", { epoch: "another", seq: 1 });
      expect(other.documents).toHaveLength(1);
      const beyond = await world.pull(token, "files", { ...checkpoint, seq: 99 });
      expect(beyond.documents).toHaveLength(1);
      expect(beyond.checkpoint).toEqual(checkpoint);
    });
  });
}

/** What is ruled instead of merged, as its authority and whoever stands in its place do. */
export function rulingContract(world: Endpoint): void {
  describe("records that are ruled", () => {
    test("move by the role of the device, and a refused move is undone everywhere", async () => {
      const commune = await world.enrol("commune", phuocLoc, "commune-preparer");
      const district = await world.enrol("district", tuyPhuoc, "district-checker");
      const draft = makeBatch("batch", phuocLoc);
      const handed = editRecord(draft, { state: "handed-over", handedOverAt: "2025-05-20" }, stamp(10));
      expect(await world.push(commune, "batches", draft)).toEqual({ conflicts: [], refused: [] });
      expect(await world.push(commune, "batches", handed)).toEqual({ conflicts: [], refused: [] });

      const received = editRecord(handed, { state: "received", receivedBy: "Xã", note: "giữ" }, stamp(20));
      const [ruled] = (await world.push(commune, "batches", received)).conflicts;
      expect(ruled).toMatchObject({
        state: "handed-over",
        handedOverAt: "2025-05-20",
        receivedBy: "",
        refusal: "not-your-role",
        note: "giữ",
      });
      // Sent again it loses to the later clock, without another ruling.
      const before = await world.pull(district, "batches");
      const again = await world.push(commune, "batches", received);
      expect(again.conflicts).toEqual([ruled]);
      expect(await world.pull(district, "batches")).toEqual(before);

      const current = (await world.pull(district, "batches")).documents[0];
      expect(current).toEqual(ruled);
      const taken = { ...editRecord(handed, { state: "received", refusal: "" }, stamp(60_000)) };
      const held = await world.push(district, "batches", taken);
      expect(held.conflicts[0]).toMatchObject({ state: "received", refusal: "", note: "giữ" });
    });

    test("made offline through several steps are taken, or start as a draft where they may not be", async () => {
      const operator = await world.enrol("operator", tuyPhuoc, "capture-operator");
      const own = stamp(0, "operator");
      const made = (id: string, fields: Partial<Batch>) =>
        makeRecord<Batch>({ ...blankBatch, id, scope: phuocLoc, number: "1", name: id, ...fields }, own);
      expect((await world.push(operator, "batches", made("one", { state: "capturing" }))).conflicts).toEqual(
        [],
      );
      const accepted = made("two", { state: "accepted", decidedBy: "Tôi" });
      expect((await world.push(operator, "batches", accepted)).conflicts).toMatchObject([
        { state: "draft", decidedBy: "", refusal: "not-your-role" },
      ]);
    });

    test("keep both values of another field where a step is refused", async () => {
      const district = await world.enrol("district", tuyPhuoc);
      const commune = await world.enrol("commune", phuocLoc, "commune-preparer");
      const draft = makeBatch("batch", phuocLoc);
      await world.push(district, "batches", draft);
      await pushOver(
        world,
        district,
        "batches",
        draft,
        editRecord(draft, { note: "Huyện" }, stamp(30, "one.s")),
      );
      const wrong = editRecord(draft, { note: "Xã", state: "accepted" }, stamp(20, "other.s"));
      const { conflicts } = await pushOver(world, commune, "batches", draft, wrong);
      expect(conflicts).toMatchObject([{ state: "draft", note: "Huyện", refusal: "not-your-role" }]);
      expect((await world.pull(commune, "conflicts")).documents).toMatchObject([
        { field: "note", sides: [{ value: '"Huyện"' }, { value: '"Xã"' }] },
      ]);
    });

    test("are taken with confirmed codes of a fonds and decided terms only from the province", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const fonds = makeFonds("fonds", phuocLoc);
      const term = makeTerm("term", phuocLoc);
      await world.push(token, "fonds", fonds);
      await world.push(token, "terms", term);
      const said = editRecord(fonds, { codesConfirmedAt: "2025-05-20", name: "Tên mới" }, stamp(10));
      expect((await world.push(token, "fonds", said)).conflicts).toMatchObject([
        { codesConfirmedAt: "", name: "Tên mới" },
      ]);
      const moved = editRecord(fonds, { scope: tuyPhuoc }, stamp(100_000));
      expect((await world.push(token, "fonds", moved)).conflicts).toMatchObject([{ scope: phuocLoc }]);
      const decided = editRecord(term, { standing: "accepted", note: "ghi" }, stamp(10));
      expect((await world.push(token, "terms", decided)).conflicts).toMatchObject([
        { standing: "local", note: "ghi" },
      ]);
    });

    test("stay as they were where they are written once", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      for (const collection of ["custody", "notes", "reports"] as const) {
        const record = makeOf[collection](`once-${collection}`, phuocLoc);
        await world.push(token, collection, record);
        const changed = { ...record, scope: tuyPhuoc, clocks: { "*": stamp(99).clock } };
        const answer = await world.push(token, collection, changed);
        expect(answer.conflicts, collection).toMatchObject([{ id: record.id, scope: phuocLoc }]);
        const withdrawn = editRecord<ArchiveRecord>(record, { withdrawn: "ghi nhầm" }, stamp(100_000));
        await world.push(token, collection, withdrawn);
        expect((await world.pull(token, collection)).documents, collection).toMatchObject([
          { withdrawn: "ghi nhầm", scope: phuocLoc },
        ]);
      }
    });

    test.each(roles)(
      "are written by a %s where the role may, and carried whoever wrote them",
      async (role) => {
        const token = await world.enrol("machine", tuyPhuoc, role);
        for (const collection of collectionNames) {
          const carried = makeOf[collection](`c-${collection}`, phuocLoc);
          const own = { ...makeOf[collection](`o-${collection}`, phuocLoc), deviceId: "machine" };
          const answer = await world.push(token, collection, carried, own);
          // Whoever signs writes the signature on items.
          const isTheirs = may(role, writeActs[collection]) || (collection === "items" && may(role, "sign"));
          const lacking = isTheirs
            ? []
            : [{ id: own.id, code: "not-your-role", detail: writeActs[collection] }];
          expect(answer.refused, collection).toEqual(lacking);
          const ids = (await world.pull(token, collection)).documents.map(({ id }) => id);
          expect(ids, collection).toEqual(lacking.length > 0 ? [carried.id] : [carried.id, own.id]);
        }
      },
    );
  });
}

const file = makeFile("A", phuocLoc);

/** Pushes a state whose writer knew the other side to hold `base`. */
async function pushOver(
  world: Endpoint,
  token: string,
  collection: "files" | "batches",
  base: ArchiveRecord,
  record: ArchiveRecord,
): Promise<PushAnswer> {
  const rows = [{ assumedMasterState: { id: base.id, clocks: base.clocks }, newDocumentState: record }];
  const { status, body } = await world.ask(token, "POST", `/replication/${collection}/push`, { rows });
  expect(status).toBe(200);
  return body as PushAnswer;
}

/** Two values of one field, at whoever answers the replication protocol. */
export function conflictContract(world: Endpoint): void {
  describe("two values", () => {
    test("are kept by who holds the first value when the second comes, and reach every device of the scope", async () => {
      const [one, other] = [await world.enrol("one", tuyPhuoc), await world.enrol("other", phuocLoc)];
      await world.push(one, "files", file);
      const [mine, theirs] = [
        editRecord(file, { title: "Một" }, stamp(20, "one.s")),
        editRecord(file, { title: "Hai", box: "7" }, stamp(10, "other.s")),
      ];
      await pushOver(world, one, "files", file, mine);
      const answer = await pushOver(world, other, "files", file, theirs);
      expect(answer.conflicts).toMatchObject([{ title: "Một", box: "7" }]);
      const { documents } = await world.pull(other, "conflicts");
      expect(documents).toMatchObject([
        {
          subjectId: "A",
          field: "title",
          scope: phuocLoc,
          standing: "open",
          sides: [
            { value: '"Một"', deviceId: "one" },
            { value: '"Hai"', deviceId: "other" },
          ],
        },
      ]);
      expect((await world.pull(one, "conflicts")).documents).toEqual(documents);
      // Pushed once more: the answer was lost.
      await pushOver(world, other, "files", file, theirs);
      expect((await world.pull(one, "conflicts")).documents).toHaveLength(1);
    });

    test("are kept too where what comes second wins all of the record", async () => {
      const [one, other] = [await world.enrol("one", tuyPhuoc), await world.enrol("other", tuyPhuoc)];
      await world.push(one, "files", file);
      await pushOver(world, one, "files", file, editRecord(file, { title: "Một" }, stamp(10, "one.s")));
      const later = editRecord(file, { title: "Hai" }, stamp(20, "other.s"));
      expect((await pushOver(world, other, "files", file, later)).conflicts).toEqual([]);
      expect((await world.pull(one, "conflicts")).documents).toMatchObject([{ field: "title" }]);
    });

    test("are none where a push comes again that others have built upon since", async () => {
      const [one, other] = [await world.enrol("one", tuyPhuoc), await world.enrol("other", tuyPhuoc)];
      await world.push(one, "files", file);
      const mine = editRecord(file, { title: "Một" }, stamp(20, "one.s"));
      await pushOver(world, one, "files", file, mine);
      const theirs = editRecord(mine, { title: "Hai" }, stamp(30, "other.s"));
      await pushOver(world, other, "files", mine, theirs);
      await pushOver(world, one, "files", file, mine);
      expect((await world.pull(one, "conflicts")).documents).toEqual([]);
    });
  });
}
