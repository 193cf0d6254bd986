import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { hashOfRecord, SetDigest } from "#shared/replication/digest.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import type { PullAnswer } from "#shared/replication/messages.ts";
import { verifyAudit } from "#province/store/audit.ts";
import {
  makeBatch,
  makeFile,
  makeItem,
  onEachStore,
  phuocLoc,
  stamp,
  start,
  tuyPhuoc,
} from "#tests/province/world.ts";

onEachStore("records pushed and pulled", (world) => {
  test("come back as they were sent, in the order of their commits", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const files = ["B", "A", "C"].map((id) => makeFile(id, phuocLoc));
    expect(await world.push(token, "files", ...files)).toEqual({ conflicts: [], refused: [] });
    const pulled = await world.pull(token, "files");
    expect(pulled.documents).toEqual(files.map((file) => ({ ...file, _deleted: false })));
    expect(pulled.checkpoint).toMatchObject({ seq: 3 });
    const later = await world.pull(token, "files", pulled.checkpoint);
    expect(later).toEqual({ documents: [], checkpoint: pulled.checkpoint });
  });

  test("sent twice change nothing the second time", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const file = makeFile("A", phuocLoc);
    await world.push(token, "files", file);
    const before = await world.pull(token, "files");
    expect(await world.push(token, "files", file)).toEqual({ conflicts: [], refused: [] });
    expect(await world.pull(token, "files")).toEqual(before);
    expect(await world.database.query("select seq from audit")).toEqual([{ seq: 1 }]);
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

  test("of eight pushers at once reach a puller without a gap", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const pushers = Array.from({ length: 8 }, (_, who) => async () => {
      for (let round = 0; round < 12; round += 1) {
        const some = Array.from({ length: 5 }, (_, at) => makeFile(`${who}-${round}-${at}`, phuocLoc));
        // The same two records are everybody's: they move to the end again and again.
        const shared = editRecord(
          makeFile(`shared-${round % 2}`, phuocLoc),
          { note: `${who}.${round}` },
          {
            ...stamp(100 * round + who, `desk-${who}`),
          },
        );
        await world.push(token, "files", ...some, shared);
      }
    });
    const seen = new Map<string, string>();
    let writing = true;
    const read = async () => {
      let checkpoint: PullAnswer["checkpoint"] = null;
      for (let last = false; !last;) {
        last = !writing;
        for (let more = true; more;) {
          const answer: PullAnswer = await world.pull(token, "files", checkpoint);
          for (const document of answer.documents) seen.set(document.id, JSON.stringify(document));
          more = answer.documents.length > 0;
          checkpoint = answer.checkpoint;
        }
      }
    };
    const reader = read();
    await Promise.all(pushers.map((push) => push()));
    writing = false;
    await reader;
    const all = await world.pull(token, "files");
    expect(all.documents).toHaveLength(8 * 12 * 5 + 2);
    expect(new Map(all.documents.map((document) => [document.id, JSON.stringify(document)]))).toEqual(seen);
    expect(await verifyAudit(world.database, tuyPhuoc)).toMatchObject({ brokenAt: undefined });
  });

  test("leave an audit that shows when it was changed", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const file = makeFile("A", phuocLoc);
    await world.push(token, "files", file);
    world.clock.now = start + 5000;
    await world.push(token, "files", editRecord(file, { title: "Sửa" }, stamp(9)));
    const rows = await world.database.query("select device_id, at, changes from audit order by seq");
    expect(rows).toMatchObject([
      { device_id: "desk", changes: { title: "Hồ sơ A" } },
      { device_id: "desk", at: new Date(start + 5000).toISOString(), changes: { title: "Sửa" } },
    ]);
    expect(await verifyAudit(world.database, tuyPhuoc)).toEqual({ entries: 2, brokenAt: undefined });
    await expect(world.database.query("update audit set device_id = 'x'")).rejects.toThrow(/only ever added/);
    await expect(world.database.query("delete from audit")).rejects.toThrow(/only ever added/);
    await world.database.query("alter table audit disable trigger audit_stays");
    await world.database.query(`update audit set changes = '{"title":"Giả"}' where seq = 2`);
    await world.database.query("alter table audit enable trigger audit_stays");
    expect(await verifyAudit(world.database, tuyPhuoc)).toEqual({ entries: 1, brokenAt: 2 });
  });
});

onEachStore("batches pushed", (world) => {
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
    // Sent again it loses to the province's later clock, without another ruling.
    const again = await world.push(commune, "batches", received);
    expect(again.conflicts).toEqual([ruled]);
    expect(await world.database.query("select count(*)::int as n from audit")).toEqual([{ n: 3 }]);

    const current = (await world.pull(district, "batches")).documents[0];
    expect(current).toEqual(ruled);
    const taken = { ...editRecord(handed, { state: "received", refusal: "" }, stamp(60_000)) };
    const held = await world.push(district, "batches", taken);
    expect(held.conflicts[0]).toMatchObject({ state: "received", refusal: "", note: "giữ" });
  });

  test("made offline through several steps are taken, or start as a draft where they may not be", async () => {
    const operator = await world.enrol("operator", tuyPhuoc, "capture-operator");
    const capturing = makeBatch("one", phuocLoc, { state: "capturing" });
    expect((await world.push(operator, "batches", capturing)).conflicts).toEqual([]);
    const accepted = makeBatch("two", phuocLoc, { state: "accepted", decidedBy: "Tôi" });
    expect((await world.push(operator, "batches", accepted)).conflicts).toMatchObject([
      { state: "draft", decidedBy: "", refusal: "not-your-role" },
    ]);
  });
});
