import { expect, onTestFinished, test } from "vitest";
import { openHeldRows } from "#electron/hub/held-rows.ts";
import { openHubDatabase } from "#electron/hub/hub-database.ts";
import { openAsideList } from "#electron/hub/list-aside.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
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
    expect(await world.aside()).toEqual({ held: nothing, refused: nothing });
    await world.pushHolding(desk, "items", makeItem("item", phuocLoc));
    world.clock.now += 60_000;
    const foreign = editRecord<Term>(makeTerm("foreign", tuyPhuoc), { note: "của xã" }, stamp(3, "village"));
    await world.push(village, "terms", foreign);
    const waitsFor = { collection: "files", id: "file" };
    expect(await world.aside()).toMatchObject({
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
    expect((await world.aside()).held).toEqual(nothing);
    // A machine that may brings the very words: nothing of what was refused is lacking any more.
    await world.push(desk, "terms", foreign);
    expect((await world.aside()).refused).toEqual(nothing);
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
    expect((await world.aside()).held.rows).toMatchObject([
      {
        id: "b",
        lacks: { records: 3, named: [{ collection: "files", label: "f2", why: "absent" }, whole] },
      },
    ]);
    // An item that waits for the file that lacks is no name for it; the file is known once it waits itself.
    await world.pushHolding(desk, "files", { ...files[1], batchId: "b", fondsId: "not here" });
    expect((await world.aside()).held.rows.find(({ id }) => id === "b")?.lacks?.named[0]).toEqual({
      ...{ collection: "files", label: "HS.f2 – Hồ sơ f2", why: "absent" },
    });
    await world.push(desk, "items", ...items.slice(0, 1));
    expect((await world.aside()).held.rows.find(({ id }) => id === "b")?.lacks).toMatchObject({
      records: 2,
      named: [{ why: "absent" }],
    });
  });
});

test("what an acceptance lacks is read once of what did not change, in small steps that let others go first", async () => {
  const journal = openTestJournal();
  const batch = makeBatch("b", phuocLoc, { state: "checking" });
  const files = Array.from({ length: 30 }, (_, at) => makeFile(`f${at}`, phuocLoc, { batchId: "b" }));
  const items = files.map(({ id }) => makeItem(`${id}-i`, phuocLoc, { fileId: id }));
  journal.write("fonds", [makeFonds("fonds", phuocLoc)], "centre");
  journal.write("batches", [batch], "centre");
  journal.write("files", files, "centre");
  journal.write("items", items.slice(1), "centre");
  const database = openHubDatabase(journal.folder);
  onTestFinished(() => database.close());
  const held = openHeldRows(database);
  const sender = { deviceId: "one", scope: tuyPhuoc, role: "approver" } as const;
  const parent = { collection: "batches", id: "b" } as const;
  const waits = { record: acceptWith({ files, items, pages: [] }, batch), base: undefined, parent };
  held.keep(sender, "batches", [waits], "2025-05-20T08:00:00.000Z");
  let reads = 0;
  const counted: typeof journal.children = (collection, id) => {
    reads += 1;
    return journal.children(collection, id);
  };
  const parts = { journal: { ...journal, children: counted }, held, devices: { list: () => [] } };
  const aside = openAsideList({ ...parts, self: () => "hub" });
  const asked = [aside(), aside()];
  const atOnce = reads;
  const [first, second] = await Promise.all(asked);
  expect(first?.held.rows[0]?.lacks).toMatchObject({ records: 1 });
  expect(second).toEqual(first);
  // Of each file its items, and of each item its pages; at once only the first file's, which has none here.
  expect(atOnce).toBe(1);
  expect(reads).toBe(59);
  expect(await aside()).toEqual(first);
  expect(reads).toBe(59);
  journal.write("items", items.slice(0, 1), "centre");
  expect((await aside()).held.rows[0]?.lacks).toMatchObject({ records: 0 });
  expect(reads).toBe(119);
});
