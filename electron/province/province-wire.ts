import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { type Static, type TSchema, Type } from "typebox";
import { Check } from "typebox/value";
import { driftOf } from "#shared/base/clock-drift.ts";
import type { Digest } from "#shared/base/digest.ts";
import {
  type PushRow,
  bucketsAnswerSchema,
  digestAnswerSchema,
  hashesAnswerSchema,
  pullAnswerSchema,
  pushAnswerSchema,
  wireRecordSchema,
} from "#shared/replication/messages.ts";
import { type SyncWire, WireFault } from "#shared/replication/sync-wire.ts";
import { type Receipt, receiptSchema } from "#shared/replication/wire.ts";
import type { PublicKeys } from "#shared/keys/key-text.ts";
import { asRead } from "#electron/journal/as-read.ts";
import { version } from "#electron/version.ts";
import { provePin } from "./greet-province.ts";
import { faultOfStatus } from "./province-fault.ts";

const compress = promisify(brotliCompress);
/** Of records this makes a quarter less than gzip does, in a third of its time; every province reads it. */
const compression = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } };

/** The hub of the centre that stands in the province's place; `stranger`: another answered there last. */
export type HubOnTheWay = { id: string; name: string; stranger: () => boolean };

/** `pin`: the keys that the province must prove to hold before anything is sent. */
export type Credentials = { address: string; token: string; pin?: PublicKeys; hub?: HubOnTheWay };

/** The province over HTTP. Calls reject with a `WireFault` and nothing else. */
export type ProvinceWire = SyncWire & {
  ask<Schema extends TSchema>(path: string, schema: Schema, body?: unknown): Promise<Static<Schema>>;
  /** Nothing while the province does not hold the object. */
  receipt(digest: Digest): Promise<Receipt | undefined>;
  /** The bytes of an object as they come; nothing where the province does not hold it or does not give it. */
  object(digest: Digest): Promise<Response | undefined>;
  /** The stream that says "pull again"; ends with the signal. */
  stream(signal: AbortSignal): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
};

/** Longest a request may take with its answer, and the largest answer, in bytes after decompression. */
export type WireLimits = { timeoutMs: number; answerBytes: number };

export const wireLimits: WireLimits = { timeoutMs: 90_000, answerBytes: 96 * 1024 * 1024 };

const documentsSchema = Type.Object({ documents: Type.Array(wireRecordSchema) });
const compressedFrom = 1024;

/**
 * Tells the province with each request what this machine's clock shows, and hears from each answer how many
 * milliseconds it is ahead of the province's.
 */
export type DriftListener = { now: () => number; heard: (aheadMs: number) => void };

