import { expect, test } from "vitest";
import { makeFile, onEachStore, phuocHoa, phuocLoc, start, tuyPhuoc } from "#tests/province/world.ts";

onEachStore("rows that are refused", (world) => {
  const kept = () =>
    world.database.query(
      `select device_id, id, code, state, times, refused_at, last_at, settled_at from refused_rows
       order by id, refused_at`,
    );

  test("are kept as they were sent, counted when they come again, and settled when a later state is taken", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const bad = { ...makeFile("A", phuocLoc), title: "x".repeat(1001) };
    await world.push(token, "files", bad);
    world.clock.now = start + 1000;
    await world.push(token, "files", bad, makeFile("B", phuocLoc));
    const at = new Date(start).toISOString();
    const later = new Date(start + 1000).toISOString();
    const row = {
      device_id: "desk",
      id: "A",
      code: "not-a-record",
      times: 2,
      refused_at: at,
      last_at: later,
    };
    expect(await kept()).toMatchObject([{ ...row, settled_at: "" }]);
    expect(JSON.parse(String((await kept())[0]?.["state"]))).toEqual(bad);
    // Another's record of that id settles nothing of this desk's.
    const other = await world.enrol("other", tuyPhuoc);
    await world.push(other, "files", makeFile("A", phuocLoc));
    expect(await kept()).toMatchObject([{ settled_at: "" }]);
    await world.push(token, "files", makeFile("A", phuocLoc, { title: "Đã sửa" }, 5000));
    expect(await kept()).toMatchObject([{ ...row, settled_at: later }]);
  });

  test("may be whatever JSON there is, and be out of scope", async () => {
    const token = await world.enrol("commune", phuocLoc, "commune-preparer");
    const rows = [
      { ...makeFile("nul", phuocLoc), note: "a\u0000b\ud800" },
      { ...makeFile("stranger", phuocLoc), "m\u0000u": "đỏ" },
      { id: "half\ud800", colour: ["'; drop table refused_rows; --"] },
      makeFile("far", phuocHoa),
    ];
    const answer = await world.push(token, "files", ...rows);
    expect(answer.refused).toHaveLength(4);
    const states = (await kept()).map(({ state }): unknown => JSON.parse(String(state)));
    expect(states).toHaveLength(4);
    expect(states).toEqual(expect.arrayContaining(rows));
    expect(world.faults).toEqual([]);
  });
});
