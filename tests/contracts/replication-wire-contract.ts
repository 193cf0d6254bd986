import { randomBytes } from "node:crypto";
import { request as plainRequest } from "node:http";
import { request, Server } from "node:https";
import { describe, expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { pushBodyLimit } from "#shared/replication/wire.ts";
import { digestOfBytes, makeItem, phuocHoa, phuocLoc, stamp, tuyPhuoc } from "#tests/province/world.ts";
import type { Endpoint } from "./replication-endpoint.ts";

const calls = [
  ["POST", "/replication/files/pull"],
  ["POST", "/replication/files/push"],
  ["GET", "/replication/files/digest"],
  ["GET", "/replication/files/buckets"],
  ["POST", "/replication/files/hashes"],
  ["POST", "/replication/files/read"],
  ["GET", "/replication/stream"],
  ["POST", "/objects"],
  ["PATCH", "/objects/x"],
  ["GET", `/receipts/${"0".repeat(64)}`],
  ["GET", `/object/${"0".repeat(64)}`],
  ["GET", "/nowhere"],
] as const;

/** Calls, faults, the stream and objects, at whoever answers the replication protocol. */
export function wireContract(world: Endpoint): void {
  describe("the wire", () => {
    test("answers nobody without a token", async () => {
      for (const authorization of ["", "Bearer wrong-token-0123456789", "Basic YTpi"]) {
        for (const [method, url] of calls) {
          const answer = await world.app.inject({ method, url, headers: { authorization } });
          expect(answer.statusCode, `${method} ${url}`).toBe(401);
          expect(answer.json(), url).toMatchObject({ code: "unauthorized" });
        }
      }
    });

    test("answers what is not of the protocol with a code, and takes nothing of it", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      const wrong: readonly (readonly [string, object])[] = [
        ["/replication/files/pull", { checkpoint: null, limit: 1e9 }],
        ["/replication/files/pull", { limit: 1 }],
        ["/replication/files/hashes", { bucket: 256 }],
        ["/replication/files/push", { rows: [{ newDocumentState: {} }] }],
        ["/replication/files/push", { rows: [], holds: "yes" }],
      ];
      for (const [url, body] of wrong) {
        const answer = await world.ask(token, "POST", url, body);
        expect(answer, url).toMatchObject({ status: 400, body: { code: "bad-call" } });
      }
      // A collection that only a newer machine knows is told apart: all others go on.
      for (const [url, body] of [
        ["/replication/people/pull", { checkpoint: null, limit: 1 }],
        ["/replication/people/push", { rows: [] }],
      ] as const) {
        const answer = await world.ask(token, "POST", url, body);
        expect(answer, url).toMatchObject({ status: 404, body: { code: "unknown-collection" } });
      }
      const odd = await world.ask(token, "POST", "/replication/Fil-es/pull", { checkpoint: null, limit: 1 });
      expect(odd).toMatchObject({ status: 400, body: { code: "bad-call" } });
      const large = await world.app.inject({
        method: "POST",
        url: "/replication/files/push",
        payload: Buffer.alloc(pushBodyLimit + 1, " "),
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      });
      expect(large.statusCode).toBe(413);
      expect(large.json()).toMatchObject({ code: "too-large" });
      expect(await world.ask(token, "GET", "/nowhere")).toMatchObject({ status: 404 });
      expect(world.faults).toEqual([]);
    });

    test("tells an open stream of what changes within the machine's unit", async () => {
      const [one, narrow] = [await world.enrol("one", tuyPhuoc), await world.enrol("narrow", phuocLoc)];
      const address = new URL(await world.app.listen({ host: "127.0.0.1", port: 0 }));
      const scheme = world.app.server instanceof Server ? "https" : "http";
      const heard = await listen(`${scheme}://${address.host}/replication/stream`, narrow);
      const item = makeItem("item", phuocLoc);
      await world.push(one, "items", item);
      await expect.poll(heard.calls, { timeout: 30_000 }).toBeGreaterThan(0);
      const before = heard.calls();
      await world.push(one, "items", editRecord(item, { note: "sửa" }, stamp(5)));
      await expect.poll(heard.calls, { timeout: 30_000 }).toBeGreaterThan(before);
      heard.end();
    });

    test("takes an object, gives a receipt within its unit, and its bytes to those whose records name it", async () => {
      const [loc, hoa] = [await world.enrol("loc", phuocLoc), await world.enrol("hoa", phuocHoa)];
      const district = await world.enrol("district", tuyPhuoc);
      const bytes = randomBytes(70_000);
      const digest = digestOfBytes(bytes);
      const receiptOf = (token: string) => world.ask(token, "GET", `/receipts/${digest}`);
      const statusOf = async (token: string) => (await world.ask(token, "GET", `/object/${digest}`)).status;
      expect((await receiptOf(loc)).status).toBe(404);
      const declared = digestOfBytes("khác");
      expect(await upload(world, loc, bytes, declared)).toBe(460);
      expect((await world.ask(loc, "GET", `/receipts/${declared}`)).status).toBe(404);
      expect(await upload(world, loc, bytes, digest)).toBe(204);
      for (const token of [loc, district]) {
        const expected = { digest, size: bytes.length, receivedAt: new Date(world.clock.now).toISOString() };
        expect(await receiptOf(token)).toMatchObject({ status: 200, body: expected });
      }
      expect((await receiptOf(hoa)).status).toBe(404);
      expect(await statusOf(loc)).toBe(404);
      await world.push(loc, "items", makeItem("item", phuocLoc, { renditionDigest: digest }));
      expect([await statusOf(loc), await statusOf(district), await statusOf(hoa)]).toEqual([200, 200, 404]);
      // Nobody reaches another unit's bytes by writing their digest into a record of its own.
      await world.push(hoa, "items", makeItem("thief", phuocHoa, { renditionDigest: digest }));
      expect(await statusOf(hoa)).toBe(404);
      expect((await receiptOf(hoa)).status).toBe(404);
    });

    test("takes up where it was after a restart", async () => {
      const token = await world.enrol("desk", tuyPhuoc);
      await world.push(token, "items", makeItem("one", phuocLoc));
      const { checkpoint } = await world.pull(token, "items");
      const digest = await world.ask(token, "GET", "/replication/items/digest");
      await world.restart();
      expect((await world.ask(token, "GET", "/replication/items/digest")).body).toEqual(digest.body);
      expect((await world.pull(token, "items", checkpoint)).documents).toEqual([]);
      await world.push(token, "items", makeItem("two", phuocLoc));
      expect((await world.pull(token, "items", checkpoint)).documents).toMatchObject([{ id: "two" }]);
    });
  });
}

