import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { pushBodyLimit } from "#shared/replication/wire.ts";
import { revokeDevice } from "#province/access/device.ts";
import { makeFile, onEachStore, phuocLoc, start, tuyPhuoc } from "./world.ts";

const routes = [
  ["POST", "/replication/files/pull"],
  ["POST", "/replication/files/push"],
  ["GET", "/replication/files/digest"],
  ["GET", "/replication/files/buckets"],
  ["POST", "/replication/files/hashes"],
  ["POST", "/replication/files/read"],
  ["GET", "/replication/stream"],
  ["POST", "/objects"],
  ["PATCH", "/objects/x"],
  ["HEAD", "/objects/x"],
  ["DELETE", "/objects/x"],
  ["GET", `/receipts/${"0".repeat(64)}`],
  ["GET", `/object/${"0".repeat(64)}`],
  ["GET", "/overview"],
  ["GET", "/batches"],
  ["POST", "/search"],
  ["GET", "/nowhere"],
] as const;

onEachStore(
  "bad calls",
  (world) => {
    test("say hello to everyone, and nothing else without a token", async () => {
      const hello = await world.app.inject({ method: "GET", url: "/hello" });
      expect(hello.json()).toEqual({
        product: "mucluc-province",
        version: "0.1.0",
        name: "Tỉnh thử",
        practice: true,
        keys: {
          signing: expect.stringMatching(/^[\w-]{43}$/) as unknown,
          sealing: expect.stringMatching(/^[\w-]{43}$/) as unknown,
        },
      });
      for (const authorization of ["", "Bearer wrong-token-0123456789", "Bearer ' or 1=1", "Basic YTpi"]) {
        for (const [method, url] of routes) {
          const answer = await world.app.inject({ method, url, headers: { authorization } });
          expect(answer.statusCode, `${method} ${url}`).toBe(401);
          if (method !== "HEAD") expect(answer.json()).toMatchObject({ code: "unauthorized" });
        }
      }
    });

    test("stop at once when a device is taken back", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      expect((await world.ask(token, "GET", "/overview")).status).toBe(200);
      expect(await revokeDevice(world.database, "desk", start)).toBe(1);
      expect((await world.ask(token, "GET", "/overview")).status).toBe(401);
      const kept = await world.database.query("select * from devices");
      expect(JSON.stringify(kept)).not.toContain(token);
    });

    test("that are garbage are answered 400 with a code, and nothing of ours shows", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const url = "/replication/files/push";
      const post = (payload: string | Buffer, headers = {}) =>
        world.app.inject({
          method: "POST",
          url,
          payload,
          headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
        });
      const bodies = [
        "",
        "{",
        "null",
        "[]",
        '{"rows":{}}',
        '{"rows":[1]}',
        '{"rows":[{"newDocumentState":{}}]}',
      ];
      for (const body of bodies) {
        const answer = await post(body);
        expect(answer.statusCode, body).toBe(400);
        expect(answer.json(), body).toEqual({ code: "bad-call", detail: expect.any(String) as unknown });
        expect(answer.body).not.toMatch(/node_modules|\.ts:|at /);
      }
      expect((await post("<xml/>", { "content-type": "text/xml" })).statusCode).toBe(415);
      expect((await post("not gzip", { "content-encoding": "gzip" })).statusCode).toBe(400);
      const proto = '{"rows":[{"newDocumentState":{"id":"a","__proto__":{"x":1}}}]}';
      expect((await post(proto)).statusCode).toBe(400);
      const wrong = await world.ask(token, "POST", "/replication/people/pull", {
        checkpoint: null,
        limit: 1,
      });
      expect(wrong).toMatchObject({ status: 404, body: { code: "unknown-collection" } });
      const limit = await world.ask(token, "POST", "/replication/files/pull", {
        checkpoint: null,
        limit: 1e9,
      });
      expect(limit.status).toBe(400);
      expect(world.faults).toEqual([]);
    });

    test("that are too large are answered 413, packed or not", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      const post = (payload: Buffer, more = {}) =>
        world.app.inject({
          method: "POST",
          url: "/replication/files/push",
          payload,
          headers: { ...headers, ...more },
        });
      const large = Buffer.alloc(pushBodyLimit + 1, " ");
      const bomb = gzipSync(Buffer.alloc(20 * pushBodyLimit, " "));
      for (const answer of [await post(large), await post(bomb, { "content-encoding": "gzip" })]) {
        expect(answer.statusCode).toBe(413);
        expect(answer.json()).toMatchObject({ code: "too-large" });
      }
    });

    test("and good ones are packed both ways where asked", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const rows = Array.from({ length: 50 }, (_, at) => ({ newDocumentState: makeFile(`${at}`, phuocLoc) }));
      const authorization = `Bearer ${token}`;
      const pushed = await world.app.inject({
        method: "POST",
        url: "/replication/files/push",
        payload: gzipSync(JSON.stringify({ rows })),
        headers: { authorization, "content-type": "application/json", "content-encoding": "gzip" },
      });
      expect(pushed.json()).toEqual({ conflicts: [], refused: [] });
      const pulled = await world.app.inject({
        method: "POST",
        url: "/replication/files/pull",
        payload: { checkpoint: null, limit: 100 },
        headers: { authorization, "accept-encoding": "gzip" },
      });
      expect(pulled.headers["content-encoding"]).toBe("gzip");
      expect(pulled.rawPayload.length).toBeLessThan(5000);
    });

    test("a store that fails is answered 500 without its words, and the app goes on", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      await world.database.query("alter table records rename to records_away");
      try {
        const answer = await world.ask(token, "POST", "/replication/files/pull", {
          checkpoint: null,
          limit: 1,
        });
        const push = { rows: [{ newDocumentState: makeFile("A", phuocLoc) }] };
        const failed = await world.ask(token, "POST", "/replication/files/push", push);
        expect(answer.status).toBe(200);
        expect(failed).toMatchObject({ status: 500, body: { code: "internal" } });
        expect(JSON.stringify(failed.body)).not.toContain("records");
        expect(world.faults).toHaveLength(1);
      } finally {
        await world.database.query("alter table records_away rename to records");
      }
      // The failed push left nothing half done.
      expect(await world.push(token, "files", makeFile("A", phuocLoc))).toEqual({
        conflicts: [],
        refused: [],
      });
      expect((await world.pull(token, "files")).checkpoint).toMatchObject({ seq: 1 });
    });
  },
  { rate: { device: 1000, stranger: 1000 } },
);

