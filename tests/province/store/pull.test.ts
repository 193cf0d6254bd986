import { expect, test } from "vitest";
import type { PullAnswer } from "#shared/replication/messages.ts";
import type { Device } from "#province/access/device.ts";
import { pullRecords } from "#province/store/pull.ts";
import { makeFile, onEachStore, phuocLoc, tuyPhuoc } from "#tests/province/world.ts";

const other = "52.550.21952";
const device: Device = {
  ...{ deviceId: "commune", scope: phuocLoc, district: tuyPhuoc, name: "" },
  role: "commune-preparer",
};

onEachStore("what a commune pulls out of the feed of its district", (world) => {
  test("is all of its own, once and in order, and nothing of the others between", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const files = Array.from({ length: 1300 }, (_, at) =>
      makeFile(`f${at}`, at % 3 === 2 ? other : phuocLoc),
    );
    for (let at = 0; at < files.length; at += 500)
      await world.push(token, "files", ...files.slice(at, at + 500));
    const pulled: string[] = [];
    let checkpoint: PullAnswer["checkpoint"] = null;
    for (let more = true; more;) {
      const answer: PullAnswer = await pullRecords(world.database, device, "files", {
        checkpoint,
        limit: 71,
      });
      pulled.push(...answer.documents.map(({ id }) => id));
      more = answer.documents.length === 71;
      checkpoint = answer.checkpoint;
    }
    expect(pulled).toEqual(files.flatMap(({ id, scope }) => (scope === phuocLoc ? [id] : [])));
    // The feed was looked at to its end: who asks again looks at none of it anew.
    expect(checkpoint?.seq).toBe(files.length);
  });

  test("comes once, as it is at its last place, though it was written meanwhile", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const others = Array.from({ length: 600 }, (_, at) => makeFile(`o${at}`, other));
    await world.push(token, "files", makeFile("own", phuocLoc), ...others.slice(0, 499));
    await world.push(token, "files", ...others.slice(499));
    let parts = 0;
    const database = {
      ...world.database,
      async query(...asked: Parameters<typeof world.database.query>) {
        const rows = await world.database.query(...asked);
        if (asked[0].includes("as part") && (parts += 1) === 1)
          await world.push(token, "files", makeFile("own", phuocLoc, { note: "meanwhile" }, 60_000));
        return rows;
      },
    };
    const answer = await pullRecords(database, device, "files", { checkpoint: null, limit: 500 });
    expect(parts).toBeGreaterThan(1);
    expect(answer.documents).toMatchObject([{ id: "own", note: "meanwhile" }]);
  });
});
