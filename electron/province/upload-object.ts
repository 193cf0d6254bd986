import { createHash } from "node:crypto";
import { DetailedError, Upload as TusUpload } from "tus-js-client";
import { SealedObjectFault } from "#shared/node/sealed-object.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";
import { faultOfStatus } from "./province-fault.ts";
import { UploadHeld, type UploadPacing } from "./pace-uploads.ts";
import type { Credentials } from "./province-wire.ts";
import type { Upload } from "./upload-queue.ts";

/** The province no longer knows the upload's URL: it is to begin anew. */
export class UploadGone extends Error {}

/** The object's own bytes could not be read from this machine's disk. */
export class ObjectUnreadable extends Error {}

/** The province took the bytes and found another digest than the object's name. */
export class UploadDiffers extends Error {}

type Parts = {
  upload: Upload;
  /** Reads the object's bytes, from the first of them to the last, both included. */
  bytes: (start: number, end: number) => Promise<Buffer>;
  credentials: Credentials;
  pacing: UploadPacing;
  signal: AbortSignal;
  /** Longest time without progress. */
  idleMs: number;
  /** Hears the path of the upload at the province, to go on from there after a restart. */
  onUrl: (url: string) => void;
};

/**
 * Sends an object's bytes by the tus protocol, going on where an upload under way ended. Resolves when the
 * province has taken them all: that it holds them only its receipt says. Rejects with a `WireFault`, `UploadGone`,
 * `UploadDiffers`, `ObjectUnreadable`, or `UploadHeld` once it may not go on for now.
 */
export function uploadObject(parts: Parts): Promise<void> {
  const { upload, credentials, pacing, signal, idleMs } = parts;
  const origin = new URL(credentials.address).origin;
  return new Promise<void>((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      settle();
    };
    const abandon = (fault: Error) => {
      void tus.abort();
      end(() => reject(fault));
    };
    const idle = () => abandon(new WireFault("unreachable", `upload of ${upload.digest}: no progress`));
    const stop = () => abandon(new WireFault("unreachable", "stopped"));
    let timer = setTimeout(idle, idleMs);
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(idle, idleMs);
    };
    const chunk = { checksum: "", bytes: 0, sentAt: 0 };
    const slices = openSlices(parts.bytes, upload.size, async (length) => {
      // Waiting for its turn is no standing still of the line.
      clearTimeout(timer);
      await pacing.pass(upload.rank, length, signal);
      alive();
    });
    const tus = new TusUpload(Buffer.alloc(0), {
      // With a URL and no endpoint a failed HEAD is reported instead of beginning anew.
      ...(upload.url === ""
        ? { endpoint: new URL("/objects", credentials.address).href }
        : { uploadUrl: new URL(upload.url, credentials.address).href }),
      uploadSize: upload.size,
      metadata: { digest: upload.digest, mediaType: upload.mediaType },
      headers: { authorization: `Bearer ${credentials.token}` },
      chunkSize: largestSlice,
      retryDelays: null,
      storeFingerprintForResuming: false,
      fingerprint: () => Promise.resolve(upload.digest),
      fileReader: {
        openFile: () =>
          Promise.resolve({
            ...slices,
            async slice(start: number, end: number) {
              const length = Math.min(end - start, pacing.chunkBytes());
              const slice = await slices.slice(start, start + length);
              const hash = createHash("sha256").update(slice.value).digest("base64");
              Object.assign(chunk, { checksum: hash, bytes: slice.value.length, sentAt: performance.now() });
              return slice;
            },
          }),
      },
      onBeforeRequest: (request) => {
        // The token goes nowhere else, whatever a Location header says.
        if (new URL(request.getURL()).origin !== origin)
          throw new Error("the upload's URL is another host's");
        if (request.getMethod() === "PATCH") request.setHeader("Upload-Checksum", `sha256 ${chunk.checksum}`);
      },
      onUploadUrlAvailable: () => {
        const url = tus.url === null ? null : new URL(tus.url, origin);
        if (url?.origin === origin) parts.onUrl(url.pathname);
      },
      onProgress: alive,
      onChunkComplete: (taken) => {
        if (taken <= 0) abandon(new WireFault("garbled", `upload of ${upload.digest} does not go on`));
        else alive();
        pacing.learn(chunk.bytes, performance.now() - chunk.sentAt);
      },
      onSuccess: () => end(resolve),
      onError: (error) => end(() => reject(faultOf(error, upload))),
    });
    signal.addEventListener("abort", stop);
    if (signal.aborted) stop();
    else tus.start();
  });
}

function faultOf(error: Error, upload: Upload): Error {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  const detail = `upload of ${upload.digest}: ${error.message.slice(0, 300)}`;
  const cause = error instanceof DetailedError ? error.causingError : null;
  if (cause instanceof ObjectUnreadable || cause instanceof UploadHeld) return cause;
  if (!response) return new WireFault("unreachable", detail, error);
  const status = response.getStatus();
  if ((status === 404 || status === 410) && upload.url !== "") return new UploadGone(detail);
  // One chunk came in otherwise than it left: the upload goes on before it.
  if (status === 460 && response.getBody().includes("wrong-chunk")) return new WireFault("failed", detail);
  if (status === 460 || status === 422) return new UploadDiffers(detail);
  return faultOfStatus(status, detail);
}

/** The most bytes asked of the reader at once; it gives as many as the pace allows. */
const largestSlice = 5 * 1024 * 1024;

/** A reader of one chunk at a time, each after its turn has come: no more than a chunk of an object is in memory. */
function openSlices(bytes: Parts["bytes"], size: number, turn: (length: number) => Promise<void>) {
  return {
    size,
    async slice(start: number, end: number) {
      const length = Math.min(end, size) - start;
      await turn(length);
      const value = length > 0 ? await bytes(start, start + length - 1).catch(unreadable) : Buffer.alloc(0);
      if (value.length !== length) throw new ObjectUnreadable("the object ended early");
      return { value: Object.assign(value, { size: length }), done: start + length >= size };
    },
    close: () => undefined,
  };
}

/** A store that is locked only has to be opened: its objects wait. */
function unreadable(error: unknown): never {
  if (error instanceof SealedObjectFault && error.kind === "locked") throw new UploadHeld(error.message);
  throw new ObjectUnreadable("the object cannot be read", { cause: error });
}
