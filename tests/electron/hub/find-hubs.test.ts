import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { openDiscovery } from "#electron/hub/find-hubs.ts";

test("a hub is found by multicast DNS while it says that it is there, and no longer", async ({ skip }) => {
  const discovery = openDiscovery(() => ["127.0.0.1"]);
  const id = `hub-${process.pid}`;
  const found = async () => (await discovery.look(1500)).filter((hub) => hub.id === id);
  const hush = discovery.announce({ id, name: "Máy 1 của trung tâm", port: 47_421 });
  let heard = await found();
  for (let tries = 0; tries < 4 && heard.length === 0; tries += 1) heard = await found();
  if (heard.length === 0) {
    hush();
    process.stderr.write("SKIPPED: multicast DNS does not pass on this machine's loopback\n");
    skip();
  }
  expect(heard).toEqual([{ id, name: "Máy 1 của trung tâm", host: "127.0.0.1", port: 47_421 }]);
  hush();
  await wait(500);
  await expect.poll(found, { timeout: 30_000 }).toEqual([]);
});

test("where there is no network nothing is found and nothing breaks", async () => {
  const discovery = openDiscovery(() => []);
  discovery.announce({ id: "hub", name: "Máy 1", port: 1 })();
  expect(await discovery.look(10)).toEqual([]);
});
