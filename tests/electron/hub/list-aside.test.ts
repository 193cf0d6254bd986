import { expect, test } from "vitest";
import type { Term } from "#shared/archive/term.ts";
import { editRecord } from "#shared/archive/record.ts";
import { makeFile, makeFonds, makeItem, makeTerm, phuocLoc, stamp, tuyPhuoc } from "#tests/province/world.ts";
import { onHub } from "./world.ts";

const nothing = { total: 0, rows: [] };

onHub("what a hub put aside", (world) => {
  test("is named with its machine and its reason, until it is in the journal", async () => {
    const desk = await world.enrol("desk", tuyPhuoc);
    const village = await world.enrol("village", phuocLoc, "commune-preparer");
    expect(world.aside()).toEqual({ held: nothing, refused: nothing });
    await world.pushHolding(desk, "items", makeItem("item", phuocLoc));
    world.clock.now += 60_000;
    const foreign = editRecord<Term>(makeTerm("foreign", tuyPhuoc), { note: "của xã" }, stamp(3, "village"));
    await world.push(village, "terms", foreign);
    const waitsFor = { collection: "files", id: "file" };
    expect(world.aside()).toMatchObject({
      held: {
        total: 1,
        rows: [
          { collection: "items", id: "item", device: "desk", code: "held", label: "Văn bản item", waitsFor },
        ],
      },
      refused: {
        total: 1,
        rows: [{ collection: "terms", id: "foreign", device: "village", code: "not-your-scope" }],
      },
    });
    await world.push(desk, "fonds", makeFonds("fonds", phuocLoc));
    await world.push(desk, "files", makeFile("file", phuocLoc));
    expect(world.aside().held).toEqual(nothing);
    // A machine that may brings the very words: nothing of what was refused is lacking any more.
    await world.push(desk, "terms", foreign);
    expect(world.aside().refused).toEqual(nothing);
  });
});
