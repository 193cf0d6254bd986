import { type Static, Type } from "typebox";
import { publicKeysSchema, signatureTextSchema } from "#shared/keys/key-text.ts";

/*
 * The province's HTTP interface. Every request but `hello` and `enrol` carries `Authorization: Bearer <device token>`; the
 * token's scope bounds every row and object read or written. Bodies are JSON, compressed both ways where large.
 *
 *   GET  /hello?nonce=                            helloSchema; signed where a nonce is given
 *   POST /enrol                                   enrolRequestSchema → enrolAnswerSchema
 *   POST /replication/:collection/pull            pullRequestSchema → pullAnswerSchema
 *   POST /replication/:collection/push            { rows, holds? } → pushAnswerSchema; with `holds` a row whose parent
 *                                                 is not there is held for it, without it is merged as it comes
 *   GET  /replication/:collection/digest          digestAnswerSchema
 *   GET  /replication/:collection/buckets         bucketsAnswerSchema
 *   POST /replication/:collection/hashes          hashesRequestSchema → hashesAnswerSchema
 *   POST /replication/:collection/read            { ids } → { documents }
 *   GET  /replication/stream                      server-sent events; each `data: RESYNC` means "pull again"
 *   *    /objects                                 tus 1.0.0; Upload-Metadata: digest, mediaType
 *   GET  /receipts/:digest                        receiptSchema, or 404 while the province does not hold it
 *   POST /parcels                                 a parcel's bytes → the sealed receipt's bytes
 *   GET  /object/:digest                          the object's bytes, if a record within the scope names it
 *   GET  /overview                                provinceOverviewSchema
 *   GET  /batches?scope=                          provinceBatchesSchema
 *   GET  /aside?kind=&after=                      provinceAsideSchema
 *   POST /search                                  searchRequestSchema → searchAnswerSchema
 *
 * Errors are `{ code, detail }` with 400 (bad-call), 401, 403 (not-your-scope), 404 (of the replication:
 * unknown-collection, where the device is newer), 413, 415, 429 (with
 * `Retry-After`), 460 (wrong-digest: an upload's bytes are not those declared) or 500. A device of the whole
 * province replicates only the province's own records; it reads the districts by the last three routes.
 *
 * A hub of a centre answers the replication, the objects and the receipts alike, within the unit of the machine that
 * asks (`tests/contracts/replication.test.ts` holds both to one contract). It differs in this:
 *
 *   - it is not the authority: a batch, confirmed codes or a decided term that it never saw, and that another machine
 *     wrote, it takes as they come, and rules them from then on; the province, that sees all, begins them anew;
 *   - its receipts are not signed, and say only that the bytes are at the hub: nothing is freed by them;
 *   - where its disk is full it answers 503 (disk-full), and nothing of the push is kept;
 *   - it names no date: machines are told what time it is by the province alone;
 *   - it has none of the other routes, and has `GET /hub`, `POST /hub/pair` and `GET /hub/forwarded` instead.
 */

export const helloSchema = Type.Object({
  product: Type.Literal("mucluc-province"),
  version: Type.String(),
  name: Type.String(),
  /** True for the province embedded in the app for practice. */
  practice: Type.Boolean(),
  /** Its public keys; an older province names none. */
  keys: Type.Optional(publicKeysSchema),
  /** Over `helloText` of the nonce that was asked with. */
  signature: Type.Optional(signatureTextSchema),
});

export type Hello = Static<typeof helloSchema>;

/** The province's own word that it holds an object: it hashed the bytes itself. */
export const receiptSchema = Type.Object({
  digest: Type.String(),
  size: Type.Integer(),
  receivedAt: Type.String(),
  /** Over `receiptText`, by the province's signing key; an older province gives none. */
  signature: Type.Optional(signatureTextSchema),
});

export type Receipt = Static<typeof receiptSchema>;

/** Largest body of a push the province takes, in bytes; a desk sends less in one request. */
export const pushBodyLimit = 8 * 1024 * 1024;

/** Largest object the province takes, in bytes. */
export const objectLimit = 2 * 1024 * 1024 * 1024;
