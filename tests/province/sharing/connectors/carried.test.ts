import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, expect, test } from "vitest";
import { openZip } from "#shared/node/packages/open-package.ts";
import { readSchemas } from "#shared/node/packages/read-schemas.ts";
import { verifyPackage } from "#shared/node/packages/verify-package.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { onEachStore, type World } from "#tests/province/world.ts";
import { added, type AnsweringObject, commandOf, type Got, startReceiver, why } from "./receiver.ts";
import { fillWhole } from "./whole-file.ts";

afterEach(() => {
  process.exitCode = 0;
});

type Said = { delivered: { accepted: number; refused: number; unchanged: number; stopped: string }[] };
type Listed = { connectors: { waiting: { kind: string; id: string; reason: string }[] }[] };

const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function verified(bytes: Buffer): Promise<string[]> {
  const opened = await openZip({
    size: bytes.length,
    read: (start, end) => Readable.from([bytes.subarray(start, end)]),
  });
  try {
    expect(await verifyPackage(opened, await readSchemas(resources))).toMatchObject({ faults: [] });
    return [...opened.paths.keys()];
  } finally {
    opened.close();
  }
}

async function waitingOf(world: World): Promise<string[]> {
  const { connectors } = (await commandOf(world)("list")) as Listed;
  return connectors.flatMap(({ waiting }) =>
    waiting.map(({ kind, id, reason }) => `${kind} ${id}: ${reason}`),
  );
}

const first = async (said: Promise<unknown>) => ((await said) as Said).delivered[0];

