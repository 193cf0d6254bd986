import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { connectorCommand } from "#province/connector-command.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { phuocLoc, type World } from "#tests/province/world.ts";

export type Got = {
  op: string;
  kind: string;
  id: string;
  key: string;
  record: Record<string, unknown> | null;
  object?: { sha256: string; size: number; mediaType: string; name: string };
};
/** What it says of an object that was put, in place of its receipt. */
export type AnsweringObject = (sha256: string, response: ServerResponse) => "took" | "not";
export type Answering = (got: Got, response: ServerResponse) => "took" | "not";

export const why = "Theo thỏa thuận số 3 với Sở";

/** Under what it holds a delivery: descriptions by their ids, as ids are unique among them. */
function nameOf({ kind, id }: Got): string {
  return kind === "items" || kind === "files" ? id : `${kind} ${id}`;
}

/** Another system: knows each key once, and holds what it was given. */
export async function startReceiver() {
  const held = new Map<string, Got>();
  const keys = new Set<string>();
  const objects = new Map<string, Buffer>();
  const puts: string[] = [];
  const state = {
    answering: undefined as Answering | undefined,
    answeringObject: undefined as AnsweringObject | undefined,
  };
  const takeObject = (request: IncomingMessage, response: ServerResponse) => {
    const sha256 = request.url?.split("/objects/")[1] ?? "";
    if (request.method === "HEAD") {
      const has = objects.has(sha256);
      response.writeHead(has ? 200 : 404, has ? { "x-content-sha256": sha256 } : {}).end();
      return;
    }
    puts.push(sha256);
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const bytes = Buffer.concat(chunks);
      if (state.answeringObject?.(sha256, response) === "not") return;
      const counted = createHash("sha256").update(bytes).digest("hex");
      if (counted === sha256) objects.set(sha256, bytes);
      if (response.writableEnded || response.destroyed) return;
      response
        .writeHead(counted === sha256 ? 201 : 422)
        .end(JSON.stringify({ sha256: counted.toUpperCase() }));
    });
  };
  const server = createServer((request, response) => {
    if (request.headers.authorization !== "Bearer token-of-kho-1") return void response.writeHead(401).end();
    if (request.url?.includes("/objects/") === true) {
      takeObject(request, response);
      return;
    }
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const got = JSON.parse(Buffer.concat(chunks).toString()) as Got;
      if (state.answering?.(got, response) === "not") return;
      const known = keys.has(got.key);
      keys.add(got.key);
      if (!known && got.op === "remove") held.delete(nameOf(got));
      else if (!known) held.set(nameOf(got), got);
      if (response.writableEnded || response.destroyed) return;
      response.writeHead(known ? 409 : 201).end(JSON.stringify({ id: `kho-${got.id}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { state, held, objects, puts, url: `http://127.0.0.1:${port}/nhan` };
}

/** The command as the province runs it, with short pauses. */
export function commandOf(world: World) {
  const settings = { resources, folder: join(world.folder, "own"), bucket: undefined };
  return (...words: string[]) =>
    connectorCommand(world.database, words, settings, () => world.clock.now, {
      pauses: [5, 5],
      objects: () => openObjectStore(world.folder, { sweep: false }),
    });
}

/** Adds a way for the tests; answers its id. */
export async function added(world: World, to: string, carries = "", level = "open"): Promise<string> {
  const token = join(temporaryFolder(), "token");
  writeFileSync(token, "token-of-kho-1\n");
  const key = to.startsWith("http") ? ["--token-file", token] : [];
  const where = ["--scope", phuocLoc, "--level", level, "--mapping", "kho-du-lieu-dung-chung"];
  const more = carries === "" ? key : [...key, "--carries", carries];
  const words = ["--name", "Kho", "--to", to, ...where, ...more, "--reason", why];
  return String((await commandOf(world)("add", ...words))["id"]);
}
