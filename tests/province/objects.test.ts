import { createHash, randomBytes } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { objectLimit } from "#shared/replication/wire.ts";
import { editRecord } from "#shared/archive/record.ts";
import {
  digestOfBytes,
  makeItem,
  makePage,
  onEachStore,
  phuocHoa,
  phuocLoc,
  quyNhon,
  stamp,
  start,
  tuyPhuoc,
  type World,
} from "./world.ts";
import { upload } from "./upload.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function listen(world: World): Promise<string> {
  return world.app.listen({ host: "127.0.0.1", port: 0 });
}

async function left(world: World): Promise<string[]> {
  const folders = (await readdir(world.folder)).filter((name) => name.length === 2);
  return [...(await readdir(join(world.folder, "uploads"))), ...folders];
}

function tus(token: string, more: Record<string, string>) {
  return { authorization: `Bearer ${token}`, "tus-resumable": "1.0.0", ...more };
}

function metadata(digest: string): string {
  return `digest ${Buffer.from(digest).toString("base64")},mediaType ${btoa("application/pdf")}`;
}

async function create(address: string, token: string, size: number, digest: string): Promise<Response> {
  const headers = tus(token, { "upload-length": String(size), "upload-metadata": metadata(digest) });
  return fetch(`${address}/objects`, { method: "POST", headers });
}

