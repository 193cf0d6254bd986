import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { Check } from "typebox/value";
import type { CollectionName } from "#shared/archive/collections.ts";
import { type App, Refused } from "#shared/node/typed-routes.ts";
import {
  collectionSchema,
  type DigestAnswer,
  type HashesAnswer,
  hashesRequestSchema,
  type PullAnswer,
  type PullRequest,
  pullRequestSchema,
  type PushAnswer,
  type PushRow,
  pushRowSchema,
  type WireRecord,
} from "#shared/replication/messages.ts";
import { pushBodyLimit } from "#shared/replication/wire.ts";

type Answer<Value> = Value | Promise<Value>;

/** What one device is answered; each call is bounded by its scope. */
export type ReplicationAnswers = {
  pull(collection: CollectionName, request: PullRequest): Answer<PullAnswer>;
  /** `holds`: the device knows of rows that are held for their parents. */
  push(collection: CollectionName, rows: readonly PushRow[], holds: boolean): Answer<PushAnswer>;
  digest(collection: CollectionName): Answer<DigestAnswer>;
  buckets(collection: CollectionName): Answer<readonly string[]>;
  hashes(collection: CollectionName, bucket: number): Answer<HashesAnswer["hashes"]>;
  read(collection: CollectionName, ids: readonly string[]): Answer<readonly WireRecord[]>;
};

const params = Type.Object({ collection: Type.String({ pattern: "^[a-z]{1,40}$" }) });
const rowLimit = 2000;

const pushSchema = Type.Object({
  rows: Type.Array(pushRowSchema, { maxItems: rowLimit }),
  holds: Type.Optional(Type.Boolean()),
});
const readSchema = Type.Object({
  ids: Type.Array(Type.String({ maxLength: 40 }), { maxItems: rowLimit }),
});

/** The collection of that name; one that only newer devices know is told to be so, and they go on with all others. */
function known(name: string): CollectionName {
  if (!Check(collectionSchema, name)) throw new Refused(404, "unknown-collection", `no collection ${name}`);
  return name;
}

/** The replication protocol, one route a message, answered to the device that asks. */
export function addReplicationRoutes(
  app: App,
  answersTo: (request: Pick<FastifyRequest, "raw">) => ReplicationAnswers,
): void {
  app.post(
    "/replication/:collection/pull",
    { schema: { params, body: pullRequestSchema } },
    async (request) => answersTo(request).pull(known(request.params.collection), request.body),
  );

  app.post(
    "/replication/:collection/push",
    { schema: { params, body: pushSchema }, bodyLimit: pushBodyLimit },
    async (request) => {
      const { rows, holds = false } = request.body;
      return answersTo(request).push(known(request.params.collection), rows, holds);
    },
  );

  app.get("/replication/:collection/digest", { schema: { params } }, async (request) =>
    answersTo(request).digest(known(request.params.collection)),
  );

  app.get("/replication/:collection/buckets", { schema: { params } }, async (request) => ({
    buckets: await answersTo(request).buckets(known(request.params.collection)),
  }));

  app.post(
    "/replication/:collection/hashes",
    { schema: { params, body: hashesRequestSchema } },
    async (request) => ({
      hashes: await answersTo(request).hashes(known(request.params.collection), request.body.bucket),
    }),
  );

  app.post("/replication/:collection/read", { schema: { params, body: readSchema } }, async (request) => ({
    documents: await answersTo(request).read(known(request.params.collection), request.body.ids),
  }));
}
