import { Type } from "typebox";
import {
  type BucketsAnswer,
  collectionSchema,
  type DigestAnswer,
  hashesRequestSchema,
  type HashesAnswer,
  type PullAnswer,
  pullRequestSchema,
  type PushAnswer,
  pushRowSchema,
} from "#shared/replication/messages.ts";
import { pushBodyLimit } from "#shared/replication/wire.ts";
import { bucketsOf, digestOf, hashesOf, pullRecords, readRecords } from "#province/store/pull.ts";
import { pushRows } from "#province/store/push.ts";
import { type App, deviceOf, type Province } from "./typed.ts";

const params = Type.Object({ collection: collectionSchema });
const rowLimit = 2000;

const pushSchema = Type.Object({ rows: Type.Array(pushRowSchema, { maxItems: rowLimit }) });
const readSchema = Type.Object({
  ids: Type.Array(Type.String({ maxLength: 40 }), { maxItems: rowLimit }),
});

/** The replication protocol, one route a message, every one within the scope of the device that asks. */
export function addReplicationRoutes(app: App, province: Province): void {
  const { database } = province;

  app.post(
    "/replication/:collection/pull",
    { schema: { params, body: pullRequestSchema } },
    (request): Promise<PullAnswer> =>
      pullRecords(database, deviceOf(request), request.params.collection, request.body),
  );

  app.post(
    "/replication/:collection/push",
    { schema: { params, body: pushSchema }, bodyLimit: pushBodyLimit },
    async (request): Promise<PushAnswer> => {
      const device = deviceOf(request);
      const { collection } = request.params;
      const { rows } = request.body;
      const pushed = await pushRows(database, { device, collection, rows, now: province.now() });
      if (pushed.scopes.size > 0) {
        province.bell.ring(pushed.scopes);
        if (collection === "pages") {
          const ids = rows.map(({ newDocumentState }) => newDocumentState.id);
          await province.indexWords({ district: device.district, ids });
        }
      }
      return pushed.answer;
    },
  );

  app.get("/replication/:collection/digest", { schema: { params } }, (request): Promise<DigestAnswer> =>
    digestOf(database, deviceOf(request), request.params.collection),
  );

  app.get(
    "/replication/:collection/buckets",
    { schema: { params } },
    async (request): Promise<BucketsAnswer> => ({
      buckets: (await bucketsOf(database, deviceOf(request), request.params.collection)).buckets,
    }),
  );

  app.post(
    "/replication/:collection/hashes",
    { schema: { params, body: hashesRequestSchema } },
    async (request): Promise<HashesAnswer> => ({
      hashes: await hashesOf(database, deviceOf(request), request.params.collection, request.body.bucket),
    }),
  );

  app.post("/replication/:collection/read", { schema: { params, body: readSchema } }, async (request) => ({
    documents: await readRecords(database, deviceOf(request), request.params.collection, request.body.ids),
  }));
}
