import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { connectorCommand } from "#province/connector-command.ts";
import { verifyAudit } from "#province/store/audit.ts";
import { resources } from "#tests/fixtures/resources.ts";
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

type Got = { op: string; kind: string; id: string; key: string; record: Record<string, unknown> | null };
type Answering = (got: Got, response: ServerResponse) => "took" | "not";

const why = "Theo thỏa thuận số 3 với Sở";

afterEach(() => {
  process.exitCode = 0;
});

/** Another system: knows each key once, and holds what it was given. */
async function startReceiver() {
  const held = new Map<string, Got>();
  const keys = new Set<string>();
  const state = { answering: undefined as Answering | undefined };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const got = JSON.parse(Buffer.concat(chunks).toString()) as Got;
      if (state.answering?.(got, response) === "not") return;
      const known = keys.has(got.key);
      keys.add(got.key);
      if (!known && got.op === "remove") held.delete(got.id);
      else if (!known) held.set(got.id, got);
      if (response.writableEnded || response.destroyed) return;
      response.writeHead(known ? 409 : 201).end(JSON.stringify({ id: `kho-${got.id}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { state, held, url: `http://127.0.0.1:${port}/nhan` };
}

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

function commandOf(world: World) {
  return (...words: string[]) =>
    connectorCommand(world.database, words, { resources }, () => world.clock.now, [5, 5]);
}

async function added(world: World, to: string): Promise<string> {
  const token = join(temporaryFolder(), "token");
  writeFileSync(token, "token-of-kho-1\n");
  const key = to.startsWith("http") ? ["--token-file", token] : [];
  const where = ["--scope", phuocLoc, "--level", "open", "--mapping", "kho-du-lieu-dung-chung"];
  const words = ["--name", "Kho", "--to", to, ...where, ...key, "--reason", why];
  return String((await commandOf(world)("add", ...words))["id"]);
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
    const way = { to: folder, scope: phuocLoc, level: "open", mapping: edition };
    expect(noted).toEqual([
      { ...by, changes: { act: "opened", reason: why, name: "Kho", ...way } },
      { ...by, changes: { act: "mapped", reason: "Bảng đối chiếu mới", name: "Kho", mapping: edition } },
      { ...by, changes: { act: "closed", reason: "Hết thỏa thuận", name: "Kho" } },
    ]);
    expect((await verifyAudit(world.database, "52")).brokenAt).toBeUndefined();
  });
});
