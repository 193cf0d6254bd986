import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { collectionNames } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import { type CentreDesk, openCentreDesk } from "#tests/helpers/centre-desk.ts";
import { openLoopbackProvince } from "#tests/helpers/loopback-province.ts";
import { openLine } from "#tests/helpers/network-line.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
} from "#tests/helpers/sample-records.ts";

const district = "52.550";
const commune = "52.550.21952";
const another = "52.550.21955";

function expectSame(one: CentreDesk, other: CentreDesk): void {
  for (const name of collectionNames) expect(one.journal.digest(name)).toEqual(other.journal.digest(name));
}

test("desks of a centre without a line work through its hub, which sends all on when there is one", async () => {
  const province = await openLoopbackProvince();
  const { address, token } = await province.enrol(district);
  const line = await openLine(address);
  line.cut();
  const hub = await openCentreDesk({
    ...{ deviceId: "hub", scope: district, role: "district-checker" },
    province: { address: line.address, token },
  });
  const one = await openCentreDesk({ deviceId: "one", scope: district });
  const other = await openCentreDesk({ deviceId: "other", scope: district });
  const narrow = await openCentreDesk({ deviceId: "narrow", scope: commune, role: "commune-preparer" });
  await hub.serve();
  for (const desk of [one, other, narrow]) await desk.pairWith(hub);

  const rendition = await one.store(30_000);
  const master = await one.store(3 * 1024 * 1024);
  const words = await one.store(500);
  one.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  one.journal.write("batches", [sampleBatch("batch-1")], "screen");
  one.journal.write("files", [sampleFile("file-1"), sampleFile("file-2", { scope: another })], "screen");
  const item = sampleItem("item-1", { renditionDigest: rendition, renditionSize: 30_000 });
  one.journal.write("items", [item], "screen");
  const read = { masterDigest: master, masterSize: 3 * 1024 * 1024, wordsDigest: words };
  one.journal.write("pages", [samplePage("page-1", read)], "screen");

  const atHub = await one.until(({ equal, sentObjects }) => equal && sentObjects === 3);
  expect(atHub).toMatchObject({ sentRecords: 6, problem: "", refusedRecords: 0 });
  expect(atHub.hub).toMatchObject({ name: expect.any(String) as string });
  // What only the hub has is no receipt of the province's, neither on the record nor for freeing.
  expect(one.journal.read("items", "item-1")?.receiptDigest).toBe("");
  await expect(one.sync.handlers["freeing.free"]({})).rejects.toMatchObject({ code: "bad-call" });
  await other.until(({ equal, savedRecords }) => equal && savedRecords === 6);
  await narrow.until(({ equal, savedRecords }) => equal && savedRecords === 5);
  expect(narrow.journal.read("files", "file-2")).toBeUndefined();
  expect(one.journal.states("files", "file-1").states[0]?.origin).toBe("screen");
  expect(hub.journal.states("files", "file-1").states[0]?.origin).toBe("centre");
  expect(other.journal.states("files", "file-1").states[0]?.origin).toBe("hub");
  const given = await (await other.sync.provinceObject(rendition))?.arrayBuffer();
  const shown = Buffer.from(given ?? new ArrayBuffer());
  expect(shown.equals(await readFile(one.objects.path(rendition)))).toBe(true);

  // Two people at one field, unknown to each other: both values are kept.
  const file = sampleFile("file-1");
  one.journal.write("files", [editRecord(file, { title: "Một" }, one.journal.stamp("A"))], "screen");
  other.journal.write("files", [editRecord(file, { title: "Hai" }, other.journal.stamp("B"))], "screen");
  for (const desk of [one, other])
    await desk.until(({ equal }) => equal && desk.journal.count("conflicts") === 1);
  expectSame(one, other);

  line.mend();
  await hub.sync.handlers["sync.now"]({});
  await hub.until(({ equal, sentObjects }) => equal && sentObjects === 3);
  for (const desk of [one, other])
    await desk.until(() => desk.journal.read("items", "item-1")?.receiptDigest === rendition);
  const known = await one.until(
    ({ equal, hub: via }) =>
      equal && via?.forwarded?.recordsAtProvince === 7 && via.forwarded.objectsAtProvince === 3,
  );
  expect(known.hub?.forwarded).toEqual({
    ...{ records: 7, recordsAtProvince: 7, objects: 3, objectsAtProvince: 3, hasProvince: true },
  });
  expectSame(one, hub);
  expectSame(other, hub);

  // The head sends one machine straight to the province: it is compared and nothing is sent for nothing.
  const direct = await openCentreDesk({
    ...{ deviceId: "direct", scope: district },
    province: await province.enrol(district),
  });
  await direct.until(({ equal, savedRecords }) => equal && savedRecords === 7);
  expectSame(direct, hub);
  await line.close();
  expect([...hub.faults, ...one.faults, ...other.faults, ...province.faults]).toEqual([]);
});

