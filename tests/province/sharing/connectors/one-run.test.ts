import { setTimeout as rest } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { takeRun } from "#province/store/connector-runs.ts";
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
import { added, commandOf, startReceiver } from "./receiver.ts";

afterEach(() => {
  process.exitCode = 0;
});

async function fill(world: World): Promise<void> {
  const desk = await world.enrol("desk", tuyPhuoc);
  await world.push(desk, "fonds", makeFonds("o", phuocLoc));
  await world.push(desk, "batches", makeBatch("b", phuocLoc, { state: "accepted" }));
  await world.push(desk, "files", makeFile("f", phuocLoc, { fondsId: "o", batchId: "b", access: "01" }));
  const items = Array.from({ length: 6 }, (_, at) =>
    makeItem(`i-${at}`, phuocLoc, { fileId: "f", ordinal: at + 1, access: "01" }),
  );
  await world.push(desk, "items", ...items);
  await settled(world);
}

onEachStore("two runs of one connector", (world) => {
  test("do not deliver at once: the second says that one is under way, and nothing is sent twice", async () => {
    await fill(world);
    const receiver = await startReceiver();
    const id = await added(world, receiver.url);
    const sent: string[] = [];
    receiver.state.answering = ({ id: record }, response) => {
      sent.push(record);
      setTimeout(() => response.writeHead(201).end(JSON.stringify({ id: `kho-${record}` })), 30);
      return "not";
    };
    const run = commandOf(world);
    const [one, other] = await Promise.all([run("run"), run("run")]);
    const said = JSON.stringify([one, other]);
    expect(said.match(/"accepted":7/g)).toHaveLength(1);
    expect(said).toMatch(/another run is under way since \d{4}-\d\d-\d\dT/);
    expect(process.exitCode).toBe(1);
    expect(sent.sort()).toEqual(["f", "i-0", "i-1", "i-2", "i-3", "i-4", "i-5"]);
    // Ended, it is free again, for what was refused too.
    expect(await run("run")).toMatchObject({ delivered: [{ accepted: 0, stopped: "" }] });
    expect(await run("retry", "--id", id)).toMatchObject({ delivered: [{ accepted: 0, stopped: "" }] });
  });

  test("is free again once nothing was heard of a run that was killed, which then delivers no more", async () => {
    await fill(world);
    const receiver = await startReceiver();
    const id = await added(world, receiver.url);
    const killed = await takeRun(world.database, id);
    if (!("end" in killed)) throw new Error("the connector is taken");
    expect(await takeRun(world.database, id)).toEqual({ since: expect.stringMatching(/Z$/) as string });
    const run = commandOf(world);
    expect(await run("run")).toMatchObject({ delivered: [{ accepted: 0 }] });
    // As two minutes later.
    await world.database.query("update connectors set run_until = now() - interval '1 second'");
    const next = await takeRun(world.database, id);
    expect(next).toHaveProperty("end");
    expect(await killed.hold()).toBe(false);
    await killed.end();
    // Its end frees only what is its own.
    expect(await takeRun(world.database, id)).toHaveProperty("since");
    if ("end" in next) await next.end();
    expect(await run("run")).toMatchObject({ delivered: [{ accepted: 7, stopped: "" }] });
  });

  test("holds as long as it runs, however long that is, and stops where it was taken over", async () => {
    await fill(world);
    const receiver = await startReceiver();
    const id = await added(world, receiver.url);
    const long = await takeRun(world.database, id, 20);
    await world.database.query("update connectors set run_until = now() + interval '1 second'");
    await rest(100);
    const [row] = await world.database.query(
      "select run_until > now() + interval '60 seconds' as renewed from connectors",
    );
    expect(row).toEqual({ renewed: true });
    if ("end" in long) await long.end();
    receiver.state.answering = () => {
      void world.database.query("update connectors set run_token = 'other'");
      return "took";
    };
    const said = await commandOf(world)("run");
    expect(said).toMatchObject({ delivered: [{ stopped: "another run took this one over" }] });
    expect(receiver.held.size).toBeLessThan(7);
  });
});
