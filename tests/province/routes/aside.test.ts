import { expect, test } from "vitest";
import {
  makeFile,
  makeItem,
  onEachStore,
  phuocHoa,
  phuocLoc,
  quyNhon,
  start,
} from "#tests/province/world.ts";

onEachStore("rows put aside", (world) => {
  test("are listed with who sent them and why, to those within whose scope they were sent", async () => {
    const desk = await world.enrol("desk", phuocLoc, "commune-preparer");
    const officer = await world.enrol("officer", "52", "province-officer");
    await world.pushHolding(
      desk,
      "items",
      makeItem("item", phuocLoc, { symbol: "12", subject: "Về việc họp" }),
    );
    await world.pushHolding(
      desk,
      "files",
      { ...makeFile("file", phuocLoc), colour: "đỏ" },
      makeFile("far", phuocHoa),
    );
    const at = new Date(start).toISOString();
    const from = { device: "desk", unitName: "Xã Phước Lộc", at };
    const listed = await world.ask(officer, "GET", "/aside");
    expect(listed).toMatchObject({
      status: 200,
      body: {
        held: {
          total: 1,
          rows: [
            {
              ...from,
              id: "item",
              label: "Về việc họp",
              waitsFor: { collection: "files", code: "not-a-record" },
            },
          ],
        },
        refused: {
          total: 2,
          rows: [
            { ...from, id: "far", code: "not-your-scope" },
            {
              ...from,
              id: "file",
              label: "HS.file – Hồ sơ file",
              code: "not-a-record",
              detail: "field not known: colour",
            },
          ],
        },
        settled: 0,
      },
    });
    for (const [name, scope] of [
      ["neighbour", phuocHoa],
      ["other", quyNhon],
    ] as const) {
      const token = await world.enrol(name, scope);
      const none = { total: 0, rows: [] };
      expect((await world.ask(token, "GET", "/aside")).body).toEqual({
        held: none,
        refused: none,
        settled: 0,
      });
    }
    // The file comes in a state that can be read: both it and its item are settled, not gone.
    await world.push(desk, "files", makeFile("file", phuocLoc, {}, 10));
    expect((await world.ask(officer, "GET", "/aside")).body).toMatchObject({
      held: { total: 0 },
      refused: { total: 1, rows: [{ id: "far" }] },
      settled: 2,
    });
  });
});
