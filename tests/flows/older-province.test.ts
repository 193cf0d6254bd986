import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { openLoopbackProvince } from "#tests/helpers/loopback-province.ts";
import { samplePoint } from "#tests/helpers/sample-desk-records.ts";
import { sampleFonds } from "#tests/helpers/sample-records.ts";
import { openSyncDesk } from "#tests/helpers/sync-desk.ts";

/** Stands before a province as one of before a collection was known; afterwards as it is. Answers its address. */
async function before(address: string, unknown: () => string): Promise<string> {
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (unknown() !== "" && path.startsWith(`/replication/${unknown()}/`)) {
      request.resume();
      response.writeHead(404, { "content-type": "application/json" });
      response.end(JSON.stringify({ code: "unknown-collection", detail: "no such collection" }));
      return;
    }
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).filter(
          ([name]) => !["host", "connection", "content-length"].includes(name),
        ),
      ) as Record<string, string>;
      const body = request.method === "POST" ? Buffer.concat(chunks) : undefined;
      fetch(new URL(path, address), { method: request.method ?? "GET", headers, ...(body && { body }) })
        .then(async (answer) => {
          response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
          response.end(Buffer.from(await answer.arrayBuffer()));
        })
        .catch(() => response.destroy());
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("a newer desk sends an older province all that it knows, says what waits for its upgrade, and sends it then", async () => {
  const province = await openLoopbackProvince();
  const credentials = await province.enrol("52.550");
  let unknown = "points";
  const address = await before(credentials.address, () => unknown);
  const desk = await openSyncDesk({ ...credentials, address });
  desk.work("52.550");
  await desk.until(({ equal }) => equal);
  desk.journal.write("fonds", [sampleFonds("fonds-1", { scope: "52.550" })], "desk");
  desk.journal.write("points", [samplePoint("point-1", { scope: "52.550" })], "desk");
  const waiting = await desk.until(({ problem }) => problem === "province-older");
  expect(waiting).toMatchObject({ equal: false, sentRecords: 1, totalRecords: 2, refusedRecords: 0 });
  expect(vi.faults["province-older"].what).toMatch(/bản cũ/u);
  unknown = "";
  await desk.sync.handlers["sync.now"]({});
  expect(await desk.until(({ equal }) => equal)).toMatchObject({ problem: "", sentRecords: 2 });
  expect(province.faults).toEqual([]);
});