/** Uploads in one piece; answers the status of the last answer. */
async function upload({ app }: Endpoint, token: string, bytes: Buffer, digest: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, "tus-resumable": "1.0.0" };
  const metadata = `digest ${btoa(digest)},mediaType ${btoa("application/pdf")}`;
  const made = await app.inject({
    method: "POST",
    url: "/objects",
    headers: { ...headers, "upload-length": String(bytes.length), "upload-metadata": metadata },
  });
  if (made.statusCode !== 201) return made.statusCode;
  const sent = await app.inject({
    method: "PATCH",
    url: new URL(String(made.headers.location), "http://x").pathname,
    headers: { ...headers, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
    payload: bytes,
  });
  return sent.statusCode;
}

/** An open stream, and how often it said that something changed. */
async function listen(url: string, token: string): Promise<{ calls: () => number; end: () => void }> {
  const headers = { authorization: `Bearer ${token}` };
  let text = "";
  return new Promise((resolve, reject) => {
    const asked = url.startsWith("https:")
      ? // The hub's key is its own; that it is pinned is proven elsewhere.
        request(url, { headers, rejectUnauthorized: false })
      : plainRequest(url, { headers });
    asked.on("error", reject);
    asked.on("response", (response) => {
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
        const calls = () => text.split("RESYNC").length - 1;
        resolve({ calls, end: () => asked.destroy() });
      });
      response.on("error", () => undefined);
    });
    asked.end();
  });
}
