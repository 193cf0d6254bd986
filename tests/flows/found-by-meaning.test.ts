import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { CatalogueAnswer } from "#shared/contract/catalogue.ts";
import type { Health } from "#province/health/check-health.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { embeddingServer } from "#tests/helpers/embedding-server.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { upload } from "#tests/province/upload.ts";
import {
  digestOfBytes,
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  makePage,
  phuocLoc,
  stamp,
  tuyPhuoc,
} from "#tests/province/world.ts";

const token = "token-of-the-center-00001";
const enrolment = { token, scope: tuyPhuoc, role: "district-checker", deviceId: "center" };
const patient = { timeout: 60_000, interval: 100 };
const documents = 40;
/** Of each document its description and its page, and the description of their file. */
const pieces = 2 * documents + 1;

function environment(folder: string, more: Record<string, string>) {
  return { ...process.env, DATABASE_URL: "", MUCLUC_PROVINCE_DATA: folder, ...more };
}

/** The province as it is run, on PGlite in a folder, with a model at an address. */
async function begin(folder: string, model: string) {
  const child = fork("province/main.ts", {
    env: environment(folder, {
      ...{ MUCLUC_PROVINCE_PORT: "0", MUCLUC_PROVINCE_ENROL: JSON.stringify([enrolment]) },
      ...{ MUCLUC_EMBED_URL: model, MUCLUC_EMBED_MODEL: "bge-m3" },
    }),
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const address = await new Promise<string>((resolve, reject) => {
    child.on("message", (message: { listening?: string }) => {
      if (message.listening !== undefined) resolve(message.listening);
    });
    child.once("exit", (code) => reject(new Error(`the province ended with ${code}`)));
  });
  return { child, address };
}

async function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

async function post(address: string, path: string, body: object, headers: Record<string, string>) {
  const answer = await fetch(address + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as unknown };
}

async function push(address: string, collection: string, ...records: object[]): Promise<void> {
  const rows = records.map((newDocumentState) => ({ newDocumentState }));
  const bearer = { authorization: `Bearer ${token}` };
  const { body } = await post(address, `/replication/${collection}/push`, { rows }, bearer);
  expect(body).toMatchObject({ refused: [] });
}

async function standing(address: string): Promise<Health["meaning"]> {
  const answer = await fetch(`${address}/health`);
  return ((await answer.json()) as Health).meaning;
}

const isLand = (at: number) => at % 4 === 0;
const subjectOf = (at: number) => (isLand(at) ? `Giao đất ở cho hộ số ${at}` : `Báo cáo thống kê số ${at}`);
const wordsOf = (at: number) => (isLand(at) ? "Phân thổ cư cho dân" : "Kính gửi phòng thống kê");

async function sendDocuments(address: string): Promise<void> {
  const texts = new Map<number, string>();
  for (const at of [0, 1]) {
    const body = Buffer.from(JSON.stringify({ text: `${wordsOf(at)}, CCCD 052078001234`, words: [] }));
    texts.set(at, digestOfBytes(body));
    await upload(address, token, body, digestOfBytes(body), "application/json");
  }
  await push(address, "fonds", makeFonds("fonds", phuocLoc));
  await push(address, "batches", makeBatch("batch", phuocLoc, { state: "accepted" }));
  await push(address, "files", makeFile("file", phuocLoc, { batchId: "batch", access: "01" }));
  const ids = Array.from({ length: documents }, (_, at) => at);
  const items = ids.map((at) =>
    makeItem(`item-${at}`, phuocLoc, { ordinal: at + 1, subject: subjectOf(at), access: "01" }),
  );
  await push(address, "items", ...items);
  const digest = (at: number) => texts.get(isLand(at) ? 0 : 1) ?? "";
  const pages = ids.map((at) =>
    makePage(`page-${at}`, phuocLoc, { itemId: `item-${at}`, wordsDigest: digest(at) }),
  );
  await push(address, "pages", ...pages);
}

test("texts that come in are found by meaning, through a kill, a model that goes away and another model", async () => {
  const folder = temporaryFolder();
  let isSlow = true;
  const behaviour = {
    dimensions: 64,
    // However long the test takes to look: half of it at most is done before the kill.
    before: async () => {
      while (isSlow && model.texts.length > pieces / 2) await wait(20);
    },
  };
  const model = await embeddingServer(behaviour);
  onTestFinished(() => model.stop());
  const program = [
    "province/main.ts",
    "reader",
    "--login",
    "lan.nt",
    "--name",
    "Lan",
    "--office",
    "Sở Nội vụ",
  ];
  const said = execFileSync(
    process.execPath,
    [...program, "--role", "archivist", "--scope", "52", "--reason", "Phân công"],
    {
      encoding: "utf8",
      env: environment(folder, {}),
    },
  );
  const given = (JSON.parse(said.trim().split("\n").at(-1) ?? "{}") as { passphrase: string }).passphrase;

  // Killed in the middle of it, with nothing twice and nothing lost after.
  let province = await begin(folder, model.address);
  await sendDocuments(province.address);
  await expect.poll(async () => (await standing(province.address))?.vectors, patient).toBeGreaterThan(16);
  const before = await standing(province.address);
  await end(province.child, "SIGKILL");
  expect(before).toMatchObject({ why: "", model: "bge-m3" });
  expect(before?.vectors).toBeLessThan(pieces);
  const first = model.texts.length;
  isSlow = false;
  province = await begin(folder, model.address);
  await expect
    .poll(() => standing(province.address), patient)
    .toMatchObject({ state: "on", vectors: pieces, waiting: 0 });
  expect(model.texts.join("\n")).not.toMatch(/052078001234/);
  // What was written before the kill was not asked for again.
  const asked = model.texts.slice(first).filter((text) => text !== "Mục lục hồ sơ").length;
  expect(asked).toBeLessThanOrEqual(pieces - (before?.vectors ?? 0));

  const entered = await post(province.address, "/portal/enter", { login: "lan.nt", passphrase: given }, {});
  let cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  const own = { old: given, next: "mười con gà trống" };
  const changed = await post(province.address, "/portal/passphrase", own, { cookie });
  cookie = changed.headers.get("set-cookie")?.split(";")[0] ?? cookie;
  const find = (way: "search" | "meaning", words: string) =>
    post(
      province.address,
      `/portal/${way}`,
      { words, filter: { kind: "items" }, from: 0, limit: 10, facets: true },
      { cookie },
    );
  const lands = Array.from({ length: documents }, (_, at) => at)
    .filter(isLand)
    .map((at) => `item-${at}`);
  const foundByMeaning = async () => {
    const { status, body } = await find("meaning", "cấp thổ cư");
    return { status, ...(body as CatalogueAnswer) };
  };
  const found = await foundByMeaning();
  expect(found.hits.map(({ id }) => id).sort()).toEqual(lands.sort());
  expect(found.hits[0]).toMatchObject({
    snippet: expect.stringContaining("Phân thổ cư cho dân, CCCD •") as string,
  });
  expect(found.hits[0]?.pages).toHaveLength(1);
  // By words nobody finds them: none of the documents has those.
  expect((await find("search", "cấp thổ cư")).body).toMatchObject({ total: 0 });

  // The model goes away: that is said, the search by words goes on, and what is withdrawn loses its vectors.
  await model.stop();
  expect(await find("meaning", "cấp thổ cư")).toMatchObject({ status: 503, body: { code: "meaning-away" } });
  expect((await fetch(`${province.address}/health`)).status).toBe(200);
  // What the health says is a moment old at most.
  await expect.poll(() => standing(province.address), patient).toMatchObject({ state: "away" });
  expect((await find("search", "giao dat")).body).toMatchObject({ total: lands.length });
  const gone = makeItem("item-0", phuocLoc, { ordinal: 1, subject: subjectOf(0), access: "01" });
  await push(province.address, "items", editRecord(gone, { withdrawn: "duplicate" }, stamp(10)));
  await expect
    .poll(() => standing(province.address), patient)
    .toMatchObject({ state: "away", vectors: pieces - 2 });

  // It comes back as another one: all is made anew, once the province looks for it.
  const other = await embeddingServer({ dimensions: 32 }, model.port);
  onTestFinished(() => other.stop());
  await push(
    province.address,
    "files",
    editRecord(
      makeFile("file", phuocLoc, { batchId: "batch", access: "01" }),
      { title: "Tập mới" },
      stamp(20),
    ),
  );
  await expect
    .poll(() => standing(province.address), patient)
    .toMatchObject({ state: "on", vectors: pieces - 2, waiting: 0 });
  expect((await foundByMeaning()).hits.map(({ id }) => id)).not.toContain("item-0");
  expect(other.texts.filter((text) => text !== "Mục lục hồ sơ" && text !== "cấp thổ cư").length).toBe(
    pieces - 2,
  );
  await end(province.child, "SIGTERM");
  const database = await openPglite(`${folder}/database`);
  const rows = await database.query(
    "select distinct model, dimensions, vector_dims(vector) as length from meanings",
  );
  expect(rows).toEqual([{ model: "bge-m3", dimensions: 32, length: 32 }]);
  await database.close();
});
