import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { verifyAudit } from "#province/store/audit.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { settled } from "#tests/province/sharing/harvester.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  onEachStore,
  phuocLoc,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";
import { added, type Answering, commandOf, startReceiver, why } from "./receiver.ts";

afterEach(() => {
  process.exitCode = 0;
});

async function fill(world: World): Promise<void> {
  const desk = await world.enrol("desk", tuyPhuoc);
  await world.push(desk, "fonds", makeFonds("o", phuocLoc, { name: "UBND xã" }));
  await world.push(desk, "batches", makeBatch("b", phuocLoc, { state: "accepted" }));
  await world.push(desk, "files", makeFile("f", phuocLoc, { fondsId: "o", batchId: "b", access: "01" }));
  const open = {
    fileId: "f",
    ordinal: 1,
    type: "02",
    access: "01",
    subject: "Giao đất, CCCD 052190001234",
  } as const;
  await world.push(desk, "items", makeItem("open", phuocLoc, open));
  await world.push(desk, "items", makeItem("asked", phuocLoc, { fileId: "f", ordinal: 2, access: "02" }));
  await settled(world);
}

onEachStore("a connector", (world) => {
  test("delivers what is open, once, whatever the other system answers on the way", async () => {
    await fill(world);
    const receiver = await startReceiver();
    const id = await added(world, receiver.url);
    const run = commandOf(world);
    const faults: Answering[] = [
      (_got, response) => (response.writeHead(500).end("no"), "not"),
      (_got, response) => (response.writeHead(200).end("<html>"), "took"),
      (_got, response) => (response.destroy(), "took"),
      (_got, response) => (response.writeHead(401).end(), "not"),
    ];
    for (const answering of faults) {
      receiver.state.answering = answering;
      expect(await run("run")).toMatchObject({ delivered: [{ id, accepted: 0 }] });
      expect(process.exitCode).toBe(1);
    }
    receiver.state.answering = undefined;
    expect(await run("run")).toMatchObject({ delivered: [{ accepted: 2, stopped: "" }] });
    expect([...receiver.held.keys()].sort()).toEqual(["f", "open"]);
    expect(JSON.stringify([...receiver.held.values()])).not.toContain("052190001234");
    expect(await run("run")).toMatchObject({ delivered: [{ accepted: 0, unchanged: 0 }] });
    await expect(world.database.query("delete from deliveries")).rejects.toThrow();
  });

  test("lists what was refused, and lays records into a folder", async () => {
    await fill(world);
    const receiver = await startReceiver();
    const id = await added(world, receiver.url);
    const run = commandOf(world);
    receiver.state.answering = (_got, response) => (response.writeHead(400).end('{"detail":"thiếu"}'), "not");
    expect(await run("run")).toMatchObject({ delivered: [{ refused: 2, stopped: "" }] });
    receiver.state.answering = undefined;
    expect(await run("retry", "--id", id)).toMatchObject({ delivered: [{ accepted: 2 }] });
    const folder = join(temporaryFolder(), "tha");
    const other = await added(world, folder);
    mkdirSync(folder);
    expect(await run("run", "--id", other)).toMatchObject({ delivered: [{ accepted: 2 }] });
    expect(readdirSync(folder)).toHaveLength(4);
  });

  test("is opened, mapped otherwise and closed with reasons that stay in the province's audit", async () => {
    const run = commandOf(world);
    const folder = join(temporaryFolder(), "tha");
    const where = ["--scope", phuocLoc, "--level", "open", "--mapping", "kho-du-lieu-dung-chung"];
    const opening = ["add", "--name", "Kho", "--to", folder, ...where];
    for (const reason of [[], ["--reason", "  "], ["--reason", "thử"]])
      await expect(run(...opening, ...reason)).rejects.toThrow("nothing was changed");
    expect(await run("list")).toEqual({ connectors: [] });
    const id = await added(world, folder);
    const mapping = ["mapping", "--id", id, "--mapping", "kho-du-lieu-dung-chung"];
    await expect(run(...mapping)).rejects.toThrow("nothing was changed");
    await expect(run("close", "--id", id)).rejects.toThrow("nothing was changed");
    await run(...mapping, "--reason", "Bảng đối chiếu mới");
    await run("close", "--id", id, "--reason", "Hết thỏa thuận");
    const noted = await world.database.query(
      "select device_id, collection, id, changes from audit where district = '52' order by seq",
    );
    const by = { device_id: "command", collection: "connectors", id };
    const edition = String((noted[0]?.["changes"] as Record<string, unknown>)["mapping"]);
    expect(edition).toMatch(/^kho-du-lieu-dung-chung\/\d/);
    const way = { to: folder, scope: phuocLoc, level: "open", mapping: edition, carries: "descriptions" };
    expect(noted).toEqual([
      { ...by, changes: { act: "opened", reason: why, name: "Kho", ...way } },
      { ...by, changes: { act: "mapped", reason: "Bảng đối chiếu mới", name: "Kho", mapping: edition } },
      { ...by, changes: { act: "closed", reason: "Hết thỏa thuận", name: "Kho" } },
    ]);
    expect((await verifyAudit(world.database, "52")).brokenAt).toBeUndefined();
  });
});
