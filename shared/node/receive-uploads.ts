import { createHash, randomBytes } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Server, type Upload } from "@tus/server";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { CheckedFileStore, readChunkCheck, withChunkCheck } from "#shared/node/checked-uploads.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { patiently } from "#shared/node/patiently.ts";
import { type App, Refused } from "#shared/node/typed-routes.ts";
import { objectLimit } from "#shared/replication/wire.ts";

/** An upload may go on for two months: some lines are there one night in a week. */
const longestUpload = 60 * 24 * 3600 * 1000;

type TusRequest = { runtime?: { node?: { req: object } } };

/** Who sends, by Node's own request; throws `Refused` where nobody that may. */
type Receiver<Sender> = {
  /** Where the uploads under way are; made by the caller. */
  folder: string;
  objects: Pick<ObjectStore, "put">;
  senderOf: (raw: object) => Sender;
  /** Names whose an upload is: another's cannot go on with it. */
  ownerOf: (sender: Sender) => string;
  /** Writes the receipt; the object is in the store. */
  received: (
    sender: Sender,
    object: { digest: Digest; size: number; mediaType: string },
  ) => Promise<void> | void;
  /** The size that a receipt for this sender names; nothing where there is none. */
  receiptSize: (sender: Sender, digest: Digest) => Promise<number | undefined> | number | undefined;
  report: (fault: unknown) => void;
};

/**
 * Resumable uploads (tus 1.0.0) at `/objects`. An upload is its device's alone. When its last byte is in, the
 * bytes are hashed here: if they are what was declared they go to the object store and a receipt is written
 * before the last answer; if not, the answer is 460 and nothing is kept.
 */