/** `signal` ends every request under way. */
export function openProvinceWire(
  credentials: Credentials,
  signal: AbortSignal,
  limits: WireLimits = wireLimits,
  drift?: DriftListener,
): ProvinceWire {
  const greeting = async (path: string): Promise<string> => {
    const ends = AbortSignal.any([signal, AbortSignal.timeout(limits.timeoutMs)]);
    const response = await fetch(new URL(path, credentials.address), { redirect: "manual", signal: ends });
    if (response.status !== 200) return refuse(response, path);
    return readText(response, path, 65_536);
  };
  const send = async (path: string, ends: AbortSignal, text?: string): Promise<Response> => {
    if (credentials.pin) await provePin(credentials.pin, credentials.address, greeting);
    if (!/^[\x21-\x7e]+$/.test(credentials.token)) throw new WireFault("credentials", "no such token");
    const headers = new Headers({
      authorization: `Bearer ${credentials.token}`,
      "x-mucluc-version": version,
      ...(drift && { "x-mucluc-clock": new Date(drift.now()).toISOString() }),
    });
    const request: RequestInit = { headers, redirect: "manual", signal: AbortSignal.any([signal, ends]) };
    if (text !== undefined) {
      headers.set("content-type", "application/json");
      const large = text.length >= compressedFrom;
      if (large) headers.set("content-encoding", "br");
      Object.assign(request, { method: "POST", body: large ? await compress(text, compression) : text });
    }
    try {
      const sentAt = drift?.now() ?? 0;
      const response = await fetch(new URL(path, credentials.address), request);
      const ahead = drift && driftOf(Date.parse(response.headers.get("date") ?? ""), sentAt, drift.now());
      if (ahead !== undefined) drift?.heard(ahead);
      return response;
    } catch (error) {
      throw new WireFault("unreachable", `${path}: ${reasonOf(error)}`, error);
    }
  };
  const ask = async <Schema extends TSchema>(
    path: string,
    schema: Schema,
    sent?: string,
  ): Promise<Static<Schema>> => {
    const response = await send(path, AbortSignal.timeout(limits.timeoutMs), sent);
    if (response.status !== 200) await refuse(response, path);
    const text = await readText(response, path, limits.answerBytes);
    if (signal.aborted) throw new WireFault("unreachable", "stopped");
    const value = parse(text, path);
    if (!Check(schema, value)) throw new WireFault("garbled", `${path}: not of the protocol`);
    return value;
  };
  const at = (collection: string, call: string) => `/replication/${collection}/${call}`;

  const askWith = async <Schema extends TSchema>(path: string, schema: Schema, body: unknown) =>
    ask(path, schema, body === undefined ? undefined : JSON.stringify(body));
  return {
    ask: askWith,
    push: (collection, rows) => ask(at(collection, "push"), pushAnswerSchema, textOfPush(rows)),
    pull: (collection, request) => askWith(at(collection, "pull"), pullAnswerSchema, request),
    digest: (collection) => ask(at(collection, "digest"), digestAnswerSchema),
    buckets: async (collection) => (await ask(at(collection, "buckets"), bucketsAnswerSchema)).buckets,
    hashes: async (collection, bucket) =>
      (await askWith(at(collection, "hashes"), hashesAnswerSchema, { bucket })).hashes,
    read: async (collection, ids) =>
      (await askWith(at(collection, "read"), documentsSchema, { ids })).documents,
    async receipt(digest) {
      const path = `/receipts/${digest}`;
      const response = await send(path, AbortSignal.timeout(limits.timeoutMs));
      if (response.status === 404) {
        await response.body?.cancel();
        return undefined;
      }
      if (response.status !== 200) await refuse(response, path);
      const value = parse(await readText(response, path, limits.answerBytes), path);
      if (!Check(receiptSchema, value)) throw new WireFault("garbled", `${path}: not of the protocol`);
      return value;
    },
    async object(digest) {
      const path = `/object/${digest}`;
      const answered = new AbortController();
      const timer = setTimeout(() => answered.abort(), limits.timeoutMs);
      try {
        const response = await send(path, answered.signal);
        if (response.status === 404) {
          await response.body?.cancel();
          return undefined;
        }
        if (response.status !== 200) await refuse(response, path);
        return response;
      } finally {
        clearTimeout(timer);
      }
    },
    async stream(ends) {
      const response = await send("/replication/stream", ends);
      if (response.status !== 200 || !response.body) return refuse(response, "/replication/stream");
      if (!response.headers.get("content-type")?.startsWith("text/event-stream")) {
        await response.body.cancel();
        throw new WireFault("garbled", "/replication/stream: no event stream");
      }
      return response.body;
    },
  };
}

/** The body of a push; a record that the journal handed out is sent as the journal holds it. */
function textOfPush(rows: readonly PushRow[]): string {
  const texts = rows.map(({ assumedMasterState, newDocumentState }) => {
    const state = asRead(newDocumentState)?.text ?? JSON.stringify(newDocumentState);
    const base = assumedMasterState ? `"assumedMasterState":${JSON.stringify(assumedMasterState)},` : "";
    return `{${base}"newDocumentState":${state}}`;
  });
  return `{"rows":[${texts.join(",")}],"holds":true}`;
}

async function refuse(response: Response, path: string): Promise<never> {
  if (response.status === 404 && path.startsWith("/replication/")) {
    const said = await readText(response, path, 4096);
    if (said.includes('"unknown-collection"')) throw new WireFault("unknown-collection", path);
  } else await response.body?.cancel();
  throw faultOfStatus(response.status, `${path}: ${response.status}`);
}

async function readText(response: Response, path: string, limit: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const body: AsyncIterable<Uint8Array> | undefined = response.body?.values();
    if (body) {
      for await (const part of body) {
        size += part.length;
        if (size > limit) break;
        parts.push(part);
      }
    }
  } catch (error) {
    // The connection ended within the answer, or its compression is broken.
    throw new WireFault("unreachable", `${path}: ${reasonOf(error)}`, error);
  }
  if (size > limit) throw new WireFault("garbled", `${path}: the answer does not end`);
  return Buffer.concat(parts).toString("utf8");
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WireFault("garbled", `${path}: no JSON`, error);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  return error.cause instanceof Error ? error.cause.message : error.message;
}