onEachStore("a connector that carries objects", (world) => {
  test("delivers each PDF/A and the package of the file, which its receiver finds sound, and each of them once", async () => {
    const { pdfs } = await fillWhole(world);
    const receiver = await startReceiver();
    await added(world, receiver.url, "pdfs, aip-packages");
    const run = commandOf(world);
    expect(await first(run("run"))).toEqual({
      ...{ accepted: 8, refused: 0, unchanged: 0, stopped: "" },
      ...{ id: expect.any(String) as string, name: "Kho" },
    });
    for (const [id, bytes] of pdfs) {
      const { object, record } = receiver.held.get(`pdfs ${id}`) as Got;
      expect(object).toEqual({
        ...{ sha256: digestOf(bytes), size: bytes.length, mediaType: "application/pdf", name: `${id}.pdf` },
      });
      expect(record).toMatchObject({ docId: id, loaiBanGhi: "tailieu" });
      expect(receiver.objects.get(digestOf(bytes))).toEqual(bytes);
    }
    const { object, record } = receiver.held.get("aip-packages f") as Got;
    expect(record).toMatchObject({ fileId: "f", fileCode: "H08.31.9.2016.5" });
    expect(object).toMatchObject({ mediaType: "application/zip", name: "f-AIP.zip" });
    const paths = await verified(receiver.objects.get(object?.sha256 ?? "") ?? Buffer.alloc(0));
    expect(paths.filter((path) => path.endsWith(".pdf"))).toHaveLength(3);
    const [kept] = await world.database.query(
      "select object_digest, object_size from deliveries where kind = 'aip-packages' and outcome = 'accepted'",
    );
    expect(kept).toEqual({ object_digest: object?.sha256, object_size: object?.size });
    // Nothing changed: nothing is made or sent again, also where all is looked at anew.
    await run("carries", "--id", (await only(world)).id, "--carries", "aip-packages,pdfs", "--reason", why);
    expect(await first(run("run"))).toMatchObject({ accepted: 0, unchanged: 8 });
    expect(receiver.puts).toHaveLength(4);
    expect(readdirSync(join(world.folder, "own", "outgoing"))).toEqual([]);
  });

  test("counts what a receipt names alone: tries again, goes on where it was, and sends no object that is there", async () => {
    await fillWhole(world, 2);
    const receiver = await startReceiver();
    await added(world, receiver.url, "sip-packages");
    const run = commandOf(world);
    const faults: [AnsweringObject, RegExp][] = [
      [(_sha256, response) => (response.writeHead(500).end("no"), "not"), /^object: 500/],
      [(_sha256, response) => (response.destroy(), "not"), /^object: ECONNRESET/],
      [(_sha256, response) => (response.writeHead(201).end("{}"), "not"), /receipt names no SHA-256/],
      [
        (sha256, response) => (
          response.writeHead(201).end(`{"sha256":"${sha256.replace(/./, "x")}"}`),
          "not"
        ),
        /receipt names the SHA-256 x/,
      ],
      [(_sha256, response) => (response.writeHead(302, { location: "/x" }).end(), "not"), /^object: 302/],
      [(_sha256, response) => (response.writeHead(403).end(), "not"), /^object: 403/],
    ];
    for (const [answering, stopped] of faults) {
      receiver.state.answeringObject = answering;
      expect((await first(run("run")))?.stopped).toMatch(stopped);
      expect(receiver.held.has("sip-packages f")).toBe(false);
    }
    // All tries are of the same bytes, and of one delivery.
    expect(new Set(receiver.puts).size).toBe(1);
    receiver.state.answeringObject = (_sha256, response) => (response.destroy(), "took");
    await run("run");
    receiver.state.answeringObject = undefined;
    const before = receiver.puts.length;
    expect(await first(run("run"))).toMatchObject({ stopped: "" });
    expect(receiver.puts.length, "it was there when the answer was lost").toBe(before);
    expect(receiver.held.get("sip-packages f")?.object?.sha256).toBe(receiver.puts[0]);
    const keys = await world.database.query(
      "select distinct key from deliveries where kind = 'sip-packages' and outcome <> 'refused'",
    );
    expect(keys).toHaveLength(1);
  });

  test("lists what was refused with its reason and goes on; sends again what is asked, and a package that changed", async () => {
    const { change } = await fillWhole(world);
    const receiver = await startReceiver();
    const id = await added(world, receiver.url, "pdfs,aip-packages");
    const run = commandOf(world);
    receiver.state.answeringObject = (_sha256, response) => (
      response.writeHead(413).end('{"detail":"quá lớn"}'),
      "not"
    );
    expect(await first(run("run"))).toMatchObject({ accepted: 4, refused: 4, stopped: "" });
    expect((await waitingOf(world)).sort()).toEqual([
      "aip-packages f: object: 413 quá lớn",
      ...[1, 2, 3].map((at) => `pdfs i-${at}: object: 413 quá lớn`),
    ]);
    receiver.state.answeringObject = undefined;
    expect(await first(run("retry", "--id", id))).toMatchObject({ accepted: 4 });
    expect(await waitingOf(world)).toEqual([]);
    const held = receiver.held.get("aip-packages f")?.object?.sha256;
    await change("i-2", { subject: "Thu hồi đất" });
    const before = receiver.puts.length;
    expect(await first(run("run"))).toMatchObject({ refused: 0, stopped: "" });
    expect(receiver.held.get("aip-packages f")?.object?.sha256).not.toBe(held);
    // The bytes of the PDF/A are as they were: they are not sent again for a word of the description.
    expect(receiver.puts.length - before).toBe(1);
    expect(receiver.held.get("i-2")?.record).toMatchObject({ subject: "Thu hồi đất" });
  });

  test("sends no package of a file with anything that is closed, secret, kept back or numbered, and takes it away there", async () => {
    const { change, words } = await fillWhole(world);
    const receiver = await startReceiver();
    await added(world, receiver.url, "pdfs,aip-packages");
    const run = commandOf(world);
    const has = () => [...receiver.held.keys()].sort();
    const all = ["aip-packages f", "f", "i-1", "i-2", "i-3", "pdfs i-1", "pdfs i-2", "pdfs i-3"];
    const without = all.filter((name) => !/aip|i-2/.test(name));
    await run("run");
    expect(has()).toEqual(all);
    const closings = [
      [{ access: "02" } as const, "closed"],
      [{ access: "03" } as const, "closed"],
      [{ hold: "secret", access: "01" } as const, "closed"],
    ] as const;
    for (const [closing, code] of closings) {
      await change("i-2", closing);
      await run("run");
      expect(has(), JSON.stringify(closing)).toEqual(without);
      await run("run");
      await run("retry", "--id", (await only(world)).id);
      expect(has()).toEqual(without);
      expect((await waitingOf(world)).join()).toContain(`aip-packages f: [${code}]`);
      await change("i-2", { access: "01", hold: "" });
      await run("run");
      expect(has()).toEqual(all);
      expect(await waitingOf(world)).toEqual([]);
    }
    await change("i-2", { held: { code: "torn", why: "", at: "2025-05-20T08:00:00Z", by: "Lan" } });
    await run("run");
    expect(has()).toEqual(all.filter((name) => !name.startsWith("aip")));
    await change("i-2", { held: { code: "", why: "Đã vá", at: "2025-05-20T09:00:00Z", by: "Lan" } });
    await run("run");
    expect(has()).toEqual(all);
    // The item is open by a word of somebody; its number is in the picture of the page all the same.
    await words("i-2", "Ông Bảy, căn cước 052190001234");
    await change("i-2", { note: "đã đọc lại" });
    await run("run");
    expect(has()).toEqual([...without, "i-2"].sort());
    expect((await waitingOf(world)).join()).not.toContain("pdfs i-2: [closed]");
    const sent = [...receiver.objects.keys()];
    const other = await startReceiver();
    await added(world, other.url, "pdfs", "closed");
    await run("run");
    // Whoever may have what tells of persons is given it whole.
    expect([...other.held.keys()].filter((name) => name.startsWith("pdfs")).sort()).toEqual([
      "pdfs i-1",
      "pdfs i-2",
      "pdfs i-3",
    ]);
    expect([...receiver.objects.keys()]).toEqual(sent);
  });

  test("waits with a document whose words are still to be read, and with a package that lacks its PDF/A", async () => {
    const { change, desk } = await fillWhole(world, 2);
    const receiver = await startReceiver();
    await added(world, receiver.url, "pdfs,aip-packages");
    await world.database.query(
      "insert into words_waiting (district, digest, id) values ('52.550', 'x', 'p-1')",
    );
    const run = commandOf(world);
    await run("run");
    expect(receiver.held.has("pdfs i-1")).toBe(false);
    expect(receiver.held.has("aip-packages f")).toBe(false);
    expect(await waitingOf(world)).toEqual([
      expect.stringMatching(/^(pdfs i-1|aip-packages f): \[unread\]/) as string,
      expect.stringMatching(/^(pdfs i-1|aip-packages f): \[unread\]/) as string,
    ]);
    await world.database.query("delete from words_waiting");
    await run("run");
    expect([receiver.held.has("pdfs i-1"), receiver.held.has("aip-packages f")]).toEqual([true, true]);
    const held = receiver.held.get("aip-packages f");
    await change("i-2", { renditionDigest: "0".repeat(64) });
    await run("run");
    expect(receiver.held.has("pdfs i-2"), "its PDF/A is no more").toBe(false);
    expect((await waitingOf(world)).join()).toContain("aip-packages f: [no-pdf]");
    expect(receiver.held.get("aip-packages f"), "the former stays until there is another").toBe(held);
    expect(desk).toBeTruthy();
  });

  test("sends nothing of its own bytes that are missing or altered, and lays objects into a folder whole", async () => {
    const { pdfs } = await fillWhole(world, 2);
    const folder = join(temporaryFolder(), "tha");
    mkdirSync(folder);
    await added(world, folder, "pdfs,aip-packages");
    const run = commandOf(world);
    const altered = digestOf(pdfs.get("i-1") ?? Buffer.alloc(0));
    const path = join(world.folder, altered.slice(0, 2), altered.slice(2));
    const bytes = readFileSync(path);
    await rm(path);
    writeFileSync(path, Buffer.from(bytes).fill(32, 10, 20));
    expect(await first(run("run"))).toMatchObject({ accepted: 4, refused: 2, stopped: "" });
    expect((await waitingOf(world)).sort()).toEqual([
      expect.stringMatching(/^aip-packages f: \[altered\]/) as string,
      expect.stringMatching(/^pdfs i-1: \[altered\]/) as string,
    ]);
    expect(readdirSync(folder).filter((name) => /i-1.*pdf|zip|part/.test(name))).toEqual([]);
    await rm(path);
    writeFileSync(path, bytes);
    expect(await first(run("retry", "--id", (await only(world)).id))).toMatchObject({ accepted: 2 });
    const names = readdirSync(folder);
    expect(names.filter((name) => name.endsWith(".done"))).toHaveLength(6);
    for (const name of names.filter((one) => one.endsWith(".done"))) {
      const text = readFileSync(join(folder, name.replace(".done", ".json")));
      expect(readFileSync(join(folder, name), "utf8").trim()).toBe(digestOf(text));
      const { object, kind } = JSON.parse(text.toString()) as Got;
      expect(object !== undefined).toBe(kind !== "items" && kind !== "files");
      if (object) expect(digestOf(readFileSync(join(folder, object.name)))).toBe(object.sha256);
    }
    const zip = names.find((name) => name.endsWith(".zip")) ?? "";
    await verified(readFileSync(join(folder, zip)));
    // Emptied by who takes them away, and asked for anew: the same again, under the same names.
    for (const name of names) await rm(join(folder, name));
    expect(await first(run("run"))).toMatchObject({ accepted: 0 });
  });

  test("carries only what is known, and says why it carries something else", async () => {
    await fillWhole(world, 1);
    const folder = temporaryFolder();
    await expect(added(world, folder, "masters")).rejects.toThrow("nothing is carried as masters");
    const id = await added(world, folder);
    const run = commandOf(world);
    const carries = ["carries", "--id", id, "--carries", "pdfs"];
    await expect(run(...carries)).rejects.toThrow("nothing was changed");
    expect(await run("run")).toMatchObject({ delivered: [{ accepted: 2 }] });
    await run(...carries, "--reason", why);
    expect(await run("list")).toMatchObject({ connectors: [{ carries: "descriptions,pdfs" }] });
    expect(await run("run"), "what was there before too").toMatchObject({ delivered: [{ accepted: 1 }] });
    const noted = await world.database.query("select changes from audit where collection = 'connectors'");
    expect(noted.at(-1)).toEqual({
      changes: { act: "carries", name: "Kho", reason: why, carries: "descriptions,pdfs" },
    });
  });
});

async function only(world: World): Promise<{ id: string }> {
  const [row] = await world.database.query("select id from connectors order by created_at limit 1");
  return { id: String(row?.["id"]) };
}
