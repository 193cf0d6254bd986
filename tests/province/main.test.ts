import { execFile, fork, type ChildProcess } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readEnrolmentFile } from "#shared/keys/enrolment-file.ts";
import { keyMark } from "#shared/keys/key-text.ts";
import { makeFile, phuocLoc, tuyPhuoc } from "./world.ts";

const run = promisify(execFile);
let folder = "";
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mucluc-province-main-"));
});

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const token = "practice-token-0123456789";
const enrolments = [{ token, scope: tuyPhuoc, role: "district-checker", deviceId: "desk" }];

function environment(more: Record<string, string> = {}) {
  return {
    ...process.env,
    MUCLUC_PROVINCE_DATA: folder,
    MUCLUC_PROVINCE_PRACTICE: "1",
    MUCLUC_PROVINCE_ENROL: JSON.stringify(enrolments),
    ...more,
  };
}

/** Forks the province as the desk does; answers its address when it listens. */
async function begin(more: Record<string, string> = {}): Promise<{ child: ChildProcess; address: string }> {
  const child = fork("province/main.ts", {
    env: environment(more),
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  children.push(child);
  const address = await new Promise<string>((resolve, reject) => {
    child.on("message", (message: { listening?: string; failed?: string }) => {
      if (message.listening !== undefined) resolve(message.listening);
      if (message.failed !== undefined) reject(new Error(message.failed));
    });
    child.on("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
  return { child, address };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => void child.on("exit", (code) => resolve(code)));
}

async function post(address: string, path: string, body: object): Promise<unknown> {
  const answer = await fetch(address + path, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  return answer.json();
}

test("a practice province keeps what was pushed through a stop and a start", async () => {
  const first = await begin();
  expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const hello = await fetch(`${first.address}/hello`);
  expect(await hello.json()).toMatchObject({ practice: true });
  const file = makeFile("A", phuocLoc);
  await post(first.address, "/replication/files/push", { rows: [{ newDocumentState: file }] });
  first.child.kill("SIGTERM");
  expect(await ended(first.child)).toBe(0);
  const second = await begin();
  const pulled = await post(second.address, "/replication/files/pull", { checkpoint: null, limit: 5 });
  expect(pulled).toMatchObject({ documents: [{ ...file, _deleted: false }] });
});

test("a killed province lets go of its folder; a running one does not", async () => {
  const first = await begin();
  const file = makeFile("A", phuocLoc);
  await post(first.address, "/replication/files/push", { rows: [{ newDocumentState: file }] });
  await expect(begin()).rejects.toThrow(/in use by another process/);
  first.child.kill("SIGKILL");
  await ended(first.child);
  const second = await begin();
  const pulled = await post(second.address, "/replication/files/pull", { checkpoint: null, limit: 5 });
  expect(pulled).toMatchObject({ documents: [{ id: "A" }] });
});

test("a province whose parent goes away stops", async () => {
  const { child } = await begin();
  child.disconnect();
  expect(await ended(child)).toBe(0);
});

test("enrol prints a token once that works, and revoke takes it back", async () => {
  const env = environment({ MUCLUC_PROVINCE_ENROL: "[]" });
  const command = async (...words: string[]) =>
    JSON.parse((await run(process.execPath, ["province/main.ts", ...words], { env })).stdout) as {
      token: string;
      deviceId: string;
    };
  const enrol = (...words: string[]) => command("enrol", ...words, "--reason", "Cấp máy đợt 1");
  const made = await enrol("--scope", tuyPhuoc, "--role", "district-checker", "--name", "Máy 1");
  expect(made).toMatchObject({ scope: tuyPhuoc, role: "district-checker" });
  await expect(enrol("--scope", "52.%", "--role", "district-checker")).rejects.toThrow(/enrolment/);
  await expect(enrol("--scope", "52", "--role", "king")).rejects.toThrow(/enrolment/);
  const ask = async () => {
    const { child, address } = await begin({ MUCLUC_PROVINCE_ENROL: "[]" });
    const answer = await fetch(`${address}/overview`, { headers: { authorization: `Bearer ${made.token}` } });
    child.kill("SIGTERM");
    await ended(child);
    return answer.status;
  };
  expect(await ask()).toBe(200);
  const lost = ["--device", made.deviceId, "--reason", "Mất máy trên đường"];
  expect(await command("revoke", ...lost)).toMatchObject({ revoked: 1 });
  expect(await ask()).toBe(401);
});

test("an enrolment file and its sheet are written for the server's own key", async () => {
  const file = join(folder, "máy 1.json");
  const words = ["--scope", tuyPhuoc, "--role", "district-checker", "--name", "Máy 1", "--file", file];
  const { stdout } = await run(
    process.execPath,
    ["province/main.ts", "enrol", ...words, "--address", "https://tinh.vn/", "--reason", "Cấp máy đợt 1"],
    { env: environment() },
  );
  const said = JSON.parse(stdout) as { sheet: string; keyMark: string };
  const read = readEnrolmentFile(await readFile(file, "utf8"));
  expect(read.ok && read.value.enrolment.address).toBe("https://tinh.vn");
  if (!read.ok) return;
  expect(said.keyMark).toBe(keyMark(read.value.enrolment.keys.signing));
  const sheet = await readFile(said.sheet, "utf8");
  expect(sheet).toContain("Tuy Phước");
  expect(sheet).toContain(said.keyMark);
  const { address } = await begin();
  const hello = (await (await fetch(`${address}/hello`)).json()) as { keys: object };
  expect(hello.keys).toEqual(read.value.enrolment.keys);
});