export function receiveUploads<Sender>(app: App, receiver: Receiver<Sender>): void {
  const { folder, objects, senderOf, ownerOf, report } = receiver;
  const isOwner = (sender: Sender, upload: Upload) => upload.metadata?.["owner"] === ownerOf(sender);
  const datastore = new CheckedFileStore(
    { directory: folder, expirationPeriodInMilliseconds: longestUpload },
    () => tusError(460, "wrong-chunk", "the bytes of this chunk are not those of its checksum"),
  );

  const discard = async (id: string) => {
    // Someone else may have finished the same upload a moment before.
    await datastore.configstore.delete(id).catch(() => undefined);
    await patiently(() => rm(join(folder, id), { force: true }));
  };

  const finishing = new Map<string, Promise<void>>();

  /** A line that broke at the last byte is asked again at once, while the object is still being hashed. */
  const finish = (sender: Sender, upload: Upload): Promise<void> => {
    const begun = finishing.get(upload.id);
    if (begun) return begun;
    const work = finishNow(sender, upload).finally(() => finishing.delete(upload.id));
    finishing.set(upload.id, work);
    return work;
  };

  const finishNow = async (sender: Sender, upload: Upload) => {
    const declared = upload.metadata?.["digest"] ?? "";
    const path = upload.storage?.path ?? "";
    if (
      !existsSync(path) &&
      isDigest(declared) &&
      (await receiver.receiptSize(sender, declared)) !== undefined
    )
      return;
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(path)) hash.update(bytesIn(chunk));
    const digest = hash.digest("hex");
    if (!isDigest(digest) || digest !== declared) {
      await discard(upload.id);
      throw tusError(460, "wrong-digest", "the bytes are not those of the declared digest");
    }
    const stored = await objects.put(createReadStream(path), { limit: objectLimit });
    const mediaType = upload.metadata?.["mediaType"]?.slice(0, 100) ?? "application/octet-stream";
    await receiver.received(sender, { ...stored, mediaType });
    await discard(upload.id);
  };

  const tus = new Server({
    path: "/objects",
    datastore,
    maxSize: objectLimit,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: (_request, metadata) => {
      const digest = metadata?.["digest"] ?? "";
      if (!isDigest(digest)) throw tusError(400, "bad-call", "Upload-Metadata lacks the digest");
      return `${digest}-${randomBytes(16).toString("hex")}`;
    },
    onUploadCreate: (request, upload) => {
      const owner = ownerOf(senderOf(rawOf(request)));
      const { digest, mediaType } = upload.metadata ?? {};
      return Promise.resolve({ metadata: { digest: digest ?? "", mediaType: mediaType ?? "", owner } });
    },
    onIncomingRequest: async (request, id) => {
      if (request.method === "POST") return;
      const upload = await datastore.getUpload(id);
      if (!isOwner(senderOf(rawOf(request)), upload)) {
        throw tusError(404, "not-found", "no such upload");
      }
    },
    onUploadFinish: async (request, upload) => {
      await finish(senderOf(rawOf(request)), upload);
      return {};
    },
    onResponseError: (_request, error) => {
      if (!("status_code" in error)) {
        report(error);
        return { status_code: 500, body: errorBody("internal", "the upload failed here") };
      }
      const code = { 404: "not-found", 410: "not-found", 413: "too-large" }[error.status_code] ?? "bad-call";
      if (error.body.startsWith("{")) return error;
      return {
        status_code: error.status_code,
        body: errorBody(error.status_code >= 500 ? "internal" : code, error.body.trim()),
      };
    },
  });
  let sweeping: Promise<unknown> = Promise.resolve();
  // Not waited for: they may be thousands, and one that another program holds open must keep nobody from starting.
  app.addHook("onReady", (done) => {
    sweeping = tus.cleanUpExpiredUploads().catch(report);
    done();
  });
  app.addHook("onClose", async () => {
    await sweeping;
  });

  // The bytes are the upload server's to read, not ours to gather.
  app.addContentTypeParser("application/offset+octet-stream", (_request, _payload, done) => done(null));

  app.route({
    method: ["POST", "OPTIONS"],
    url: "/objects",
    handler: async (request, reply) => {
      reply.hijack();
      await tus.handle(request.raw, reply.raw);
    },
  });
  app.route<{ Params: { id: string } }>({
    method: ["PATCH", "DELETE", "OPTIONS"],
    url: "/objects/:id",
    handler: async (request, reply) => {
      const { "upload-checksum": checksum, "content-length": length } = request.headers;
      const check = readChunkCheck(
        { checksum: typeof checksum === "string" ? checksum : undefined, length },
        () => new Refused(400, "bad-call", "Upload-Checksum is not of SHA-256"),
      );
      reply.hijack();
      await withChunkCheck(check, () => tus.handle(request.raw, reply.raw));
    },
  });
  app.head<{ Params: { id: string } }>("/objects/:id", async (request, reply) => {
    const finished = await finishedSize(request.params.id, senderOf(request.raw));
    if (finished === undefined) {
      reply.hijack();
      await tus.handle(request.raw, reply.raw);
      return reply;
    }
    return reply
      .header("tus-resumable", "1.0.0")
      .header("cache-control", "no-store")
      .header("upload-offset", finished)
      .header("upload-length", finished)
      .send();
  });

  /** The size of an object that came in whole by this upload, whose last answer may have been lost. */
  async function finishedSize(id: string, sender: Sender): Promise<number | undefined> {
    const [, digest = ""] = /^([0-9a-f]{64})-[0-9a-f]{32}$/.exec(id) ?? [];
    if (!isDigest(digest)) return undefined;
    const pending = await datastore.getUpload(id).catch(() => undefined);
    if (pending) {
      if (!isOwner(sender, pending) || pending.offset !== pending.size) return undefined;
      // Stopped between the last byte and the receipt: what is answered must be true.
      await finish(sender, pending);
    }
    return await receiver.receiptSize(sender, digest);
  }
}

function rawOf(request: TusRequest): object {
  const raw = request.runtime?.node?.req;
  if (!raw) throw new Refused(401, "unauthorized", "no device token");
  return raw;
}

/** An error in the form of both servers: tus reads `status_code` and `body`, ours the rest. */
function tusError(status: number, code: string, detail: string) {
  return Object.assign(new Refused(status, code, detail), {
    status_code: status,
    body: errorBody(code, detail),
  });
}

function errorBody(code: string, detail: string): string {
  return `${JSON.stringify({ code, detail })}\n`;
}

function bytesIn(chunk: unknown): Uint8Array {
  if (!(chunk instanceof Uint8Array)) throw new Error("a stream of bytes gave no bytes");
  return chunk;
}
