import { Readable } from "node:stream";
import { isDigest } from "#shared/base/digest.ts";
import { objectPath, provinceObjectPath } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { readByteRange } from "#shared/node/byte-range.ts";
import { type ObjectStore, ObjectTooLarge } from "#shared/node/object-store.ts";
import { readScreen } from "#shared/node/read-screen.ts";
import { SealedObjectFault } from "#shared/node/sealed-object.ts";
import { objectLimit } from "#shared/replication/wire.ts";
import { contentTypeOf } from "#electron/host/content-type.ts";
import { sealedFault } from "#electron/sealing/sealed-fault.ts";

export type Page = {
  /** Folder of the built screen. */
  screen: string;
  objects: ObjectStore;
  /** An object of the province's, or nothing where it does not answer with one. */
  provinceObject(digest: string): Promise<Response | undefined>;
  /** While the screen is locked only the screen itself is answered. */
  locked(): boolean;
};

/**
 * Answers a request of the page: the built screen, `POST /object`, `GET /object/<digest>` (with ranges) and
 * `GET /province-object/<digest>`. Both hosts answer by this; they differ only in how a request reaches it.
 */
export async function respond(page: Page, request: Request): Promise<Response> {
  const path = decodeURIComponent(new URL(request.url).pathname);
  if (page.locked() && (isBelow(objectPath, path) || isBelow(provinceObjectPath, path))) {
    return Response.json(new DeskFault("locked", { lasting: false }).toFault(), { status: 423 });
  }
  if (path === objectPath && request.method === "POST") return storeObject(page.objects, request);
  if (request.method !== "GET" && request.method !== "HEAD") return new Response(null, { status: 405 });
  if (path.startsWith(`${objectPath}/`)) {
    return readObject(page.objects, path.slice(objectPath.length + 1), request.headers.get("range"));
  }
  if (path.startsWith(`${provinceObjectPath}/`)) {
    const digest = path.slice(provinceObjectPath.length + 1);
    return (
      (isDigest(digest) ? await page.provinceObject(digest) : undefined) ??
      new Response(null, { status: 404 })
    );
  }
  return readScreen(page.screen, path === "/" ? "index.html" : path.slice(1));
}

function isBelow(address: string, path: string): boolean {
  return path === address || path.startsWith(`${address}/`);
}

async function storeObject(objects: ObjectStore, request: Request): Promise<Response> {
  const body = (request.body ?? new Blob([]).stream()) as unknown as AsyncIterable<Uint8Array>;
  try {
    return Response.json(await objects.put(body, { limit: objectLimit }));
  } catch (error) {
    return Response.json(storeFault(error).toFault(), {
      status: error instanceof ObjectTooLarge ? 413 : 507,
    });
  }
}

function asSealedFault(error: unknown): SealedObjectFault {
  if (error instanceof SealedObjectFault) return error;
  throw error;
}

function storeFault(error: unknown): DeskFault {
  if (error instanceof SealedObjectFault) return sealedFault(error);
  if (error instanceof DeskFault) return error;
  if (error instanceof ObjectTooLarge) return new DeskFault("too-large");
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOSPC" || code === "EDQUOT") return new DeskFault("disk-full", { lasting: false });
  return new DeskFault("internal", { lasting: false, detail: "the bytes could not be stored" });
}

async function readObject(objects: ObjectStore, digest: string, range: string | null): Promise<Response> {
  const size = isDigest(digest) ? await objects.size(digest) : undefined;
  if (!isDigest(digest) || size === undefined) return new Response(null, { status: 404 });
  const begin = await objects.bytes(digest, { start: 0, end: 7 }).catch(asSealedFault);
  if (begin instanceof SealedObjectFault) {
    return Response.json(sealedFault(begin).toFault(), { status: begin.kind === "locked" ? 423 : 500 });
  }
  const headers = {
    "content-type": contentTypeOf(begin),
    "cache-control": "private, max-age=31536000, immutable",
    "accept-ranges": "bytes",
    "x-content-type-options": "nosniff",
  };
  const part = readByteRange(range ?? undefined, size);
  if (part === "whole") {
    const body = Readable.toWeb(objects.read(digest)) as ReadableStream<Uint8Array>;
    return new Response(body, { headers: { ...headers, "content-length": String(size) } });
  }
  if (part === "outside")
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${size}` } });
  const { start, end } = part;
  const body = Readable.toWeb(objects.read(digest, part)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    status: 206,
    headers: {
      ...headers,
      "content-length": String(end - start + 1),
      "content-range": `bytes ${start}-${end}/${size}`,
    },
  });
}
