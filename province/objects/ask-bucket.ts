import { request as requestPlain, type IncomingMessage } from "node:http";
import { request as requestTls } from "node:https";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as rest } from "node:timers/promises";
import aws4 from "aws4";
import type { Digest } from "#shared/base/digest.ts";
import type { BucketPlace } from "./bucket-place.ts";
import { ObjectsFault } from "./province-objects.ts";

export type BucketAsk = {
  method: "GET" | "HEAD" | "PUT";
  /** The object that is asked for; without one it is the bucket itself. */
  digest?: Digest;
  headers?: Record<string, string>;
  /** Opened anew at each try. */
  body?: () => Readable;
};

/** How long nothing may come, and how often and after what pauses is asked again. */
export type BucketPatience = { idleMs: number; pauses: readonly number[] };

export const usualPatience: BucketPatience = { idleMs: 60_000, pauses: [200, 500, 1500, 4000] };

const passing = new Set([408, 429, 500, 502, 503, 504]);
/** Codes of a 400 that tell of a line that altered or cut the bytes, not of a wrong request. */
const passingCodes = new Set([
  "BadDigest",
  "IncompleteBody",
  "InvalidDigest",
  "RequestTimeout",
  "XAmzContentSHA256Mismatch",
]);
/** SHA-256 of no bytes: what a request without a body is signed with. */
const emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/**
 * Asks a store that speaks S3, signed (SigV4, the hash of the body in it), again where the fault is a passing one.
 * Answers what it said, refusals too; throws `away` once the tries are used up. The answer's body is the caller's to read.
 */
export async function askBucket(
  place: BucketPlace,
  ask: BucketAsk,
  patience: BucketPatience,
): Promise<IncomingMessage & { code: string }> {
  for (let tries = 0; ; tries += 1) {
    const answer = await askOnce(place, ask, patience.idleMs).catch((error: unknown) => faultIn(error));
    const pause = patience.pauses[tries];
    if ("broke" in answer) {
      if (pause === undefined) throw new ObjectsFault("away", ask.digest, `${ask.method} ${answer.broke}`);
    } else {
      const status = answer.statusCode ?? 0;
      const refused = status >= 400 && ask.method !== "HEAD" && status !== 416;
      const code = refused ? await codeIn(answer) : "";
      if (!passing.has(status) && !passingCodes.has(code)) return Object.assign(answer, { code });
      answer.resume();
      if (pause === undefined)
        throw new ObjectsFault("away", ask.digest, `${ask.method} ${status} ${code}`.trim());
    }
    await rest(pause * (0.75 + Math.random() / 2));
  }
}

function askOnce(place: BucketPlace, ask: BucketAsk, idleMs: number): Promise<IncomingMessage> {
  const { endpoint, bucket, prefix, region, key } = place;
  const name = ask.digest ? `${prefix}${ask.digest.slice(0, 2)}/${ask.digest.slice(2)}` : "";
  const signed = aws4.sign(
    {
      ...{ service: "s3", region, method: ask.method, path: `/${bucket}${name === "" ? "" : `/${name}`}` },
      host: endpoint.host,
      headers: { "x-amz-content-sha256": emptyHash, ...ask.headers },
    },
    key,
  );
  const request = endpoint.protocol === "https:" ? requestTls : requestPlain;
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        ...{ hostname: endpoint.hostname.replace(/^\[|\]$/g, ""), port: endpoint.port },
        ...{ method: ask.method, path: signed.path, headers: signed.headers, timeout: idleMs },
      },
      (answer) => {
        answer.setTimeout(idleMs, () => answer.destroy(new Error("timeout")));
        resolve(answer);
      },
    );
    asking.on("timeout", () => asking.destroy(new Error("timeout")));
    asking.on("error", reject);
    if (ask.body) pipeline(ask.body(), asking).catch(reject);
    else asking.end();
  });
}

/** Of a fault of the line, its code alone: a message may repeat what was asked, with its signature. */
function faultIn(error: unknown): { broke: string } {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return { broke: typeof code === "string" ? code : error instanceof Error ? error.message : "failed" };
}

/** The code of a refusal. Its message is left: of a wrong signature it repeats the key's name and what was signed. */
async function codeIn(answer: IncomingMessage): Promise<string> {
  let text = "";
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      text += chunk.toString("latin1");
      if (text.length > 16_384) break;
    }
  } catch {
    return "";
  }
  return /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(text)?.[1] ?? "";
}
