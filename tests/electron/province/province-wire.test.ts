import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { createBrotliDecompress, gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import type { Digest } from "#shared/base/digest.ts";
import { type DriftListener, openProvinceWire, type ProvinceWire } from "#electron/province/province-wire.ts";
import { sampleFile } from "#tests/helpers/sample-records.ts";

const digest = "ab".repeat(32) as Digest;

async function against(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  options: { token?: string; timeoutMs?: number; answerBytes?: number; drift?: DriftListener } = {},
): Promise<ProvinceWire> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("no port");
  const { token = "t", timeoutMs = 5000, answerBytes = 100_000, drift } = options;
  const credentials = { address: `http://127.0.0.1:${at.port}`, token };
  return openProvinceWire(credentials, new AbortController().signal, { timeoutMs, answerBytes }, drift);
}

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ newDocumentState: { ...sampleFile(`file-${at}`) } }));

test("a large push travels compressed, a small one plain, both with the token; a compressed answer is read", async () => {
  const seen: { encoding: unknown; authorization: unknown; rows: unknown }[] = [];
  const wire = await against((request, response) => {
    const small = request.headers["content-encoding"] === undefined;
    void text(small ? request : request.pipe(createBrotliDecompress())).then((body) => {
      const { authorization, "content-encoding": encoding } = request.headers;
      seen.push({ encoding, authorization, rows: (JSON.parse(body) as { rows: unknown }).rows });
      response.setHeader("content-encoding", "gzip");
      response.end(gzipSync(JSON.stringify({ conflicts: [], refused: [] })));
    });
  });
  expect(await wire.push("files", rowsOf(20))).toEqual({ conflicts: [], refused: [] });
  await wire.push("files", []);
  expect(seen).toEqual([
    { encoding: "br", authorization: "Bearer t", rows: rowsOf(20) },
    { encoding: undefined, authorization: "Bearer t", rows: [] },
  ]);
});

test("each request says what this machine's clock shows, and the answer how far that is ahead", async () => {
  const now = Date.parse("2031-01-02T03:04:05.678Z");
  const said: unknown[] = [];
  const heard: number[] = [];
  const wire = await against(
    (request, response) => {
      said.push(request.headers["x-mucluc-clock"]);
      response.setHeader("date", new Date(now - 3_600_000).toUTCString());
      response.end("{}");
    },
    { drift: { now: () => now, heard: (ahead) => heard.push(ahead) } },
  );
  await expect(wire.digest("files")).rejects.toMatchObject({ kind: "garbled" });
  expect(said).toEqual(["2031-01-02T03:04:05.678Z"]);
  expect(heard).toEqual([3_600_000 + 178]);
});

const statuses: [number, string][] = [
  [401, "credentials"],
  [403, "credentials"],
  [413, "too-large"],
  [429, "failed"],
  [400, "fails-on-it"],
  [500, "fails-on-it"],
  [503, "failed"],
  [302, "garbled"],
  [204, "garbled"],
];
test.each(statuses)("%i means %s", async (status, kind) => {
  const wire = await against((_, response) => response.writeHead(status, { location: "/hello" }).end());
  await expect(wire.digest("files")).rejects.toMatchObject({ name: "WireFault", kind });
});

test("an older province is known by its word for a collection, and no other 404 for one", async () => {
  const saying = async (body: string) =>
    against((_, response) => response.writeHead(404, { "content-type": "application/json" }).end(body));
  const older = await saying('{"code":"unknown-collection","detail":"no collection points"}');
  await expect(older.digest("points")).rejects.toMatchObject({ kind: "unknown-collection" });
  await expect(older.push("points", [])).rejects.toMatchObject({ kind: "unknown-collection" });
  const lost = await saying('{"code":"not-found","detail":"no such route"}');
  await expect(lost.digest("points")).rejects.toMatchObject({ kind: "failed" });
});

const answers: [string, string, string][] = [
  ["no JSON", "<html>", "garbled"],
  ["JSON of another shape", JSON.stringify({ count: "many", digest: 1 }), "garbled"],
  ["an answer without end", `"${"x".repeat(200_000)}`, "garbled"],
];
test.each(answers)("%s is garbled", async (_, body, kind) => {
  const wire = await against((_request, response) => response.end(body));
  await expect(wire.digest("files")).rejects.toMatchObject({ kind });
});

test("an answer that breaks off, and one that never comes, mean unreachable", async () => {
  const broken = await against((_, response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write("{");
    setTimeout(() => response.destroy(), 20);
  });
  await expect(broken.digest("files")).rejects.toMatchObject({ kind: "unreachable" });
  const silent = await against(() => undefined, { timeoutMs: 100 });
  await expect(silent.digest("files")).rejects.toMatchObject({ kind: "unreachable" });
  const slow = await against((_, response) => void response.write("{"), { timeoutMs: 100 });
  await expect(slow.digest("files")).rejects.toMatchObject({ kind: "unreachable" });
});

test("a token that cannot stand in a header is refused credentials, and is not sent", async () => {
  let asked = 0;
  const wire = await against((_, response) => response.end(String((asked += 1))), { token: "a\nb" });
  await expect(wire.digest("files")).rejects.toMatchObject({ kind: "credentials" });
  expect(asked).toBe(0);
});

test("no receipt and no object are an answer, not a fault", async () => {
  const wire = await against((_, response) => response.writeHead(404).end("{}"));
  expect(await wire.receipt(digest)).toBeUndefined();
  expect(await wire.object(digest)).toBeUndefined();
});

test("an object comes as a stream that may take longer than an answer", async () => {
  const wire = await against(
    (_, response) => {
      response.write("one ");
      setTimeout(() => response.end("two"), 200);
    },
    { timeoutMs: 100 },
  );
  const response = await wire.object(digest);
  expect(await response?.text()).toBe("one two");
});

test("a page instead of the event stream is garbled", async () => {
  const wire = await against((_, response) => response.end("<html></html>"));
  await expect(wire.stream(new AbortController().signal)).rejects.toMatchObject({ kind: "garbled" });
});