test("nothing outside of a machine's unit crosses, whatever it asks or sends", async () => {
  const hub = await openCentreDesk({ deviceId: "hub", scope: district, role: "district-checker" });
  await hub.serve();
  hub.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  hub.journal.write("batches", [sampleBatch("batch-1")], "screen");
  hub.journal.write("files", [sampleFile("theirs", { scope: another })], "screen");
  const desk = await openCentreDesk({ deviceId: "desk", scope: commune, role: "commune-preparer" });
  await desk.pairWith(hub);
  // It wrote these before its unit was set, or another program did: the hub refuses them and keeps its own.
  desk.journal.write(
    "files",
    [sampleFile("mine"), sampleFile("theirs", { title: "Của máy khác" })],
    "screen",
  );
  await desk.until(({ refusedRecords }) => refusedRecords === 1);
  expect(hub.journal.read("files", "mine")).toBeDefined();
  expect(hub.journal.read("files", "theirs")).toMatchObject({ scope: another, title: sampleFile("x").title });
  const outside = await openCentreDesk({ deviceId: "outside", scope: "52.551.21973" });
  await expect(outside.pairWith(hub)).rejects.toMatchObject({ code: "hub-other-unit" });
});

test("a wrong code is refused, and after some tries the code is shut; an unpaired machine is let in no more", async () => {
  const hub = await openCentreDesk({ deviceId: "hub", scope: district, role: "district-checker" });
  const address = await hub.serve();
  const desk = await openCentreDesk({ deviceId: "desk", scope: district });
  const pair = (code: string) => desk.hub["hub.pair"]({ address, code });
  await expect(pair("2222-2222")).rejects.toMatchObject({ code: "hub-code-none" });
  const { serving } = await hub.hub["hub.makeCode"]({});
  for (let tries = 1; tries < 5; tries += 1)
    await expect(pair("2222-2222")).rejects.toMatchObject({ code: "hub-code-wrong" });
  await expect(pair("2222-2222")).rejects.toMatchObject({ code: "hub-code-locked" });
  await expect(pair(serving.code)).rejects.toMatchObject({ code: "hub-code-none" });
  expect((await hub.hub["hub.read"]({})).serving).toMatchObject({ code: "", locked: true, machines: [] });

  await desk.pairWith(hub);
  const state = await hub.hub["hub.read"]({});
  expect(state.serving).toMatchObject({ code: "", locked: false });
  expect(state.serving.machines).toMatchObject([{ deviceId: "desk", scope: district }]);
  desk.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  await desk.until(({ equal, sentRecords }) => equal && sentRecords === 1);
  await hub.hub["hub.unpair"]({ deviceId: "desk" });
  desk.journal.write("fonds", [sampleFonds("fonds-2")], "screen");
  await desk.until(({ problem }) => problem === "hub-refused");
  expect(hub.journal.read("fonds", "fonds-2")).toBeUndefined();
});

test("a hub that falls away in the middle and comes again has lost nothing, and another in its place gets nothing", async () => {
  const hub = await openCentreDesk({ deviceId: "hub", scope: district, role: "district-checker" });
  const address = await hub.serve();
  const desk = await openCentreDesk({ deviceId: "desk", scope: district });
  await desk.pairWith(hub);
  desk.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  desk.journal.write("batches", [sampleBatch("batch-1")], "screen");
  const files = Array.from({ length: 3000 }, (_, at) => sampleFile(`file-${at}`));
  desk.journal.write("files", files, "screen");
  const master = await desk.store(8 * 1024 * 1024);
  desk.journal.write("items", [sampleItem("item-1")], "screen");
  const read = { masterDigest: master, masterSize: 8 * 1024 * 1024, wordsDigest: "cd".repeat(32) };
  desk.journal.write("pages", [samplePage("page-1", read)], "screen");
  await desk.until(({ sentRecords }) => sentRecords > 0);
  await hub.restart();
  await desk.until(({ equal, sentObjects }) => equal && sentObjects === 1);
  expectSame(desk, hub);
  expect(await hub.objects.size(master)).toBe(8 * 1024 * 1024);

  await hub.hub["hub.serve"]({ on: false });
  const thief = await openCentreDesk({ deviceId: "thief", scope: district, role: "district-checker" });
  await thief.settings.change({ serving: { port: Number(address.split(":")[1]) } });
  await thief.restart();
  desk.journal.write("fonds", [sampleFonds("fonds-2")], "screen");
  await desk.until(({ problem }) => problem === "hub-stranger");
  expect(thief.journal.count("files")).toBe(0);
});
