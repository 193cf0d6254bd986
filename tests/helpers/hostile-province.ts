import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { FileStore } from "@tus/file-store";
import { Server as TusServer } from "@tus/server";
import { Type } from "typebox";
import { Parse } from "typebox/value";
import { isDigest } from "#shared/base/digest.ts";
import { collectionSchema, pullRequestSchema, pushRowSchema } from "#shared/replication/messages.ts";
import type { Receipt } from "#shared/replication/wire.ts";
import { memoryProvince, type MemoryProvince } from "#tests/helpers/memory-province.ts";

/** What the province does with a request instead of answering it. */
export type Mischief = "hang" | "garbage" | "redirect" | "cut" | number;

export type HostileProvince = {
  address: string;
  token: string;
  records: MemoryProvince;
  receipts: Map<string, Receipt>;
  /** What it says of the receipt it has. */
  tellReceipt: (receipt: Receipt) => Receipt;
  /** Objects whose upload it fails to finish. */
  cannotFinish: Set<string>;
  /** `METHOD /path` of every request, in order. */
  asked: string[];
  /** Looks at each request; nothing means an honest answer. */
  mischief: (line: string) => Mischief | undefined;
  /** Where a redirect points to. */
  elsewhere: string;
  /** Offset in an object at which the upload's connection is cut; then this is forgotten. */
  cutUploadAfter: number | undefined;
  /** Offsets at which bytes of uploads arrived. */
  offsets: number[];
  /** Says RESYNC to all who listen. */
  resync(): void;
  /** Stops listening and breaks every connection; `rise` listens again at the same address with the same store. */
  fall(): Promise<void>;
  rise(): Promise<void>;
};

const body = {
  push: Type.Object({ rows: Type.Array(pushRowSchema) }),
  hashes: Type.Object({ bucket: Type.Integer() }),
  read: Type.Object({ ids: Type.Array(Type.String()) }),
};

/** A province on the loopback, real HTTP and tus over records in memory, that can be told to misbehave. */
export async function startHostileProvince(
  folder: string,
  records: MemoryProvince = memoryProvince(),
): Promise<HostileProvince> {
  const listeners = new Set<ServerResponse>();
  let server: Server | undefined;
  let port = 0;
  const tus = new TusServer({
    path: "/objects",
    datastore: new FileStore({ directory: folder }),
    async onUploadFinish(_, upload) {
      const bytes = await readFile(join(folder, upload.id));
      const digest = createHash("sha256").update(bytes).digest("hex");
      if (digest !== upload.metadata?.["digest"]) throw failure(460, "another digest");
      if (province.cannotFinish.has(digest)) throw failure(500, "cannot");
      province.receipts.set(digest, { digest, size: bytes.length, receivedAt: "2025-06-01T00:00:00.000Z" });
      return {};
    },
  });
  const province: HostileProvince = {
    address: "",
    token: "token-of-a-desk",
    records,
    receipts: new Map(),
    tellReceipt: (receipt) => receipt,
    cannotFinish: new Set(),
    asked: [],
    mischief: () => undefined,
    elsewhere: "http://127.0.0.1:9/",
    cutUploadAfter: undefined,
    offsets: [],
    resync: () => listeners.forEach((listener) => listener.write("data: RESYNC\n\n")),
    async fall() {
      const falling = server;
      server = undefined;
      falling?.closeAllConnections();
      await new Promise<void>((resolve) => (falling ? falling.close(() => resolve()) : resolve()));
    },
    async rise() {
      const rising = createServer((request, response) => {
        answer(request, response).catch(() => response.destroy());
      });
      server = rising;
      await new Promise<void>((resolve) => rising.listen(port, "127.0.0.1", resolve));
      const at = rising.address();
      if (at !== null && typeof at === "object") port = at.port;
      province.address = `http://127.0.0.1:${port}`;
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "";
    const line = `${request.method ?? ""} ${path}`;
    province.asked.push(line);
    const mischief = province.mischief(line);
    if (mischief !== undefined) {
      if (mischief === "hang") return;
      if (mischief === "cut") return void request.socket.destroy();
      if (mischief === "garbage") return void response.end("<html>Xin chào</html>");
      request.resume();
      const status = mischief === "redirect" ? 302 : mischief;
      response.writeHead(status, { location: province.elsewhere, "content-type": "application/json" });
      return void response.end(JSON.stringify({ code: "mischief", detail: "" }));
    }
    if (request.headers.authorization !== `Bearer ${province.token}`) {
      response.writeHead(401);
      return void response.end("{}");
    }
    if (path.startsWith("/objects")) return answerUpload(request, response);
    if (path === "/replication/stream") {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(": here\n\n");
      listeners.add(response);
      return void response.on("close", () => listeners.delete(response));
    }
    const given = await answerOf(path, await readBody(request));
    response.writeHead(given === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(given ?? { code: "not-found", detail: "" }));
  }

  async function answerUpload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === "PATCH") {
      const offset = Number(request.headers["upload-offset"]);
      province.offsets.push(offset);
      const { socket } = request;
      const before = socket.bytesRead;
      // Looks from beside: a listener on the body would take bytes from the store.
      const watch = setInterval(() => {
        const limit = province.cutUploadAfter;
        if (limit === undefined || offset + socket.bytesRead - before < limit) return;
        province.cutUploadAfter = undefined;
        socket.destroy();
      }, 1);
      response.on("close", () => clearInterval(watch));
    }
    await tus.handle(request, response);
  }

  async function answerOf(path: string, sent: unknown): Promise<unknown> {
    const [, first = "", name = "", call = ""] = path.split("/");
    if (first === "receipts") {
      const receipt = isDigest(name) ? province.receipts.get(name) : undefined;
      return receipt && province.tellReceipt(receipt);
    }
    if (path === "/overview") return { districts: [] };
    if (first !== "replication") return undefined;
    const collection = Parse(collectionSchema, name);
    const { wire } = records;
    if (call === "push") return wire.push(collection, Parse(body.push, sent).rows);
    if (call === "pull") return wire.pull(collection, Parse(pullRequestSchema, sent));
    if (call === "digest") return wire.digest(collection);
    if (call === "buckets") return { buckets: await wire.buckets(collection) };
    if (call === "hashes") return { hashes: await wire.hashes(collection, Parse(body.hashes, sent).bucket) };
    if (call === "read") return { documents: await wire.read(collection, Parse(body.read, sent).ids) };
    return undefined;
  }

  await province.rise();
  return province;
}

function failure(status: number, body: string): Error {
  return Object.assign(new Error(body), { status_code: status, body });
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  const bytes = Buffer.concat(parts);
  if (bytes.length === 0) return undefined;
  const plain = request.headers["content-encoding"] === "br" ? brotliDecompressSync(bytes) : bytes;
  return JSON.parse(plain.toString("utf8"));
}
