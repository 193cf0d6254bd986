import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { BucketPlace } from "#province/objects/bucket-place.ts";

const bucket = "kho-luu-tru";
const key = { accessKeyId: "MUCLUCTESTKEY", secretAccessKey: "a-secret-of-tests/never+logged" };

export type BucketServer = Awaited<ReturnType<typeof startBucket>>;

/** What a test has the server do instead of its work: true where it answered (or let the line fall) itself. */
type Instead = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * A small store that speaks S3 on loopback: signatures are counted anew as AWS describes them (SigV4), bodies are held
 * against the hash and the checksum they came with. `counts: false` is one that keeps no checksums.
 */
export async function startBucket(options: { counts?: boolean } = {}) {
  const objects = new Map<string, { bytes: Buffer; checksum: string | undefined }>();
  const asked: string[] = [];
  const state: { instead: Instead | undefined } = { instead: undefined };
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => request.destroy());
  });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url = "" } = request;
    asked.push(`${method} ${url}`);
    if (state.instead?.(request, response)) return;
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const refuse = (status: number, code: string): void => {
      const secretsToo = `<AWSAccessKeyId>${key.accessKeyId}</AWSAccessKeyId>`;
      response.writeHead(status, { "content-type": "application/xml" });
      response.end(`<Error><Code>${code}</Code><Message>no</Message>${secretsToo}</Error>`);
    };
    if (!isSigned(request)) {
      refuse(403, "SignatureDoesNotMatch");
      return;
    }
    if (request.headers["x-amz-content-sha256"] !== sha256(body, "hex")) {
      refuse(400, "XAmzContentSHA256Mismatch");
      return;
    }
    const [, asksFor = "", name = ""] = /^\/([^/?]+)(?:\/([^?]*))?/.exec(url) ?? [];
    if (asksFor !== bucket) {
      refuse(404, "NoSuchBucket");
      return;
    }
    if (method === "HEAD" && name === "") return void response.writeHead(200).end();
    if (method === "PUT") {
      const checksum = request.headers["x-amz-checksum-sha256"];
      if (checksum !== sha256(body, "base64")) {
        refuse(400, "BadDigest");
        return;
      }
      objects.set(name, { bytes: body, checksum: options.counts === false ? undefined : checksum });
      return void response.writeHead(200).end();
    }
    const kept = objects.get(name);
    if (!kept) {
      refuse(404, "NoSuchKey");
      return;
    }
    const { bytes, checksum } = kept;
    const asksChecksum = request.headers["x-amz-checksum-mode"] === "ENABLED" && checksum !== undefined;
    const counted = asksChecksum ? { "x-amz-checksum-sha256": checksum } : {};
    const [range, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
    if (range !== undefined && Number(first) >= bytes.length) {
      refuse(416, "InvalidRange");
      return;
    }
    const part =
      range === undefined ? bytes : bytes.subarray(Number(first), last ? Number(last) + 1 : undefined);
    response.writeHead(range === undefined ? 200 : 206, { "content-length": part.length, ...counted });
    response.end(method === "HEAD" ? undefined : part);
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const place: BucketPlace = {
    ...{ endpoint: new URL(`http://127.0.0.1:${port}`), bucket, region: "vn-thu-1" },
    ...{ prefix: "tinh/52/", key },
  };
  return {
    place,
    /** Of what was kept, by its name in the bucket. */
    objects,
    kept: (digest: string) => objects.get(`tinh/52/${digest.slice(0, 2)}/${digest.slice(2)}`)?.bytes,
    /** Every request, as `METHOD /path`. */
    asked,
    instead: (then?: Instead) => void (state.instead = then),
    /** As the environment of a province says it. */
    environment: {
      OBJECTS_URL: `s3://${bucket}/tinh/52?endpoint=http://127.0.0.1:${port}&region=vn-thu-1`,
      AWS_ACCESS_KEY_ID: key.accessKeyId,
      AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sha256(bytes: Buffer | string, form: "hex" | "base64"): string {
  return createHash("sha256").update(bytes).digest(form);
}

/** Signature Version 4 of a request with a signed header, counted from the description alone. */
function isSigned(request: IncomingMessage): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
  const [, id, day, region, names, signature] = form.exec(request.headers.authorization ?? "") ?? [];
  if (id !== key.accessKeyId || day === undefined || region === undefined || names === undefined)
    return false;
  const list = names.split(";");
  if (!list.includes("host") || !list.includes("x-amz-content-sha256")) return false;
  const headers = list.map((name) => `${name}:${String(request.headers[name] ?? "").trim()}\n`).join("");
  const hash = String(request.headers["x-amz-content-sha256"]);
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const canonical = [request.method, path, query.split("&").sort().join("&"), headers, names, hash].join(
    "\n",
  );
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical, "hex")].join(
    "\n",
  );
  const steps = [day, region, "s3", "aws4_request"];
  const signing = steps.reduce<Buffer>(
    (with_, step) => createHmac("sha256", with_).update(step).digest(),
    Buffer.from(`AWS4${key.secretAccessKey}`),
  );
  return createHmac("sha256", signing).update(text).digest("hex") === signature;
}
