import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Type } from "typebox";
import { Check } from "typebox/value";
import { writeWhole } from "#shared/node/write-whole.ts";
import { lockDesk } from "#electron/desk-lock.ts";
import { findBrowser } from "#electron/host/find-browser.ts";
import { dataFolder, machineFolder } from "#electron/host/folders.ts";
import { hubNetworkOf } from "#electron/host/hub-network.ts";
import { buildLoopbackServer } from "#electron/host/loopback-server.ts";
import { ownPlaces } from "#electron/host/places.ts";
import { openLastingDesk } from "#electron/keeping/lasting-desk.ts";
import { forkPractice } from "#electron/practice-province.ts";

/** What a running loopback host leaves for the next start: its port, kept for ever, and the key to ask it by. */
const hostSchema = Type.Object({ port: Type.Integer(), key: Type.String() });

const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    port: { type: "string" },
    /** Prints the address instead of opening a browser. */
    print: { type: "boolean", default: false },
  },
});

const folder = options.data ?? dataFolder(process.env, process.platform);
const hostPath = join(folder, "loopback.json");
const say = (line: string) => process.stdout.write(`${line}\n`);

const lock = lockDesk(folder);
if (lock) await serve(lock.release);
else await joinRunning();

async function serve(release: () => void): Promise<void> {
  const kept = await readHost();
  const key = randomBytes(24).toString("base64url");
  const places = ownPlaces(import.meta.url);
  const desk = await openLastingDesk({
    folder,
    machineFolder: machineFolder(process.env, process.platform),
    resources: places.resources,
    host: "loopback",
    hubNetwork: hubNetworkOf(process.env),
    startPractice: process.env["MUCLUC_PRACTICE"] === "0" ? undefined : forkPractice(places.province),
    report: (error) =>
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  });
  let port = options.port === undefined ? (kept?.port ?? 0) : Number(options.port);
  const server = buildLoopbackServer(desk, places.screen, () => port, key);
  const listen = (wanted: number) => server.app.listen({ host: "127.0.0.1", port: wanted });
  // Another program may have taken the port; the page then begins with an empty database and fills it from the journal.
  const address = await listen(port).catch(() => listen(0));
  port = Number(new URL(address).port);
  await writeWhole(hostPath, JSON.stringify({ port, key }));
  open(server.invite());
  await new Promise<void>((stop) => {
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
  await server.app.close();
  await desk.close();
  release();
}

async function joinRunning(): Promise<void> {
  const host = await readHost();
  const response = host
    ? await fetch(`http://127.0.0.1:${host.port}/invite`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ key: host.key }),
      }).catch(() => undefined)
    : undefined;
  const answer: unknown = await response?.json().catch(() => undefined);
  if (Check(Type.Object({ address: Type.String() }), answer)) open(answer.address);
  else {
    say(`Mục Lục is already running on ${folder}, but does not answer. Close it and start again.`);
    process.exitCode = 1;
  }
}

function open(address: string): void {
  const browser = options.print ? undefined : findBrowser(process.env, process.platform);
  say(`Mục Lục: ${address}`);
  if (!browser) return;
  const profile = join(folder, "browser");
  spawn(browser, [`--app=${address}`, `--user-data-dir=${profile}`, "--no-first-run"], {
    detached: true,
    stdio: "ignore",
  }).unref();
}

async function readHost() {
  try {
    const value: unknown = JSON.parse(await readFile(hostPath, "utf8"));
    return Check(hostSchema, value) ? value : undefined;
  } catch {
    return undefined;
  }
}