onEachStore("objects", (world) => {
  test("are hashed here and given a receipt, and come back to those whose records name them", async () => {
    const address = await listen(world);
    const token = await world.enrol("desk", tuyPhuoc);
    const commune = await world.enrol("commune", phuocLoc);
    const officer = await world.enrol("officer", "52", "province-officer");
    const bytes = randomBytes(700_000);
    const digest = digestOfBytes(bytes);
    expect((await world.ask(token, "GET", `/receipts/${digest}`)).status).toBe(404);
    await upload(address, token, bytes, digest);
    const receipt = { digest, size: bytes.length, receivedAt: new Date(start).toISOString() };
    expect((await world.ask(token, "GET", `/receipts/${digest}`)).body).toMatchObject(receipt);
    expect(await readdir(join(world.folder, "uploads"))).toEqual([]);

    expect((await world.ask(token, "GET", `/object/${digest}`)).status).toBe(404);
    expect((await world.ask(commune, "GET", `/receipts/${digest}`)).status).toBe(404);
    const item = makeItem("item", phuocLoc, { renditionDigest: digest });
    await world.push(token, "items", item);
    for (const reader of [token, commune, officer]) {
      const headers = { authorization: `Bearer ${reader}` };
      const answer = await world.app.inject({ method: "GET", url: `/object/${digest}`, headers });
      expect(answer.headers["content-type"]).toBe("application/pdf");
      expect(digestOfBytes(answer.rawPayload)).toBe(digest);
      expect((await world.ask(reader, "GET", `/receipts/${digest}`)).body).toMatchObject(receipt);
    }
    const overview = await world.ask(officer, "GET", "/overview");
    expect(overview.body).toMatchObject({
      districts: expect.arrayContaining([
        expect.objectContaining({ scope: tuyPhuoc, renditions: 1, bytes: bytes.length }),
      ]) as unknown,
    });
    await world.push(token, "items", editRecord(item, { withdrawn: "mật" }, stamp(5)));
    expect((await world.ask(officer, "GET", `/object/${digest}`)).status).toBe(404);
  });

  test("do not cross to another district or commune by a record that writes their digest", async () => {
    const address = await listen(world);
    const loc = await world.enrol("loc", phuocLoc);
    const hoa = await world.enrol("hoa", phuocHoa);
    const far = await world.enrol("far", quyNhon);
    const bytes = randomBytes(5000);
    const digest = digestOfBytes(bytes);
    await upload(address, loc, bytes, digest);
    await world.push(loc, "items", makeItem("own", phuocLoc, { renditionDigest: digest }));
    await world.push(hoa, "pages", makePage("bait", phuocHoa, { masterDigest: digest }));
    await world.push(far, "items", makeItem("bait", quyNhon, { renditionDigest: digest }));
    expect((await world.ask(loc, "GET", `/object/${digest}`)).status).toBe(200);
    for (const other of [hoa, far]) {
      expect((await world.ask(other, "GET", `/object/${digest}`)).status).toBe(404);
      expect((await world.ask(other, "GET", `/receipts/${digest}`)).status).toBe(404);
    }
    for (const path of ["/object/..%2f..%2fetc", "/object/%27%20or%201=1", `/receipts/${digest}'`]) {
      expect([400, 404]).toContain((await world.ask(loc, "GET", path)).status);
    }
  });

  test("that are not what was declared are refused, and nothing is kept", async () => {
    const address = await listen(world);
    const token = await world.enrol("desk", tuyPhuoc);
    const digest = digestOfBytes("something else");
    const before = await left(world);
    await expect(upload(address, token, randomBytes(3000), digest)).rejects.toThrow(/460.*wrong-digest/s);
    expect(await left(world)).toEqual(before);
    expect(await world.database.query("select * from receipts")).toEqual([]);
    expect((await create(address, token, 10, "no digest")).status).toBe(400);
    const large = await create(address, token, objectLimit + 1, digest);
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ code: "too-large" });
    expect(await left(world)).toEqual(before);
  });

  test("cut off in the middle go on from where they were, also after a restart", async () => {
    let address = await listen(world);
    const token = await world.enrol("desk", tuyPhuoc);
    const bytes = randomBytes(2_000_000);
    const digest = digestOfBytes(bytes);
    const created = await create(address, token, bytes.length, digest);
    expect(created.status).toBe(201);
    const path = created.headers.get("location") ?? "";
    expect(path).toMatch(/^\/objects\/[0-9a-f]{64}-/);
    await new Promise<void>((resolve) => {
      const type = "application/offset+octet-stream";
      const headers = tus(token, { "upload-offset": "0", "content-type": type });
      const sending = request(address + path, { method: "PATCH", headers });
      sending.on("error", () => resolve());
      sending.write(bytes.subarray(0, 900_000), () => {
        setTimeout(() => sending.destroy(new Error("the line fell")), 300);
      });
    });
    const offset = async () => {
      const answer = await fetch(address + path, { method: "HEAD", headers: tus(token, {}) });
      return { status: answer.status, offset: Number(answer.headers.get("upload-offset")) };
    };
    await world.restart();
    address = await listen(world);
    let known = await offset();
    for (let tries = 0; known.offset === 0 && tries < 20; tries += 1) {
      await pause(100);
      known = await offset();
    }
    expect(known.offset).toBeGreaterThan(0);
    expect(known.offset).toBeLessThanOrEqual(900_000);
    const rest = await fetch(address + path, {
      method: "PATCH",
      headers: tus(token, {
        "upload-offset": String(known.offset),
        "content-type": "application/offset+octet-stream",
      }),
      body: bytes.subarray(known.offset),
    });
    expect(rest.status).toBe(204);
    expect((await world.ask(token, "GET", `/receipts/${digest}`)).body).toMatchObject({ size: bytes.length });
    // The last answer may be lost: asking again says that all of it is here.
    expect(await offset()).toEqual({ status: 200, offset: bytes.length });
  });

  test("come in chunks whose checksums are compared; one that changed on its way is taken out again", async () => {
    const address = await listen(world);
    const token = await world.enrol("desk", tuyPhuoc);
    const bytes = randomBytes(300_000);
    const digest = digestOfBytes(bytes);
    const path = (await create(address, token, bytes.length, digest)).headers.get("location") ?? "";
    const send = (from: number, to: number, checksum: string) =>
      fetch(address + path, {
        method: "PATCH",
        headers: tus(token, {
          "upload-offset": String(from),
          "upload-checksum": checksum,
          "content-type": "application/offset+octet-stream",
        }),
        body: bytes.subarray(from, to),
      });
    const sumOf = (from: number, to: number) =>
      `sha256 ${createHash("sha256").update(bytes.subarray(from, to)).digest("base64")}`;
    expect((await send(0, 100_000, sumOf(0, 100_000))).status).toBe(204);
    const changed = await send(100_000, 200_000, sumOf(0, 100_000));
    expect([changed.status, await changed.json()]).toEqual([
      460,
      expect.objectContaining({ code: "wrong-chunk" }),
    ]);
    const head = await fetch(address + path, { method: "HEAD", headers: tus(token, {}) });
    expect(head.headers.get("upload-offset")).toBe("100000");
    expect((await send(100_000, 200_000, "md5 abc")).status).toBe(400);
    expect((await send(100_000, 200_000, sumOf(100_000, 200_000))).status).toBe(204);
    expect((await send(200_000, 300_000, sumOf(200_000, 300_000))).status).toBe(204);
    expect((await world.ask(token, "GET", `/receipts/${digest}`)).body).toMatchObject({ digest });
  });

  test("whole on disk without a receipt, after a stop at the worst moment, get it when asked", async () => {
    const address = await listen(world);
    const token = await world.enrol("desk", tuyPhuoc);
    const bytes = randomBytes(4000);
    const digest = digestOfBytes(bytes);
    const path = (await create(address, token, bytes.length, digest)).headers.get("location") ?? "";
    await writeFile(join(world.folder, "uploads", path.slice("/objects/".length)), bytes);
    expect((await world.ask(token, "GET", `/receipts/${digest}`)).status).toBe(404);
    const head = await fetch(address + path, { method: "HEAD", headers: tus(token, {}) });
    expect(head.headers.get("upload-offset")).toBe("4000");
    expect((await world.ask(token, "GET", `/receipts/${digest}`)).body).toMatchObject({ digest });
  });

  test("whole on disk are finished once, however many ask at that moment", async () => {
    const address = await listen(world);
    const token = await world.enrol("desk", tuyPhuoc);
    const bytes = randomBytes(3_000_000);
    const digest = digestOfBytes(bytes);
    const path = (await create(address, token, bytes.length, digest)).headers.get("location") ?? "";
    await writeFile(join(world.folder, "uploads", path.slice("/objects/".length)), bytes);
    const asked = Array.from({ length: 12 }, async (_, at) => {
      await pause(at * 3);
      const answer = await fetch(address + path, { method: "HEAD", headers: tus(token, {}) });
      return [answer.status, answer.headers.get("upload-offset")];
    });
    expect(await Promise.all(asked)).toEqual(asked.map(() => [200, "3000000"]));
    expect(world.faults).toEqual([]);
    expect(await readdir(join(world.folder, "uploads"))).toEqual([]);
  });

  test("under way belong to the device that began them", async () => {
    const address = await listen(world);
    const token = await world.enrol("desk", tuyPhuoc);
    const other = await world.enrol("other", tuyPhuoc);
    const digest = digestOfBytes("abc");
    const path = (await create(address, token, 3, digest)).headers.get("location") ?? "";
    const type = "application/offset+octet-stream";
    const patch = tus(other, { "upload-offset": "0", "content-type": type });
    expect((await fetch(address + path, { method: "HEAD", headers: tus(other, {}) })).status).toBe(404);
    expect((await fetch(address + path, { method: "PATCH", headers: patch, body: "abc" })).status).toBe(404);
    expect((await fetch(address + path, { method: "DELETE", headers: tus(other, {}) })).status).toBe(404);
    expect((await fetch(address + path, { headers: tus(token, {}) })).status).toBe(404);
    expect(
      (await fetch(address + path, { method: "HEAD", headers: { "tus-resumable": "1.0.0" } })).status,
    ).toBe(401);
    expect((await fetch(address + path, { method: "HEAD", headers: tus(token, {}) })).status).toBe(200);
  });

  test("with the words of a page make it found, whichever comes first", async () => {
    const address = await listen(world);
    const token = await world.enrol("desk", tuyPhuoc);
    const words = (text: string) => Buffer.from(JSON.stringify({ text, words: [] }));
    const first = words("Ủy ban nhân dân huyện Tuy Phước\nQuyết định về việc giao đất ở xã Phước Lộc");
    const second = words("Biên bản bàn giao hồ sơ địa chính");
    await world.push(token, "items", makeItem("item", phuocLoc, { fileId: "f", subject: "Không đề" }));
    const page = (id: string, bytes: Buffer) =>
      makePage(id, phuocLoc, { itemId: "item", wordsDigest: digestOfBytes(bytes) });
    await world.push(token, "pages", page("one", first));
    await upload(address, token, first, digestOfBytes(first), "application/json");
    await upload(address, token, second, digestOfBytes(second), "application/json");
    await world.push(token, "pages", page("two", second));
    const find = async (sought: string) =>
      (await world.ask(token, "POST", "/search", { words: sought, limit: 5 })).body;
    expect(await find("tuy phuoc quyet di")).toEqual({
      total: 1,
      hits: [
        {
          collection: "pages",
          id: "one",
          title: "Không đề",
          line: "1 · 1",
          snippet: "Ủy ban nhân dân huyện «Tuy» «Phước» «Quyết» «định» về việc giao đất ở xã «Phước» Lộc",
          fileId: "f",
          itemId: "item",
          renditionDigest: "",
          scope: phuocLoc,
        },
      ],
    });
    expect(await find("dia chinh")).toMatchObject({
      hits: [{ id: "two", snippet: expect.stringMatching(/«địa» «chính»/) as unknown }],
    });
    expect(await world.database.query("select * from words_waiting")).toEqual([]);
    // An object that holds no words is passed over; the page is still a page.
    const garbage = Buffer.from("{not json");
    await upload(address, token, garbage, digestOfBytes(garbage), "application/json");
    expect((await world.push(token, "pages", page("three", garbage))).refused).toEqual([]);
    expect(world.faults).toEqual([]);
  });
});
