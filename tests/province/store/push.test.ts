import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { PullAnswer } from "#shared/replication/messages.ts";
import { verifyAudit } from "#province/store/audit.ts";
import { makeFile, onEachStore, phuocLoc, stamp, start, tuyPhuoc } from "#tests/province/world.ts";

onEachStore("records pushed and pulled", (world) => {
  test("sent twice change nothing the second time", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const file = makeFile("A", phuocLoc);
    await world.push(token, "files", file);
    const before = await world.pull(token, "files");
    expect(await world.push(token, "files", file)).toEqual({ conflicts: [], refused: [] });
    expect(await world.pull(token, "files")).toEqual(before);
    expect(await world.database.query("select seq from audit")).toEqual([{ seq: 1 }]);
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
