import { expect, test } from "vitest";
import type { Term } from "#shared/archive/term.ts";
import { editRecord } from "#shared/archive/record.ts";
import { acceptWith } from "#tests/helpers/accepted-batch.ts";
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

  test("is named of an acceptance with what of its batch lacks, and what is not whole, as it comes", async () => {
    const desk = await world.enrol("desk", tuyPhuoc);
    const batch = makeBatch("b", phuocLoc, { state: "checking" });
    const files = ["f1", "f2"].map((id) => makeFile(id, phuocLoc, { batchId: "b" }));
    const items = ["f1", "f2"].map((id) => makeItem(`${id}-i`, phuocLoc, { fileId: id }));
    await world.push(desk, "fonds", makeFonds("fonds", phuocLoc));
    await world.push(desk, "batches", batch);
    await world.push(desk, "files", ...files.slice(0, 1));
    await world.pushHolding(desk, "batches", acceptWith({ files, items, pages: [] }, batch));
    const whole = { collection: "files", label: "HS.f1 – Hồ sơ f1", why: "partial" };
    expect(world.aside().held.rows).toMatchObject([
      {
        id: "b",
        lacks: { records: 3, named: [{ collection: "files", label: "f2", why: "absent" }, whole] },
      },
    ]);
    // An item that waits for the file that lacks is no name for it; the file is known once it waits itself.
    await world.pushHolding(desk, "files", { ...files[1], batchId: "b", fondsId: "not here" });
    expect(world.aside().held.rows.find(({ id }) => id === "b")?.lacks?.named[0]).toEqual({
      ...{ collection: "files", label: "HS.f2 – Hồ sơ f2", why: "absent" },
    });
    await world.push(desk, "items", ...items.slice(0, 1));
    expect(world.aside().held.rows.find(({ id }) => id === "b")?.lacks).toMatchObject({
      records: 2,
      named: [{ why: "absent" }],
    });
  });
});