onEachStore(
  "too many calls",
  (world) => {
    test("of a stranger or a device are answered 429 until the minute is over", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const statuses = async (bearer: string) => {
        const seen: number[] = [];
        for (let at = 0; at < 6; at += 1) seen.push((await world.ask(bearer, "GET", "/overview")).status);
        return seen;
      };
      expect(await statuses("nobody-0123456789")).toEqual([401, 401, 401, 429, 429, 429]);
      // Behind a proxy of the same machine another's address is counted for itself.
      const headers = { authorization: "Bearer nobody-0123456789", "x-forwarded-for": "203.0.113.7" };
      expect((await world.app.inject({ url: "/overview", headers })).statusCode).toBe(401);
      expect(await statuses(token)).toEqual([200, 200, 200, 200, 200, 429]);
      expect((await world.ask(token, "GET", "/overview")).headers["retry-after"]).toBe("60");
      world.clock.now += 60_000;
      expect((await world.ask(token, "GET", "/overview")).status).toBe(200);
    });
  },
  { rate: { device: 5, stranger: 3 } },
);

onEachStore("the stream", (world) => {
  test("rings for a commit within the scope, and for no other", async () => {
    const address = await world.app.listen({ host: "127.0.0.1", port: 0 });
    const district = await world.enrol("desk", tuyPhuoc);
    const commune = await world.enrol("commune", phuocLoc);
    const answer = await fetch(`${address}/replication/stream`, {
      headers: { authorization: `Bearer ${commune}`, "accept-encoding": "gzip" },
    });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    let heard = "";
    const reading = (async () => {
      for await (const chunk of answer.body ?? []) heard += new TextDecoder().decode(chunk);
    })();
    await world.push(district, "files", makeFile("elsewhere", tuyPhuoc));
    await world.push(district, "files", makeFile("here", phuocLoc));
    await world.push(district, "files", makeFile("here", phuocLoc));
    await expect.poll(() => heard).toContain("RESYNC");
    await world.app.close();
    await reading;
    expect(heard.match(/data: RESYNC\n\n/g)).toHaveLength(1);
  });
});
